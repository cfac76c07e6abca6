using GenNet;

namespace Edge;

/// <summary>The lenet of samples/Mnist: two convolutions with averages between them, then dense layers, and a probability for each digit.</summary>
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
internal sealed partial class LeNet5;
