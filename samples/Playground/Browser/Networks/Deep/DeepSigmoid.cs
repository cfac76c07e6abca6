using GenNet;

namespace Playground.Browser;

[Block]
[Dense(16, Activation.Sigmoid)]
internal sealed class SigmoidLayer;

[Network]
[Input(2)]
[Layers(typeof(SigmoidLayer), Repeat = 10)]
[Dense(1, Activation.Sigmoid)]
internal sealed partial class DeepSigmoid;
