using GenNet;

namespace GenNet.Gradient.Tests.Twins;

// Every activation of a last layer, as in Differences/LastLayerLoops.cs, in float.

[Network(Loss.HalfSquaredError)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.Identity)]
internal sealed partial class LoopsIdentityHalfSquaredError;

[Network(Loss.HalfSquaredError)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.Sigmoid)]
internal sealed partial class LoopsSigmoidHalfSquaredError;

[Network(Loss.HalfSquaredError)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.Tanh)]
internal sealed partial class LoopsTanhHalfSquaredError;

[Network(Loss.HalfSquaredError)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.ReLU)]
internal sealed partial class LoopsReLUHalfSquaredError;

[Network(Loss.HalfSquaredError)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.LeakyReLU)]
internal sealed partial class LoopsLeakyReLUHalfSquaredError;

[Network(Loss.HalfSquaredError)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.ELU)]
internal sealed partial class LoopsELUHalfSquaredError;

[Network(Loss.HalfSquaredError)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.SELU)]
internal sealed partial class LoopsSELUHalfSquaredError;

[Network(Loss.HalfSquaredError)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.GELU)]
internal sealed partial class LoopsGELUHalfSquaredError;

[Network(Loss.HalfSquaredError)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.GELUTanh)]
internal sealed partial class LoopsGELUTanhHalfSquaredError;

[Network(Loss.HalfSquaredError)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.SiLU)]
internal sealed partial class LoopsSiLUHalfSquaredError;

[Network(Loss.HalfSquaredError)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.Softplus)]
internal sealed partial class LoopsSoftplusHalfSquaredError;

[Network(Loss.HalfSquaredError)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.Softsign)]
internal sealed partial class LoopsSoftsignHalfSquaredError;

[Network(Loss.HalfSquaredError)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.HardTanh)]
internal sealed partial class LoopsHardTanhHalfSquaredError;

[Network(Loss.BinaryCrossEntropy)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.Sigmoid)]
internal sealed partial class LoopsSigmoidBinaryCrossEntropy;

[Network(Loss.HalfSquaredError)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.Softmax)]
internal sealed partial class LoopsSoftmaxHalfSquaredError;

[Network(Loss.CrossEntropy)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.Softmax)]
internal sealed partial class LoopsSoftmaxCrossEntropy;
