namespace GenNet.Benchmarks.Networks;

/// <summary>784-100-10: the network that the lectures read digits with.</summary>
[Network(Loss.CrossEntropy)]
[Dense(784, 100, Activation.Sigmoid)]
[Dense(100, 10, Activation.Softmax)]
public partial class DigitNet;
