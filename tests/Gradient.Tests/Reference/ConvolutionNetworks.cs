using GenNet;

namespace GenNet.Gradient.Tests;

// A network for each case of Reference/images.json that has convolutions only, named for it, in float and double.

[Network(Loss.CrossEntropy)]
[Input(1, 7, 7)]
[Conv2D(3, 3, Activation.ReLU)]
[Flatten]
[Dense(3, Activation.Softmax)]
internal sealed partial class ConvValidF;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Input(1, 7, 7)]
[Conv2D(3, 3, Activation.ReLU)]
[Flatten]
[Dense(3, Activation.Softmax)]
internal sealed partial class ConvValidD;

[Network(Loss.CrossEntropy)]
[Input(5, 6, 7)]
[Conv2D(8, 1, Activation.ReLU)]
[Flatten]
[Dense(3, Activation.Softmax)]
internal sealed partial class Conv1x1F;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Input(5, 6, 7)]
[Conv2D(8, 1, Activation.ReLU)]
[Flatten]
[Dense(3, Activation.Softmax)]
internal sealed partial class Conv1x1D;

[Network(Loss.CrossEntropy)]
[Input(2, 9, 5)]
[Conv2D(7, 3, Activation.ReLU, Padding = 1)]
[Flatten]
[Dense(3, Activation.Softmax)]
internal sealed partial class ConvRectangularImageF;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Input(2, 9, 5)]
[Conv2D(7, 3, Activation.ReLU, Padding = 1)]
[Flatten]
[Dense(3, Activation.Softmax)]
internal sealed partial class ConvRectangularImageD;

[Network(Loss.CrossEntropy)]
[Input(2, 8, 8)]
[Conv2D(5, 3, 1, Activation.Tanh)]
[Flatten]
[Dense(3, Activation.Softmax)]
internal sealed partial class ConvRectangularKernelF;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Input(2, 8, 8)]
[Conv2D(5, 3, 1, Activation.Tanh)]
[Flatten]
[Dense(3, Activation.Softmax)]
internal sealed partial class ConvRectangularKernelD;

[Network(Loss.CrossEntropy)]
[Input(3, 11, 11)]
[Conv2D(6, 5, Activation.ReLU, Stride = 3, Padding = 2)]
[Flatten]
[Dense(3, Activation.Softmax)]
internal sealed partial class ConvStride3F;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Input(3, 11, 11)]
[Conv2D(6, 5, Activation.ReLU, Stride = 3, Padding = 2)]
[Flatten]
[Dense(3, Activation.Softmax)]
internal sealed partial class ConvStride3D;

[Network(Loss.CrossEntropy)]
[Input(2, 10, 10)]
[Conv2D(4, 3, Activation.Sigmoid, Padding = 2, Dilation = 2)]
[Flatten]
[Dense(3, Activation.Softmax)]
internal sealed partial class ConvDilatedF;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Input(2, 10, 10)]
[Conv2D(4, 3, Activation.Sigmoid, Padding = 2, Dilation = 2)]
[Flatten]
[Dense(3, Activation.Softmax)]
internal sealed partial class ConvDilatedD;

[Network(Loss.CrossEntropy)]
[Input(6, 7, 7)]
[Conv2D(9, 3, Activation.ReLU, Padding = 1, Groups = 3)]
[Flatten]
[Dense(3, Activation.Softmax)]
internal sealed partial class ConvGroupsF;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Input(6, 7, 7)]
[Conv2D(9, 3, Activation.ReLU, Padding = 1, Groups = 3)]
[Flatten]
[Dense(3, Activation.Softmax)]
internal sealed partial class ConvGroupsD;

[Network(Loss.CrossEntropy)]
[Input(8, 6, 6)]
[Conv2D(8, 3, Activation.Identity, Padding = 1, Groups = 8)]
[Flatten]
[Dense(3, Activation.Softmax)]
internal sealed partial class ConvDepthwiseF;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Input(8, 6, 6)]
[Conv2D(8, 3, Activation.Identity, Padding = 1, Groups = 8)]
[Flatten]
[Dense(3, Activation.Softmax)]
internal sealed partial class ConvDepthwiseD;

