using GenNet;

namespace GenNet.Gradient.Tests;

// A network for each case of Reference/networks.json, named for it, in float.

[Network(Loss.BinaryCrossEntropy)]
[Dense(2, 2, Activation.Sigmoid)]
[Dense(1, Activation.Sigmoid)]
internal sealed partial class Xor221F;

[Network(Loss.CrossEntropy)]
[Dense(5, 7, Activation.Tanh)]
[Dense(3, Activation.Softmax)]
internal sealed partial class TanhSoftmaxF;

[Network(Loss.CrossEntropy)]
[Dense(6, 5, Activation.ReLU)]
[Dense(4, Activation.Softmax)]
internal sealed partial class SingleRowF;

[Network(Loss.HalfSquaredError)]
[Dense(5, 9, Activation.Sigmoid, Bias = false)]
[Dense(3, Activation.Identity, Bias = false)]
internal sealed partial class NoBiasF;

[Network(Loss.MeanSquaredError)]
[Dense(11, 19, Activation.ReLU)]
[Dense(13, Activation.LeakyReLU, Alpha = 0.1)]
[Dense(8, Activation.ELU, Alpha = 1)]
[Dense(5, Activation.Identity)]
internal sealed partial class DeepMixedF;

[Network(Loss.CrossEntropy)]
[Dense(33, 67, Activation.Sigmoid)]
[Dense(10, Activation.Softmax)]
internal sealed partial class WideOddF;

[Network(Loss.HalfSquaredError)]
[Dense(7, 18, Activation.Identity)]
[Dense(5, Activation.Identity)]
internal sealed partial class ActivationIdentityF;

[Network(Loss.HalfSquaredError)]
[Dense(7, 18, Activation.Sigmoid)]
[Dense(5, Activation.Identity)]
internal sealed partial class ActivationSigmoidF;

[Network(Loss.HalfSquaredError)]
[Dense(7, 18, Activation.Tanh)]
[Dense(5, Activation.Identity)]
internal sealed partial class ActivationTanhF;

[Network(Loss.HalfSquaredError)]
[Dense(7, 18, Activation.ReLU)]
[Dense(5, Activation.Identity)]
internal sealed partial class ActivationReluF;

[Network(Loss.HalfSquaredError)]
[Dense(7, 18, Activation.LeakyReLU, Alpha = 0.1)]
[Dense(5, Activation.Identity)]
internal sealed partial class ActivationLeakyRelu01F;

[Network(Loss.HalfSquaredError)]
[Dense(7, 18, Activation.LeakyReLU, Alpha = 0.01)]
[Dense(5, Activation.Identity)]
internal sealed partial class ActivationLeakyRelu001F;

[Network(Loss.HalfSquaredError)]
[Dense(7, 18, Activation.ELU, Alpha = 1)]
[Dense(5, Activation.Identity)]
internal sealed partial class ActivationElu1F;

[Network(Loss.HalfSquaredError)]
[Dense(7, 18, Activation.ELU, Alpha = 0.5)]
[Dense(5, Activation.Identity)]
internal sealed partial class ActivationElu05F;

[Network(Loss.HalfSquaredError)]
[Dense(7, 18, Activation.Softplus)]
[Dense(5, Activation.Identity)]
internal sealed partial class ActivationSoftplusF;

[Network(Loss.HalfSquaredError)]
[Dense(7, 18, Activation.GELU)]
[Dense(5, Activation.Identity)]
internal sealed partial class ActivationGeluF;

[Network(Loss.HalfSquaredError)]
[Dense(7, 18, Activation.GELUTanh)]
[Dense(5, Activation.Identity)]
internal sealed partial class ActivationGeluTanhF;

[Network(Loss.HalfSquaredError)]
[Dense(7, 18, Activation.SiLU)]
[Dense(5, Activation.Identity)]
internal sealed partial class ActivationSiluF;

[Network(Loss.HalfSquaredError)]
[Dense(7, 18, Activation.HardTanh)]
[Dense(5, Activation.Identity)]
internal sealed partial class ActivationHardTanhF;

[Network(Loss.HalfSquaredError)]
[Dense(7, 18, Activation.SELU)]
[Dense(5, Activation.Identity)]
internal sealed partial class ActivationSeluF;

[Network(Loss.HalfSquaredError)]
[Dense(7, 18, Activation.Softsign)]
[Dense(5, Activation.Identity)]
internal sealed partial class ActivationSoftsignF;

[Network(Loss.HalfSquaredError)]
[Dense(6, 10, Activation.Tanh)]
[Dense(4, Activation.Identity)]
internal sealed partial class LossHalfSquaredErrorF;

[Network(Loss.MeanSquaredError)]
[Dense(6, 10, Activation.Tanh)]
[Dense(4, Activation.Identity)]
internal sealed partial class LossMeanSquaredErrorF;

[Network(Loss.MeanAbsoluteError)]
[Dense(6, 10, Activation.Tanh)]
[Dense(4, Activation.Identity)]
internal sealed partial class LossMeanAbsoluteErrorF;

[Network(Loss.Huber)]
[Dense(6, 10, Activation.Tanh)]
[Dense(4, Activation.Identity)]
internal sealed partial class LossHuber1F;

[Network(Loss.BinaryCrossEntropy)]
[Dense(6, 10, Activation.Tanh)]
[Dense(4, Activation.Sigmoid)]
internal sealed partial class LossBinaryCrossEntropyF;

[Network(Loss.CrossEntropy)]
[Dense(6, 10, Activation.Tanh)]
[Dense(4, Activation.Softmax)]
internal sealed partial class LossCrossEntropyF;

[Network(Loss.HalfSquaredError)]
[Dense(6, 9, Activation.Sigmoid)]
[Dense(4, Activation.Sigmoid)]
internal sealed partial class SigmoidHalfSquaredErrorF;

[Network(Loss.HalfSquaredError)]
[Dense(6, 9, Activation.Sigmoid)]
[Dense(4, Activation.Softmax)]
internal sealed partial class SoftmaxHalfSquaredErrorF;

[Network(Loss.CrossEntropy)]
[Maxout(6, 8, 2)]
[Dense(3, Activation.Softmax)]
internal sealed partial class Maxout2F;

[Network(Loss.CrossEntropy)]
[Maxout(6, 8, 3)]
[Dense(3, Activation.Softmax)]
internal sealed partial class Maxout3F;
