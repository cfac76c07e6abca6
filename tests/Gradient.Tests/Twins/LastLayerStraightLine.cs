using GenNet;

namespace GenNet.Gradient.Tests.Twins;

// Every activation of a last layer, as in Differences/LastLayerStraightLine.cs, in float.

[Network(Loss.HalfSquaredError)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.Identity)]
internal sealed partial class TinyIdentityHalfSquaredError;

[Network(Loss.HalfSquaredError)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.Sigmoid)]
internal sealed partial class TinySigmoidHalfSquaredError;

[Network(Loss.HalfSquaredError)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.Tanh)]
internal sealed partial class TinyTanhHalfSquaredError;

[Network(Loss.HalfSquaredError)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.ReLU)]
internal sealed partial class TinyReLUHalfSquaredError;

[Network(Loss.HalfSquaredError)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.LeakyReLU)]
internal sealed partial class TinyLeakyReLUHalfSquaredError;

[Network(Loss.HalfSquaredError)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.ELU)]
internal sealed partial class TinyELUHalfSquaredError;

[Network(Loss.HalfSquaredError)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.SELU)]
internal sealed partial class TinySELUHalfSquaredError;

[Network(Loss.HalfSquaredError)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.GELU)]
internal sealed partial class TinyGELUHalfSquaredError;

[Network(Loss.HalfSquaredError)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.GELUTanh)]
internal sealed partial class TinyGELUTanhHalfSquaredError;

[Network(Loss.HalfSquaredError)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.SiLU)]
internal sealed partial class TinySiLUHalfSquaredError;

[Network(Loss.HalfSquaredError)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.Softplus)]
internal sealed partial class TinySoftplusHalfSquaredError;

[Network(Loss.HalfSquaredError)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.Softsign)]
internal sealed partial class TinySoftsignHalfSquaredError;

[Network(Loss.HalfSquaredError)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.HardTanh)]
internal sealed partial class TinyHardTanhHalfSquaredError;

[Network(Loss.BinaryCrossEntropy)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.Sigmoid)]
internal sealed partial class TinySigmoidBinaryCrossEntropy;

[Network(Loss.HalfSquaredError)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.Softmax)]
internal sealed partial class TinySoftmaxHalfSquaredError;

[Network(Loss.CrossEntropy)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.Softmax)]
internal sealed partial class TinySoftmaxCrossEntropy;
