namespace GenNet.Benchmarks.Networks;

/// <summary>4-32-16-4: the size of a controller, a game opponent or a sensor's filter.</summary>
[Network(Loss.CrossEntropy)]
[Dense(4, 32, Activation.Tanh)]
[Dense(32, 16, Activation.Tanh)]
[Dense(16, 4, Activation.Softmax)]
public partial class ControlNet;