[Network(Loss.CrossEntropy)]
[Input(3, 6, 6)]
[Conv2D(17, 3, Activation.ReLU, Bias = false)]
[Flatten]
[Dense(3, Activation.Softmax)]
internal sealed partial class ConvNoBiasF;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Input(3, 6, 6)]
[Conv2D(17, 3, Activation.ReLU, Bias = false)]
[Flatten]
[Dense(3, Activation.Softmax)]
internal sealed partial class ConvNoBiasD;

[Network(Loss.CrossEntropy)]
[Input(33, 5, 5)]
[Conv2D(35, 3, Activation.ReLU, Padding = 1)]
[Flatten]
[Dense(3, Activation.Softmax)]
internal sealed partial class ConvManyChannelsF;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Input(33, 5, 5)]
[Conv2D(35, 3, Activation.ReLU, Padding = 1)]
[Flatten]
[Dense(3, Activation.Softmax)]
internal sealed partial class ConvManyChannelsD;

[Network(Loss.CrossEntropy)]
[Input(4, 4, 4)]
[ConvTranspose2D(5, 3, Activation.ReLU, Stride = 2, Padding = 1, OutputPadding = 1)]
[Flatten]
[Dense(3, Activation.Softmax)]
internal sealed partial class ConvTransposeF;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Input(4, 4, 4)]
[ConvTranspose2D(5, 3, Activation.ReLU, Stride = 2, Padding = 1, OutputPadding = 1)]
[Flatten]
[Dense(3, Activation.Softmax)]
internal sealed partial class ConvTransposeD;

[Network(Loss.CrossEntropy)]
[Input(14, 3)]
[Conv1D(6, 5, Activation.ReLU, Padding = 4, Dilation = 2)]
[Flatten]
[Dense(3, Activation.Softmax)]
internal sealed partial class Conv1dF;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Input(14, 3)]
[Conv1D(6, 5, Activation.ReLU, Padding = 4, Dilation = 2)]
[Flatten]
[Dense(3, Activation.Softmax)]
internal sealed partial class Conv1dD;

[Network(Loss.CrossEntropy)]
[Input(2, 6, 6)]
[Conv2D(4, 3, Activation.ReLU, Padding = 1)]
[Conv2D(4, 3, Activation.ReLU, Padding = 1)]
[Conv2D(4, 3, Activation.Identity, Padding = 1)]
[Residual(2, Activation.ReLU)]
[Flatten]
[Dense(3, Activation.Softmax)]
internal sealed partial class ResidualImagesF;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Input(2, 6, 6)]
[Conv2D(4, 3, Activation.ReLU, Padding = 1)]
[Conv2D(4, 3, Activation.ReLU, Padding = 1)]
[Conv2D(4, 3, Activation.Identity, Padding = 1)]
[Residual(2, Activation.ReLU)]
[Flatten]
[Dense(3, Activation.Softmax)]
internal sealed partial class ResidualImagesD;

[Network(Loss.CrossEntropy)]
[Input(2, 6, 6)]
[Conv2D(4, 3, Activation.ReLU, Padding = 1)]
[Conv2D(8, 3, Activation.ReLU, Stride = 2, Padding = 1)]
[Conv2D(8, 3, Activation.Identity, Padding = 1)]
[Residual(2, Activation.ReLU, Projection = true)]
[Flatten]
[Dense(3, Activation.Softmax)]
internal sealed partial class ResidualProjectionF;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Input(2, 6, 6)]
[Conv2D(4, 3, Activation.ReLU, Padding = 1)]
[Conv2D(8, 3, Activation.ReLU, Stride = 2, Padding = 1)]
[Conv2D(8, 3, Activation.Identity, Padding = 1)]
[Residual(2, Activation.ReLU, Projection = true)]
[Flatten]
[Dense(3, Activation.Softmax)]
internal sealed partial class ResidualProjectionD;
