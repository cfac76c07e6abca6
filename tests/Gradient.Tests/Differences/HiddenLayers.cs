using GenNet;

namespace GenNet.Gradient.Tests.Differences;

// Every activation in hidden layers, in both forms of code.

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(3, 4, Activation.Identity)]
[Dense(3, Activation.Identity)]
[Dense(2, Activation.Identity)]
internal sealed partial class TinyHiddenIdentity;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(5, 11, Activation.Identity)]
[Dense(17, Activation.Identity)]
[Dense(2, Activation.Identity)]
internal sealed partial class LoopsHiddenIdentity;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(3, 4, Activation.Sigmoid)]
[Dense(3, Activation.Sigmoid)]
[Dense(2, Activation.Identity)]
internal sealed partial class TinyHiddenSigmoid;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(5, 11, Activation.Sigmoid)]
[Dense(17, Activation.Sigmoid)]
[Dense(2, Activation.Identity)]
internal sealed partial class LoopsHiddenSigmoid;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(3, Activation.Tanh)]
[Dense(2, Activation.Identity)]
internal sealed partial class TinyHiddenTanh;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(5, 11, Activation.Tanh)]
[Dense(17, Activation.Tanh)]
[Dense(2, Activation.Identity)]
internal sealed partial class LoopsHiddenTanh;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(3, 4, Activation.ReLU)]
[Dense(3, Activation.ReLU)]
[Dense(2, Activation.Identity)]
internal sealed partial class TinyHiddenReLU;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(5, 11, Activation.ReLU)]
[Dense(17, Activation.ReLU)]
[Dense(2, Activation.Identity)]
internal sealed partial class LoopsHiddenReLU;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(3, 4, Activation.LeakyReLU)]
[Dense(3, Activation.LeakyReLU)]
[Dense(2, Activation.Identity)]
internal sealed partial class TinyHiddenLeakyReLU;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(5, 11, Activation.LeakyReLU)]
[Dense(17, Activation.LeakyReLU)]
[Dense(2, Activation.Identity)]
internal sealed partial class LoopsHiddenLeakyReLU;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(3, 4, Activation.ELU)]
[Dense(3, Activation.ELU)]
[Dense(2, Activation.Identity)]
internal sealed partial class TinyHiddenELU;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(5, 11, Activation.ELU)]
[Dense(17, Activation.ELU)]
[Dense(2, Activation.Identity)]
internal sealed partial class LoopsHiddenELU;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(3, 4, Activation.SELU)]
[Dense(3, Activation.SELU)]
[Dense(2, Activation.Identity)]
internal sealed partial class TinyHiddenSELU;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(5, 11, Activation.SELU)]
[Dense(17, Activation.SELU)]
[Dense(2, Activation.Identity)]
internal sealed partial class LoopsHiddenSELU;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(3, 4, Activation.GELU)]
[Dense(3, Activation.GELU)]
[Dense(2, Activation.Identity)]
internal sealed partial class TinyHiddenGELU;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(5, 11, Activation.GELU)]
[Dense(17, Activation.GELU)]
[Dense(2, Activation.Identity)]
internal sealed partial class LoopsHiddenGELU;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(3, 4, Activation.GELUTanh)]
[Dense(3, Activation.GELUTanh)]
[Dense(2, Activation.Identity)]
internal sealed partial class TinyHiddenGELUTanh;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(5, 11, Activation.GELUTanh)]
[Dense(17, Activation.GELUTanh)]
[Dense(2, Activation.Identity)]
internal sealed partial class LoopsHiddenGELUTanh;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(3, 4, Activation.SiLU)]
[Dense(3, Activation.SiLU)]
[Dense(2, Activation.Identity)]
internal sealed partial class TinyHiddenSiLU;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(5, 11, Activation.SiLU)]
[Dense(17, Activation.SiLU)]
[Dense(2, Activation.Identity)]
internal sealed partial class LoopsHiddenSiLU;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(3, 4, Activation.Softplus)]
[Dense(3, Activation.Softplus)]
[Dense(2, Activation.Identity)]
internal sealed partial class TinyHiddenSoftplus;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(5, 11, Activation.Softplus)]
[Dense(17, Activation.Softplus)]
[Dense(2, Activation.Identity)]
internal sealed partial class LoopsHiddenSoftplus;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(3, 4, Activation.Softsign)]
[Dense(3, Activation.Softsign)]
[Dense(2, Activation.Identity)]
internal sealed partial class TinyHiddenSoftsign;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(5, 11, Activation.Softsign)]
[Dense(17, Activation.Softsign)]
[Dense(2, Activation.Identity)]
internal sealed partial class LoopsHiddenSoftsign;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(3, 4, Activation.HardTanh)]
[Dense(3, Activation.HardTanh)]
[Dense(2, Activation.Identity)]
internal sealed partial class TinyHiddenHardTanh;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(5, 11, Activation.HardTanh)]
[Dense(17, Activation.HardTanh)]
[Dense(2, Activation.Identity)]
internal sealed partial class LoopsHiddenHardTanh;
