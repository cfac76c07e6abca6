using GenNet;

namespace Playground.Browser;

[Block]
[Dense(16, Activation.GELU)]
internal sealed class GELULayer;

[Network]
[Input(2)]
[Layers(typeof(GELULayer), Repeat = 10)]
[Dense(1, Activation.Sigmoid)]
internal sealed partial class DeepGELU;
