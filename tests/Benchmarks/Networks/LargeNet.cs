namespace GenNet.Benchmarks.Networks;

/// <summary>4096-1024-10: 17 MB of weights, which no core's own cache holds; both sizes powers of two.</summary>
[Network(Loss.CrossEntropy)]
[Dense(4096, 1024, Activation.Sigmoid)]
[Dense(1024, 10, Activation.Softmax)]
public partial class LargeNet;
