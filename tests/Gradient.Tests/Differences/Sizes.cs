using GenNet;

namespace GenNet.Gradient.Tests.Differences;

// Sizes around the widths of vectors and cache lines: rows with a tail, without one, with a line of padding more.

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Dense(6, 12, Activation.Sigmoid)]
[Dense(1, Activation.Softmax)]
internal sealed partial class Outputs1CrossEntropy;

[Network(Loss.Huber, Precision = Precision.Double)]
[Dense(6, 12, Activation.Sigmoid)]
[Dense(1, Activation.Softmax)]
internal sealed partial class Outputs1SoftmaxHuber;

[Network(Loss.BinaryCrossEntropy, Precision = Precision.Double)]
[Dense(6, 12, Activation.Sigmoid)]
[Dense(1, Activation.Sigmoid)]
internal sealed partial class Outputs1BinaryCrossEntropy;

[Network(Loss.MeanSquaredError, Precision = Precision.Double)]
[Dense(6, 12, Activation.GELU)]
[Dense(1, Activation.Identity)]
internal sealed partial class Outputs1MeanSquaredError;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Dense(6, 12, Activation.Sigmoid)]
[Dense(7, Activation.Softmax)]
internal sealed partial class Outputs7CrossEntropy;

[Network(Loss.Huber, Precision = Precision.Double)]
[Dense(6, 12, Activation.Sigmoid)]
[Dense(7, Activation.Softmax)]
internal sealed partial class Outputs7SoftmaxHuber;

[Network(Loss.BinaryCrossEntropy, Precision = Precision.Double)]
[Dense(6, 12, Activation.Sigmoid)]
[Dense(7, Activation.Sigmoid)]
internal sealed partial class Outputs7BinaryCrossEntropy;

[Network(Loss.MeanSquaredError, Precision = Precision.Double)]
[Dense(6, 12, Activation.GELU)]
[Dense(7, Activation.Identity)]
internal sealed partial class Outputs7MeanSquaredError;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Dense(6, 12, Activation.Sigmoid)]
[Dense(8, Activation.Softmax)]
internal sealed partial class Outputs8CrossEntropy;

[Network(Loss.Huber, Precision = Precision.Double)]
[Dense(6, 12, Activation.Sigmoid)]
[Dense(8, Activation.Softmax)]
internal sealed partial class Outputs8SoftmaxHuber;

[Network(Loss.BinaryCrossEntropy, Precision = Precision.Double)]
[Dense(6, 12, Activation.Sigmoid)]
[Dense(8, Activation.Sigmoid)]
internal sealed partial class Outputs8BinaryCrossEntropy;

[Network(Loss.MeanSquaredError, Precision = Precision.Double)]
[Dense(6, 12, Activation.GELU)]
[Dense(8, Activation.Identity)]
internal sealed partial class Outputs8MeanSquaredError;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Dense(6, 12, Activation.Sigmoid)]
[Dense(9, Activation.Softmax)]
internal sealed partial class Outputs9CrossEntropy;

[Network(Loss.Huber, Precision = Precision.Double)]
[Dense(6, 12, Activation.Sigmoid)]
[Dense(9, Activation.Softmax)]
internal sealed partial class Outputs9SoftmaxHuber;

[Network(Loss.BinaryCrossEntropy, Precision = Precision.Double)]
[Dense(6, 12, Activation.Sigmoid)]
[Dense(9, Activation.Sigmoid)]
internal sealed partial class Outputs9BinaryCrossEntropy;

[Network(Loss.MeanSquaredError, Precision = Precision.Double)]
[Dense(6, 12, Activation.GELU)]
[Dense(9, Activation.Identity)]
internal sealed partial class Outputs9MeanSquaredError;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Dense(6, 12, Activation.Sigmoid)]
[Dense(16, Activation.Softmax)]
internal sealed partial class Outputs16CrossEntropy;

[Network(Loss.Huber, Precision = Precision.Double)]
[Dense(6, 12, Activation.Sigmoid)]
[Dense(16, Activation.Softmax)]
internal sealed partial class Outputs16SoftmaxHuber;

