using GenNet;

namespace GenNet.Gradient.Tests.Differences;

// Every activation before every loss that it can feed, in networks small enough to be straight-line code.

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.Identity)]
internal sealed partial class TinyIdentityHalfSquaredError;

[Network(Loss.MeanSquaredError, Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.Identity)]
internal sealed partial class TinyIdentityMeanSquaredError;

[Network(Loss.MeanAbsoluteError, Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.Identity)]
internal sealed partial class TinyIdentityMeanAbsoluteError;

[Network(Loss.Huber, Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.Identity)]
internal sealed partial class TinyIdentityHuber;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.Sigmoid)]
internal sealed partial class TinySigmoidHalfSquaredError;

[Network(Loss.MeanSquaredError, Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.Sigmoid)]
internal sealed partial class TinySigmoidMeanSquaredError;

[Network(Loss.MeanAbsoluteError, Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.Sigmoid)]
internal sealed partial class TinySigmoidMeanAbsoluteError;

[Network(Loss.Huber, Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.Sigmoid)]
internal sealed partial class TinySigmoidHuber;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.Tanh)]
internal sealed partial class TinyTanhHalfSquaredError;

[Network(Loss.MeanSquaredError, Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.Tanh)]
internal sealed partial class TinyTanhMeanSquaredError;

[Network(Loss.MeanAbsoluteError, Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.Tanh)]
internal sealed partial class TinyTanhMeanAbsoluteError;

[Network(Loss.Huber, Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.Tanh)]
internal sealed partial class TinyTanhHuber;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.ReLU)]
internal sealed partial class TinyReLUHalfSquaredError;

[Network(Loss.MeanSquaredError, Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.ReLU)]
internal sealed partial class TinyReLUMeanSquaredError;

[Network(Loss.MeanAbsoluteError, Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.ReLU)]
internal sealed partial class TinyReLUMeanAbsoluteError;

[Network(Loss.Huber, Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.ReLU)]
internal sealed partial class TinyReLUHuber;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.LeakyReLU)]
internal sealed partial class TinyLeakyReLUHalfSquaredError;

[Network(Loss.MeanSquaredError, Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.LeakyReLU)]
internal sealed partial class TinyLeakyReLUMeanSquaredError;

[Network(Loss.MeanAbsoluteError, Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.LeakyReLU)]
internal sealed partial class TinyLeakyReLUMeanAbsoluteError;

[Network(Loss.Huber, Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.LeakyReLU)]
internal sealed partial class TinyLeakyReLUHuber;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.ELU)]
internal sealed partial class TinyELUHalfSquaredError;

[Network(Loss.MeanSquaredError, Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.ELU)]
internal sealed partial class TinyELUMeanSquaredError;

[Network(Loss.MeanAbsoluteError, Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.ELU)]
internal sealed partial class TinyELUMeanAbsoluteError;

[Network(Loss.Huber, Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.ELU)]
internal sealed partial class TinyELUHuber;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.SELU)]
internal sealed partial class TinySELUHalfSquaredError;

[Network(Loss.MeanSquaredError, Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.SELU)]
internal sealed partial class TinySELUMeanSquaredError;

[Network(Loss.MeanAbsoluteError, Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.SELU)]
internal sealed partial class TinySELUMeanAbsoluteError;

[Network(Loss.Huber, Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.SELU)]
internal sealed partial class TinySELUHuber;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.GELU)]
internal sealed partial class TinyGELUHalfSquaredError;

[Network(Loss.MeanSquaredError, Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.GELU)]
internal sealed partial class TinyGELUMeanSquaredError;

[Network(Loss.MeanAbsoluteError, Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.GELU)]
internal sealed partial class TinyGELUMeanAbsoluteError;

[Network(Loss.Huber, Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.GELU)]
internal sealed partial class TinyGELUHuber;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.GELUTanh)]
internal sealed partial class TinyGELUTanhHalfSquaredError;

[Network(Loss.MeanSquaredError, Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.GELUTanh)]
internal sealed partial class TinyGELUTanhMeanSquaredError;

[Network(Loss.MeanAbsoluteError, Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.GELUTanh)]
internal sealed partial class TinyGELUTanhMeanAbsoluteError;

[Network(Loss.Huber, Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.GELUTanh)]
internal sealed partial class TinyGELUTanhHuber;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.SiLU)]
internal sealed partial class TinySiLUHalfSquaredError;

[Network(Loss.MeanSquaredError, Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.SiLU)]
internal sealed partial class TinySiLUMeanSquaredError;

[Network(Loss.MeanAbsoluteError, Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.SiLU)]
internal sealed partial class TinySiLUMeanAbsoluteError;

[Network(Loss.Huber, Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.SiLU)]
internal sealed partial class TinySiLUHuber;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.Softplus)]
internal sealed partial class TinySoftplusHalfSquaredError;

[Network(Loss.MeanSquaredError, Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.Softplus)]
internal sealed partial class TinySoftplusMeanSquaredError;

[Network(Loss.MeanAbsoluteError, Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.Softplus)]
internal sealed partial class TinySoftplusMeanAbsoluteError;

[Network(Loss.Huber, Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.Softplus)]
internal sealed partial class TinySoftplusHuber;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.Softsign)]
internal sealed partial class TinySoftsignHalfSquaredError;

[Network(Loss.MeanSquaredError, Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.Softsign)]
internal sealed partial class TinySoftsignMeanSquaredError;

[Network(Loss.MeanAbsoluteError, Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.Softsign)]
internal sealed partial class TinySoftsignMeanAbsoluteError;

[Network(Loss.Huber, Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.Softsign)]
internal sealed partial class TinySoftsignHuber;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.HardTanh)]
internal sealed partial class TinyHardTanhHalfSquaredError;

[Network(Loss.MeanSquaredError, Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.HardTanh)]
internal sealed partial class TinyHardTanhMeanSquaredError;

[Network(Loss.MeanAbsoluteError, Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.HardTanh)]
internal sealed partial class TinyHardTanhMeanAbsoluteError;

[Network(Loss.Huber, Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.HardTanh)]
internal sealed partial class TinyHardTanhHuber;

[Network(Loss.BinaryCrossEntropy, Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.Sigmoid)]
internal sealed partial class TinySigmoidBinaryCrossEntropy;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.Softmax)]
internal sealed partial class TinySoftmaxHalfSquaredError;

[Network(Loss.MeanSquaredError, Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.Softmax)]
internal sealed partial class TinySoftmaxMeanSquaredError;

[Network(Loss.MeanAbsoluteError, Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.Softmax)]
internal sealed partial class TinySoftmaxMeanAbsoluteError;

[Network(Loss.Huber, Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.Softmax)]
internal sealed partial class TinySoftmaxHuber;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.Softmax)]
internal sealed partial class TinySoftmaxCrossEntropy;

[Network(Loss.Perceptron, Precision = Precision.Double)]
[Dense(3, 2, Activation.Step)]
internal sealed partial class TinyStepPerceptron;

[Network(Loss.Perceptron, Precision = Precision.Double)]
[Dense(3, 2, Activation.Sign)]
internal sealed partial class TinySignPerceptron;
