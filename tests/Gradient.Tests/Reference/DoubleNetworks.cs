using GenNet;

namespace GenNet.Gradient.Tests;

// A network for each case of Reference/networks.json, named for it, in double.

[Network(Loss.BinaryCrossEntropy, Precision = Precision.Double)]
[Dense(2, 2, Activation.Sigmoid)]
[Dense(1, Activation.Sigmoid)]
internal sealed partial class Xor221D;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Dense(5, 7, Activation.Tanh)]
[Dense(3, Activation.Softmax)]
internal sealed partial class TanhSoftmaxD;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Dense(6, 5, Activation.ReLU)]
[Dense(4, Activation.Softmax)]
internal sealed partial class SingleRowD;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(5, 9, Activation.Sigmoid, Bias = false)]
[Dense(3, Activation.Identity, Bias = false)]
internal sealed partial class NoBiasD;

[Network(Loss.MeanSquaredError, Precision = Precision.Double)]
[Dense(11, 19, Activation.ReLU)]
[Dense(13, Activation.LeakyReLU, Alpha = 0.1)]
[Dense(8, Activation.ELU, Alpha = 1)]
[Dense(5, Activation.Identity)]
internal sealed partial class DeepMixedD;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Dense(33, 67, Activation.Sigmoid)]
[Dense(10, Activation.Softmax)]
internal sealed partial class WideOddD;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(7, 18, Activation.Identity)]
[Dense(5, Activation.Identity)]
internal sealed partial class ActivationIdentityD;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(7, 18, Activation.Sigmoid)]
[Dense(5, Activation.Identity)]
internal sealed partial class ActivationSigmoidD;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(7, 18, Activation.Tanh)]
[Dense(5, Activation.Identity)]
internal sealed partial class ActivationTanhD;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(7, 18, Activation.ReLU)]
[Dense(5, Activation.Identity)]
internal sealed partial class ActivationReluD;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(7, 18, Activation.LeakyReLU, Alpha = 0.1)]
[Dense(5, Activation.Identity)]
internal sealed partial class ActivationLeakyRelu01D;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(7, 18, Activation.LeakyReLU, Alpha = 0.01)]
[Dense(5, Activation.Identity)]
internal sealed partial class ActivationLeakyRelu001D;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(7, 18, Activation.ELU, Alpha = 1)]
[Dense(5, Activation.Identity)]
internal sealed partial class ActivationElu1D;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(7, 18, Activation.ELU, Alpha = 0.5)]
[Dense(5, Activation.Identity)]
internal sealed partial class ActivationElu05D;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(7, 18, Activation.Softplus)]
[Dense(5, Activation.Identity)]
internal sealed partial class ActivationSoftplusD;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(7, 18, Activation.GELU)]
[Dense(5, Activation.Identity)]
internal sealed partial class ActivationGeluD;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(7, 18, Activation.GELUTanh)]
[Dense(5, Activation.Identity)]
internal sealed partial class ActivationGeluTanhD;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(7, 18, Activation.SiLU)]
[Dense(5, Activation.Identity)]
internal sealed partial class ActivationSiluD;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(7, 18, Activation.HardTanh)]
[Dense(5, Activation.Identity)]
internal sealed partial class ActivationHardTanhD;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(7, 18, Activation.SELU)]
[Dense(5, Activation.Identity)]
internal sealed partial class ActivationSeluD;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(7, 18, Activation.Softsign)]
[Dense(5, Activation.Identity)]
internal sealed partial class ActivationSoftsignD;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(6, 10, Activation.Tanh)]
[Dense(4, Activation.Identity)]
internal sealed partial class LossHalfSquaredErrorD;

[Network(Loss.MeanSquaredError, Precision = Precision.Double)]
[Dense(6, 10, Activation.Tanh)]
[Dense(4, Activation.Identity)]
internal sealed partial class LossMeanSquaredErrorD;

[Network(Loss.MeanAbsoluteError, Precision = Precision.Double)]
[Dense(6, 10, Activation.Tanh)]
[Dense(4, Activation.Identity)]
internal sealed partial class LossMeanAbsoluteErrorD;

[Network(Loss.Huber, Precision = Precision.Double)]
[Dense(6, 10, Activation.Tanh)]
[Dense(4, Activation.Identity)]
internal sealed partial class LossHuber1D;

[Network(Loss.BinaryCrossEntropy, Precision = Precision.Double)]
[Dense(6, 10, Activation.Tanh)]
[Dense(4, Activation.Sigmoid)]
internal sealed partial class LossBinaryCrossEntropyD;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Dense(6, 10, Activation.Tanh)]
[Dense(4, Activation.Softmax)]
internal sealed partial class LossCrossEntropyD;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(6, 9, Activation.Sigmoid)]
[Dense(4, Activation.Sigmoid)]
internal sealed partial class SigmoidHalfSquaredErrorD;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(6, 9, Activation.Sigmoid)]
[Dense(4, Activation.Softmax)]
internal sealed partial class SoftmaxHalfSquaredErrorD;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Maxout(6, 8, 2)]
[Dense(3, Activation.Softmax)]
internal sealed partial class Maxout2D;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Maxout(6, 8, 3)]
[Dense(3, Activation.Softmax)]
internal sealed partial class Maxout3D;
