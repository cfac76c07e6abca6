using GenNet;

namespace Playground.Browser;

[Network]
[Dense(2, 2, Activation.ReLU)]
[Dense(1, Activation.Sigmoid)]
internal sealed partial class ReLU2;

[Network]
[Dense(2, 4, Activation.ReLU)]
[Dense(1, Activation.Sigmoid)]
internal sealed partial class ReLU4;

[Network]
[Dense(2, 8, Activation.ReLU)]
[Dense(1, Activation.Sigmoid)]
internal sealed partial class ReLU8;

[Network]
[Dense(2, 4, Activation.ReLU)]
[Dense(4, Activation.ReLU)]
[Dense(1, Activation.Sigmoid)]
internal sealed partial class ReLU4x4;

[Network]
[Dense(2, 8, Activation.ReLU)]
[Dense(8, Activation.ReLU)]
[Dense(1, Activation.Sigmoid)]
internal sealed partial class ReLU8x8;

[Network]
[Dense(2, 16, Activation.ReLU)]
[Dense(16, Activation.ReLU)]
[Dense(1, Activation.Sigmoid)]
internal sealed partial class ReLU16x16;
