using GenNet;

namespace Playground.Browser;

[Network]
[Dense(2, 2, Activation.Sigmoid)]
[Dense(1, Activation.Sigmoid)]
internal sealed partial class Sigmoid2;

[Network]
[Dense(2, 4, Activation.Sigmoid)]
[Dense(1, Activation.Sigmoid)]
internal sealed partial class Sigmoid4;

[Network]
[Dense(2, 8, Activation.Sigmoid)]
[Dense(1, Activation.Sigmoid)]
internal sealed partial class Sigmoid8;

[Network]
[Dense(2, 4, Activation.Sigmoid)]
[Dense(4, Activation.Sigmoid)]
[Dense(1, Activation.Sigmoid)]
internal sealed partial class Sigmoid4x4;

[Network]
[Dense(2, 8, Activation.Sigmoid)]
[Dense(8, Activation.Sigmoid)]
[Dense(1, Activation.Sigmoid)]
internal sealed partial class Sigmoid8x8;

[Network]
[Dense(2, 16, Activation.Sigmoid)]
[Dense(16, Activation.Sigmoid)]
[Dense(1, Activation.Sigmoid)]
internal sealed partial class Sigmoid16x16;
