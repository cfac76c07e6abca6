namespace GenNet.Gradient.Tests.Differences;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Input(5, 6)]
[SelfAttention(2)]
[Dense(3, Activation.Softmax)]
internal sealed partial class AttentionOfSteps;

[Network(Precision = Precision.Double)]
[Input(27, 4)]
[Dense(12, Activation.Tanh)]
[SelfAttention(3, Causal = true)]
[Dense(2)]
internal sealed partial class CausalAttention;

[Network(Precision = Precision.Double)]
[Input(7, 16)]
[LayerNorm]
[SelfAttention(1, Causal = true)]
[Residual(2)]
[LayerNorm]
[SelfAttention(2, Bias = false)]
[Residual(2)]
[Flatten]
[Dense(3)]
internal sealed partial class AttentionBlocks;

[Network(Precision = Precision.Double)]
[Input(9, 3)]
[Conv1D(4, 3, Activation.Tanh, Causal = true, Dilation = 2)]
[Conv1D(5, 2, Causal = true, Bias = false)]
[Flatten]
[Dense(2)]
internal sealed partial class CausalConvolutions;
