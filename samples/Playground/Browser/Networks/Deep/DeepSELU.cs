using GenNet;

namespace Playground.Browser;

[Block]
[Dense(16, Activation.SELU)]
internal sealed class SELULayer;

[Network]
[Input(2)]
[Layers(typeof(SELULayer), Repeat = 10)]
[Dense(1, Activation.Sigmoid)]
internal sealed partial class DeepSELU;
