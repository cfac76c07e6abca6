using GenNet;

namespace GenNet.Gradient.Tests.Jacobians;

// Two networks, and one of all of their layers.

[Network(Precision = Precision.Double)]
[Dense(9, 21, Activation.Tanh)]
[Dense(12, Activation.GELU)]
internal sealed partial class FirstHalf;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Dense(12, 17, Activation.SiLU)]
[Dense(4, Activation.Softmax)]
internal sealed partial class SecondHalf;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Dense(9, 21, Activation.Tanh)]
[Dense(12, Activation.GELU)]
[Dense(17, Activation.SiLU)]
[Dense(4, Activation.Softmax)]
internal sealed partial class BothHalves;

// Of the half squared error of outputs without activation, the gradient is linear in the targets.

[Network(Precision = Precision.Double)]
[Dropout(9, 0.2)]
[Dense(20, Activation.Tanh)]
[Dropout(0.5)]
[Dense(20)]
[Dropout(0.3)]
[Residual(3, Activation.SiLU)]
[Dense(5)]
internal sealed partial class DroppingLinear;
