namespace GenNet.Benchmarks.Networks;

/// <summary>784-512-512-10: 2.7 MB of parameters, more than a core's own cache; powers of two as widths.</summary>
[Network(Loss.CrossEntropy)]
[Dense(784, 512, Activation.Sigmoid)]
[Dense(512, 512, Activation.Sigmoid)]
[Dense(512, 10, Activation.Softmax)]
public partial class WideNet;
