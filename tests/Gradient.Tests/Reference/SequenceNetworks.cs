namespace GenNet.Gradient.Tests;

// Networks of sequences, named for their cases, in float and double.

[Network(Loss.CrossEntropy)]
[Input(6, 5)]
[SimpleRnn(7)]
[Dense(3, Activation.Softmax)]
internal sealed partial class RnnTanhLastF;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Input(6, 5)]
[SimpleRnn(7)]
[Dense(3, Activation.Softmax)]
internal sealed partial class RnnTanhLastD;

[Network(Loss.CrossEntropy)]
[Input(9, 3)]
[SimpleRnn(17, Output = Steps.All)]
[Dense(3, Activation.Softmax)]
internal sealed partial class RnnTanhEveryStepF;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Input(9, 3)]
[SimpleRnn(17, Output = Steps.All)]
[Dense(3, Activation.Softmax)]
internal sealed partial class RnnTanhEveryStepD;

[Network(Loss.CrossEntropy)]
[Input(6, 5)]
[SimpleRnn(7, Activation.ReLU)]
[Dense(3, Activation.Softmax)]
internal sealed partial class RnnReluLastF;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Input(6, 5)]
[SimpleRnn(7, Activation.ReLU)]
[Dense(3, Activation.Softmax)]
internal sealed partial class RnnReluLastD;

[Network(Loss.CrossEntropy)]
[Input(9, 3)]
[SimpleRnn(17, Activation.ReLU, Output = Steps.All)]
[Dense(3, Activation.Softmax)]
internal sealed partial class RnnReluEveryStepF;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Input(9, 3)]
[SimpleRnn(17, Activation.ReLU, Output = Steps.All)]
[Dense(3, Activation.Softmax)]
internal sealed partial class RnnReluEveryStepD;

[Network(Loss.CrossEntropy)]
[Input(6, 5)]
[Lstm(7)]
[Dense(3, Activation.Softmax)]
internal sealed partial class LstmLastF;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Input(6, 5)]
[Lstm(7)]
[Dense(3, Activation.Softmax)]
internal sealed partial class LstmLastD;

[Network(Loss.CrossEntropy)]
[Input(9, 3)]
[Lstm(17, Output = Steps.All)]
[Dense(3, Activation.Softmax)]
internal sealed partial class LstmEveryStepF;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Input(9, 3)]
[Lstm(17, Output = Steps.All)]
[Dense(3, Activation.Softmax)]
internal sealed partial class LstmEveryStepD;

[Network(Loss.CrossEntropy)]
[Input(6, 5)]
[Gru(7)]
[Dense(3, Activation.Softmax)]
internal sealed partial class GruLastF;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Input(6, 5)]
[Gru(7)]
[Dense(3, Activation.Softmax)]
internal sealed partial class GruLastD;

[Network(Loss.CrossEntropy)]
[Input(9, 3)]
[Gru(17, Output = Steps.All)]
[Dense(3, Activation.Softmax)]
internal sealed partial class GruEveryStepF;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Input(9, 3)]
[Gru(17, Output = Steps.All)]
[Dense(3, Activation.Softmax)]
internal sealed partial class GruEveryStepD;

[Network(Loss.CrossEntropy)]
[Input(1, 4)]
[Lstm(8)]
[Dense(3, Activation.Softmax)]
internal sealed partial class LstmOneStepF;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Input(1, 4)]
[Lstm(8)]
[Dense(3, Activation.Softmax)]
internal sealed partial class LstmOneStepD;

[Network(Loss.CrossEntropy)]
[Input(40, 2)]
[Gru(5)]
[Dense(3, Activation.Softmax)]
internal sealed partial class GruLongF;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Input(40, 2)]
[Gru(5)]
[Dense(3, Activation.Softmax)]
internal sealed partial class GruLongD;

[Network(Loss.CrossEntropy)]
[Input(5, 8)]
[SelfAttention(2)]
[Dense(3, Activation.Softmax)]
internal sealed partial class AttentionF;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Input(5, 8)]
[SelfAttention(2)]
[Dense(3, Activation.Softmax)]
internal sealed partial class AttentionD;

[Network(Loss.CrossEntropy)]
[Input(7, 12)]
[SelfAttention(3, Causal = true)]
[Dense(3, Activation.Softmax)]
internal sealed partial class AttentionCausalF;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Input(7, 12)]
[SelfAttention(3, Causal = true)]
[Dense(3, Activation.Softmax)]
internal sealed partial class AttentionCausalD;

[Network(Loss.CrossEntropy)]
[Input(6)]
[Embedding(11, 8)]
[PositionEmbedding]
[LayerNorm]
[SelfAttention(2, Causal = true)]
[Residual(2)]
[LayerNorm]
[Dense(32, Activation.GELUTanh)]
[Dense(8)]
[Residual(3)]
[LayerNorm]
[Dense(11, Activation.Softmax)]
internal sealed partial class GptBlockF;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Input(6)]
[Embedding(11, 8)]
[PositionEmbedding]
[LayerNorm]
[SelfAttention(2, Causal = true)]
[Residual(2)]
[LayerNorm]
[Dense(32, Activation.GELUTanh)]
[Dense(8)]
[Residual(3)]
[LayerNorm]
[Dense(11, Activation.Softmax)]
internal sealed partial class GptBlockD;
