using GenNet;

namespace Playground.Browser;

[Network]
[Dense(2, 2, Activation.Tanh)]
[Dense(1, Activation.Sigmoid)]
internal sealed partial class Tanh2;

[Network]
[Dense(2, 4, Activation.Tanh)]
[Dense(1, Activation.Sigmoid)]
internal sealed partial class Tanh4;

[Network]
[Dense(2, 8, Activation.Tanh)]
[Dense(1, Activation.Sigmoid)]
internal sealed partial class Tanh8;

[Network]
[Dense(2, 4, Activation.Tanh)]
[Dense(4, Activation.Tanh)]
[Dense(1, Activation.Sigmoid)]
internal sealed partial class Tanh4x4;

[Network]
[Dense(2, 8, Activation.Tanh)]
[Dense(8, Activation.Tanh)]
[Dense(1, Activation.Sigmoid)]
internal sealed partial class Tanh8x8;

[Network]
[Dense(2, 16, Activation.Tanh)]
[Dense(16, Activation.Tanh)]
[Dense(1, Activation.Sigmoid)]
internal sealed partial class Tanh16x16;
