namespace GenNet.Benchmarks.Networks;

/// <summary>2-2-1: so small that only overhead and a few multiplications are left.</summary>
[Network(Loss.BinaryCrossEntropy)]
[Dense(2, 2, Activation.Sigmoid)]
[Dense(2, 1, Activation.Sigmoid)]
public partial class XorNet;
