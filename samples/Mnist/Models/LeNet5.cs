using GenNet;

namespace Mnist;

/// <summary>
/// LeNet-5: two convolutions with averages between them, then dense layers (LeCun et al., "Gradient-Based Learning Applied to Document Recognition", 1998). As it is
/// taught today: each filter sees all channels, and the outputs are a softmax.
/// </summary>
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
