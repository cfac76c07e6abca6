using GenNet;

namespace Playground.Browser;

[Network]
[Dense(2, 1, Activation.Sigmoid)]
internal sealed partial class Line;
