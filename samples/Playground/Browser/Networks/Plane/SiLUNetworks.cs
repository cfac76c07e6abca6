using GenNet;

namespace Playground.Browser;

[Network]
[Dense(2, 2, Activation.SiLU)]
[Dense(1, Activation.Sigmoid)]
internal sealed partial class SiLU2;

[Network]
[Dense(2, 4, Activation.SiLU)]
[Dense(1, Activation.Sigmoid)]
internal sealed partial class SiLU4;

[Network]
[Dense(2, 8, Activation.SiLU)]
[Dense(1, Activation.Sigmoid)]
internal sealed partial class SiLU8;

[Network]
[Dense(2, 4, Activation.SiLU)]
[Dense(4, Activation.SiLU)]
[Dense(1, Activation.Sigmoid)]
internal sealed partial class SiLU4x4;

[Network]
[Dense(2, 8, Activation.SiLU)]
[Dense(8, Activation.SiLU)]
[Dense(1, Activation.Sigmoid)]
internal sealed partial class SiLU8x8;

[Network]
[Dense(2, 16, Activation.SiLU)]
[Dense(16, Activation.SiLU)]
[Dense(1, Activation.Sigmoid)]
internal sealed partial class SiLU16x16;
