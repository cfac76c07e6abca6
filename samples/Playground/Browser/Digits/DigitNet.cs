using GenNet;

namespace Playground.Browser;

/// <summary>The network of the page of digits: 28 x 28 pixels, 100 hidden units, a probability for each digit.</summary>
[Network(Loss.CrossEntropy)]
[Dense(784, 100, Activation.ReLU)]
[Dense(10, Activation.Softmax)]
internal sealed partial class DigitNet;
