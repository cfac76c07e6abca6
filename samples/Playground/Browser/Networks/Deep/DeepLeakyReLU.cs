using GenNet;

namespace Playground.Browser;

[Block]
[Dense(16, Activation.LeakyReLU)]
internal sealed class LeakyReLULayer;

[Network]
[Input(2)]
[Layers(typeof(LeakyReLULayer), Repeat = 10)]
[Dense(1, Activation.Sigmoid)]
internal sealed partial class DeepLeakyReLU;
