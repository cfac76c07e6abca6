namespace GenNet.Gradient.Tests.Differences;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Input(2, 7, 9)]
[Conv2D(5, 3, Activation.Tanh, Padding = 1)]
[Conv2D(4, 3, 2, Activation.Sigmoid, Stride = 2)]
[Flatten]
[Dense(3, Activation.Softmax)]
internal sealed partial class ConvolutionsInARow;

[Network(Precision = Precision.Double)]
[Input(4, 6, 7)]
[Conv2D(4, 3, Activation.SiLU, Padding = 4, Dilation = 2, Groups = 4)]
[Conv2D(6, 1, Activation.Tanh, Bias = false)]
[MaxPool2D(2)]
[GlobalAveragePool]
[Dense(3)]
internal sealed partial class DepthwiseAndPointwise;

[Network(Precision = Precision.Double)]
[Input(2, 8, 7)]
[Conv2D(6, 3, Activation.Tanh, Stride = 2, Padding = 1)]
[Conv2D(6, 3, Padding = 1)]
[Residual(2, Activation.GELU, Projection = true)]
[Conv2D(6, 3, Activation.Tanh, Padding = 1)]
[Dropout(0.3, Channels = true)]
[Residual(2, Activation.Tanh)]
[Flatten]
[Dense(3)]
internal sealed partial class ResidualsOfConvolutions;

[Network(Precision = Precision.Double)]
[Input(3, 6, 6)]
[Conv2D(4, 3, Activation.Tanh, Stride = 2, Padding = 1)]
[ConvTranspose2D(2, 3, Activation.SELU, Stride = 2, Padding = 1, OutputPadding = 1)]
[ConvTranspose2D(3, 2, 3, Padding = 1)]
internal sealed partial class EncoderAndDecoder;

[Network(Precision = Precision.Double)]
[Input(24, 4)]
[Conv1D(6, 3, Activation.Tanh, Groups = 2)]
[Conv1D(3, 20, Activation.Tanh, Stride = 2)]
[AveragePool1D(2)]
[Conv1D(2, 1)]
internal sealed partial class ConvolutionsOfSequences;

[Network(Precision = Precision.Double)]
[Input(1, 5, 6)]
[Conv2D(3, 3, Padding = 1)]
internal sealed partial class ConvolutionAlone;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Input(2, 5, 6)]
[Conv2D(13, 3, Bias = false)]
[LayerNorm(Activation.Tanh)]
[Flatten]
[Dense(3, Activation.Softmax)]
internal sealed partial class NormalisedConvolution;

[Network(Precision = Precision.Double)]
[Input(2, 6, 6)]
[Conv2D(3, 3, Activation.Sigmoid, Padding = 1)]
[Conv2D(3, 2, Activation.ReLU)]
[Conv2D(3, 2, Activation.LeakyReLU, Alpha = 0.2)]
[Conv2D(3, 1, Activation.ELU, Alpha = 0.5)]
[Conv2D(3, 3, Activation.SELU, Padding = 1)]
[Conv2D(3, 2, Activation.HardTanh)]
[Flatten]
[Dense(3)]
internal sealed partial class PiecewiseConvolutions;

[Network(Precision = Precision.Double)]
[Input(2, 6, 6)]
[Conv2D(3, 3, Activation.GELU, Padding = 1)]
[Conv2D(3, 2, Activation.GELUTanh)]
[Conv2D(3, 2, Activation.SiLU)]
[Conv2D(3, 1, Activation.Softplus)]
[Conv2D(3, 3, Activation.Softsign, Padding = 1)]
[Conv2D(2, 2, Activation.Tanh)]
internal sealed partial class SmoothConvolutions;

[Network(Precision = Precision.Double)]
[Input(2, 5, 6)]
[Conv2D(3, 3, nameof(Cubed))]
[ConvTranspose2D(2, 2, typeof(UserFunctions.MyFunctions), nameof(UserFunctions.MyFunctions.Swish), Alpha = 1.5)]
[Flatten]
[Dense(3)]
internal sealed partial class ConvolutionsWithFunctions
{
    private static double Cubed(double x) => x * x * x / (1 + x * x);
}
