using GenNet;

namespace FiveOrEight;

/// <summary>The lecture's binary network: 28 x 28 pixels, 196 sigmoid units, the probability of an eight.</summary>
[Network(Loss.BinaryCrossEntropy)]
[Dense(784, 196, Activation.Sigmoid)]
[Dense(196, 1, Activation.Sigmoid)]
internal sealed partial class FiveOrEightNet;

/// <summary>The same network with the half squared error, 1/2 (y - d)^2, whose gradient has the factor y (1 - y): it vanishes
/// where the answer is wrong and sure, and the first iterations are slow.</summary>
[Network(Loss.HalfSquaredError)]
[Dense(784, 196, Activation.Sigmoid)]
[Dense(196, 1, Activation.Sigmoid)]
internal sealed partial class FiveOrEightSquaredNet;
