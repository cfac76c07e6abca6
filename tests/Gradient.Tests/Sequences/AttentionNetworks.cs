namespace GenNet.Gradient.Tests.Sequences;

// Networks of attention, places and causal convolutions that are given whole and step by step.

[Block]
[LayerNorm]
[SelfAttention(4, Causal = true)]
[Residual(2)]
[LayerNorm]
[Dense(256, Activation.GELUTanh)]
[Dense(64)]
[Residual(3)]
internal static class DecoderBlock;

[Network(Targets = Targets.Classes)]
[Input(64)]
[Embedding(65, 64)]
[PositionEmbedding]
[Layers(typeof(DecoderBlock), Repeat = 2)]
[LayerNorm]
[Dense(65, Activation.Softmax)]
internal sealed partial class DecoderF;

[Network(Targets = Targets.Classes, Precision = Precision.Double)]
[Input(64)]
[Embedding(65, 64)]
[PositionEmbedding]
[Layers(typeof(DecoderBlock), Repeat = 2)]
[LayerNorm]
[Dense(65, Activation.Softmax)]
internal sealed partial class DecoderD;

[Network(Mode = NetworkMode.Inference)]
[Input(64)]
[Embedding(65, 64)]
[PositionEmbedding]
[Layers(typeof(DecoderBlock), Repeat = 2)]
[LayerNorm]
[Dense(65, Activation.Softmax)]
internal sealed partial class DecoderInference;

// Heads of 1, 5, 11 and 19 columns, of two cache lines, of all columns.
[Block]
[SelfAttention(15, Causal = true)]
[SelfAttention(3, Causal = true, Bias = false)]
[Dense(33, Activation.Tanh)]
[SelfAttention(3, Causal = true)]
[Residual(2, Projection = true)]
[Dense(38)]
[SelfAttention(2, Causal = true)]
[Residual(1)]
[Dense(32)]
[SelfAttention(1, Causal = true)]
internal static class HeadsOfAllWidths;

[Network]
[Input(39, 3)]
[Dense(15)]
[Layers(typeof(HeadsOfAllWidths))]
[Dense(4)]
internal sealed partial class HeadsF;

[Network(Precision = Precision.Double)]
[Input(39, 3)]
[Dense(15)]
[Layers(typeof(HeadsOfAllWidths))]
[Dense(4)]
internal sealed partial class HeadsD;

[Network]
[Input(17, 3)]
[PositionEmbedding]
[Gru(12, Output = Steps.All)]
[SelfAttention(2, Causal = true)]
[Residual(1)]
[Lstm(9)]
[Dense(5, Activation.Softmax)]
internal sealed partial class MixedF;

[Network(Precision = Precision.Double)]
[Input(17, 3)]
[PositionEmbedding]
[Gru(12, Output = Steps.All)]
[SelfAttention(2, Causal = true)]
[Residual(1)]
[Lstm(9)]
[Dense(5, Activation.Softmax)]
internal sealed partial class MixedD;

[Network]
[Input(1, 6)]
[SelfAttention(2, Causal = true)]
internal sealed partial class OneStepF;

[Network(Precision = Precision.Double)]
[Input(6, 18)]
[PositionEmbedding]
[Dense(3)]
internal sealed partial class PlacesD;

[Network]
[Input(40, 2)]
[Conv1D(6, 3, Activation.Tanh, Causal = true)]
[Conv1D(6, 2, Causal = true, Dilation = 4, Groups = 3)]
[Residual(1)]
[Conv1D(17, 5, Causal = true, Dilation = 2, Bias = false)]
[LayerNorm]
[Dense(3)]
internal sealed partial class CausalF;

[Network(Precision = Precision.Double)]
[Input(40, 2)]
[Conv1D(6, 3, Activation.Tanh, Causal = true)]
[Conv1D(6, 2, Causal = true, Dilation = 4, Groups = 3)]
[Residual(1)]
[Conv1D(17, 5, Causal = true, Dilation = 2, Bias = false)]
[LayerNorm]
[Dense(3)]
internal sealed partial class CausalD;

[Network(Precision = Precision.Double)]
[Input(15, 5)]
[Conv1D(8, 3, Activation.SiLU, Causal = true)]
[PositionEmbedding]
[SelfAttention(2, Causal = true)]
[Conv1D(8, 2, Causal = true, Dilation = 3)]
internal sealed partial class CausalPlacesD;
