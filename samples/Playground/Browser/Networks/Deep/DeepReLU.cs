using GenNet;

namespace Playground.Browser;

[Block]
[Dense(16, Activation.ReLU)]
internal sealed class ReLULayer;

[Network]
[Input(2)]
[Layers(typeof(ReLULayer), Repeat = 10)]
[Dense(1, Activation.Sigmoid)]
internal sealed partial class DeepReLU;