[Network(Loss.BinaryCrossEntropy, Precision = Precision.Double)]
[Dense(6, 12, Activation.Sigmoid)]
[Dense(16, Activation.Sigmoid)]
internal sealed partial class Outputs16BinaryCrossEntropy;

[Network(Loss.MeanSquaredError, Precision = Precision.Double)]
[Dense(6, 12, Activation.GELU)]
[Dense(16, Activation.Identity)]
internal sealed partial class Outputs16MeanSquaredError;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Dense(6, 12, Activation.Sigmoid)]
[Dense(17, Activation.Softmax)]
internal sealed partial class Outputs17CrossEntropy;

[Network(Loss.Huber, Precision = Precision.Double)]
[Dense(6, 12, Activation.Sigmoid)]
[Dense(17, Activation.Softmax)]
internal sealed partial class Outputs17SoftmaxHuber;

[Network(Loss.BinaryCrossEntropy, Precision = Precision.Double)]
[Dense(6, 12, Activation.Sigmoid)]
[Dense(17, Activation.Sigmoid)]
internal sealed partial class Outputs17BinaryCrossEntropy;

[Network(Loss.MeanSquaredError, Precision = Precision.Double)]
[Dense(6, 12, Activation.GELU)]
[Dense(17, Activation.Identity)]
internal sealed partial class Outputs17MeanSquaredError;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Dense(6, 12, Activation.Sigmoid)]
[Dense(33, Activation.Softmax)]
internal sealed partial class Outputs33CrossEntropy;

[Network(Loss.Huber, Precision = Precision.Double)]
[Dense(6, 12, Activation.Sigmoid)]
[Dense(33, Activation.Softmax)]
internal sealed partial class Outputs33SoftmaxHuber;

[Network(Loss.BinaryCrossEntropy, Precision = Precision.Double)]
[Dense(6, 12, Activation.Sigmoid)]
[Dense(33, Activation.Sigmoid)]
internal sealed partial class Outputs33BinaryCrossEntropy;

[Network(Loss.MeanSquaredError, Precision = Precision.Double)]
[Dense(6, 12, Activation.GELU)]
[Dense(33, Activation.Identity)]
internal sealed partial class Outputs33MeanSquaredError;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(1, 10, Activation.Tanh)]
[Dense(7, Activation.SiLU)]
internal sealed partial class Inputs1;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(8, 10, Activation.Tanh)]
[Dense(7, Activation.SiLU)]
internal sealed partial class Inputs8;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(15, 10, Activation.Tanh)]
[Dense(7, Activation.SiLU)]
internal sealed partial class Inputs15;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(16, 10, Activation.Tanh)]
[Dense(7, Activation.SiLU)]
internal sealed partial class Inputs16;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(64, 10, Activation.Tanh)]
[Dense(7, Activation.SiLU)]
internal sealed partial class Inputs64;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(65, 10, Activation.Tanh)]
[Dense(7, Activation.SiLU)]
internal sealed partial class Inputs65;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(3, 64, Activation.Tanh)]
[Dense(2, Activation.Identity)]
internal sealed partial class Wide64;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(3, 256, Activation.GELU)]
[Dense(64, Activation.ReLU)]
[Dense(2, Activation.Identity)]
internal sealed partial class Wide256GELU;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(9, 10, Activation.Tanh, Bias = false)]
[Dense(5, Activation.Identity, Bias = false)]
internal sealed partial class NoBias;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Dense(20, 10, Activation.Softmax)]
internal sealed partial class OneLayer;

[Network(Loss.BinaryCrossEntropy, Precision = Precision.Double)]
[Dense(3, 1, Activation.Sigmoid)]
internal sealed partial class OneTinyLayer;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(4, 9, Activation.Tanh)]
[Dense(8, Activation.Identity)]
[Dense(7, Activation.Softplus)]
[Dense(6, Activation.GELU)]
[Dense(5, Activation.Sigmoid)]
internal sealed partial class FiveLayers;
