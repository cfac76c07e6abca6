using GenNet;

namespace PROJECT_NAMESPACE;

/// <summary>The place of a point, x and y, becomes the probability that it belongs to the second spiral.</summary>
// The compiler writes the rest of this class, Forward and Backward included: Go to definition shows it.
[Network(Loss.BinaryCrossEntropy)]
[Dense(2, 32, Activation.ReLU)]
[Dense(32, Activation.ReLU)]
[Dense(1, Activation.Sigmoid)]
internal sealed partial class SpiralNet;
