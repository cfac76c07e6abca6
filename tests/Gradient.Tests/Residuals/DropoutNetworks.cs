using GenNet;

namespace GenNet.Gradient.Tests.Residuals;

// One network with dropout, without, and with one that drops nothing.

[Network]
[Dropout(9, 0.5)]
[Residual(1, Activation.Tanh, Projection = true)]
[Residual(2, Activation.SiLU)]
[Dense(12, Activation.Tanh)]
[Dropout(0.4)]
[Residual(1)]
[Dropout(0.4)]
[Residual(2, Activation.Sigmoid, Projection = true, Bias = false)]
[Dense(2)]
internal sealed partial class Dropped;

[Network(Precision = Precision.Double)]
[Dropout(9, 0.5)]
[Residual(1, Activation.Tanh, Projection = true)]
[Residual(2, Activation.SiLU)]
[Dense(12, Activation.Tanh)]
[Dropout(0.4)]
[Residual(1)]
[Dropout(0.4)]
[Residual(2, Activation.Sigmoid, Projection = true, Bias = false)]
[Dense(2)]
internal sealed partial class DroppedD;

[Network]
[Input(9)]
[Flatten]
[Residual(1, Activation.Tanh, Projection = true)]
[Residual(2, Activation.SiLU)]
[Dense(12, Activation.Tanh)]
[Flatten]
[Residual(1)]
[Flatten]
[Residual(2, Activation.Sigmoid, Projection = true, Bias = false)]
[Dense(2)]
internal sealed partial class Undropped;

[Network(Precision = Precision.Double)]
[Input(9)]
[Flatten]
[Residual(1, Activation.Tanh, Projection = true)]
[Residual(2, Activation.SiLU)]
[Dense(12, Activation.Tanh)]
[Flatten]
[Residual(1)]
[Flatten]
[Residual(2, Activation.Sigmoid, Projection = true, Bias = false)]
[Dense(2)]
internal sealed partial class UndroppedD;

[Network(Precision = Precision.Double)]
[Dropout(9, 0)]
[Residual(1, Activation.Tanh, Projection = true)]
[Residual(2, Activation.SiLU)]
[Dense(12, Activation.Tanh)]
[Dropout(0)]
[Residual(1)]
[Dropout(0)]
[Residual(2, Activation.Sigmoid, Projection = true, Bias = false)]
[Dense(2)]
internal sealed partial class ZeroRateD;
