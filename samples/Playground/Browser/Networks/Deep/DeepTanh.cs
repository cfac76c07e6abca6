using GenNet;

namespace Playground.Browser;

[Block]
[Dense(16, Activation.Tanh)]
internal sealed class TanhLayer;

[Network]
[Input(2)]
[Layers(typeof(TanhLayer), Repeat = 10)]
[Dense(1, Activation.Sigmoid)]
internal sealed partial class DeepTanh;
