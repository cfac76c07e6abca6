namespace GenNet.Benchmarks.Networks;

/// <summary>LeNet-5 as it is taught today: the network that the lectures end with.</summary>
[Network(Loss.CrossEntropy)]
[Input(1, 28, 28)]
[Conv2D(6, 5, Activation.Tanh, Padding = 2)]
[AveragePool2D(2)]
[Conv2D(16, 5, Activation.Tanh)]
[AveragePool2D(2)]
[Flatten]
[Dense(120, Activation.Tanh)]
[Dense(84, Activation.Tanh)]
[Dense(10, Activation.Softmax)]
public partial class LeNet5;
