namespace GenNet.Gradient.Tests.Sequences;

// Networks whose rows have some of the steps that there is room for, and twins for rows that are cut short.

[Block]
[SimpleRnn(5, Activation.ReLU, Output = Steps.All)]
[Lstm(18, Output = Steps.All)]
[Dense(4, Activation.Tanh)]
[LayerNorm]
[Gru(16)]
[Dense(2, Activation.Softmax)]
internal sealed class Recurrent;

[Network(Precision = Precision.Double)]
[Input(7, 3, Lengths = true)]
[Layers(typeof(Recurrent))]
internal sealed partial class RecurrentLengthsD;

[Network(Precision = Precision.Double)]
[Input(4, 3)]
[Layers(typeof(Recurrent))]
internal sealed partial class RecurrentShortD;

[Network]
[Input(7, 3, Lengths = true)]
[Layers(typeof(Recurrent))]
internal sealed partial class RecurrentLengthsF;

[Network]
[Input(4, 3)]
[Layers(typeof(Recurrent))]
internal sealed partial class RecurrentShortF;

[Block]
[Embedding(6, 5)]
[Gru(18, Output = Steps.All)]
[Dense(6, Activation.Softmax)]
internal sealed class Words;

[Network(Targets = Targets.Classes, Precision = Precision.Double)]
[Input(9, Lengths = true)]
[Layers(typeof(Words))]
internal sealed partial class WordsLengthsD;

[Network(Targets = Targets.Classes, Precision = Precision.Double)]
[Input(5)]
[Layers(typeof(Words))]
internal sealed partial class WordsShortD;

[Block]
[SelfAttention(2)]
[Residual(1)]
[LayerNorm]
[Conv1D(8, 3, Activation.Tanh, Padding = 1)]
[SelfAttention(1)]
[GlobalAveragePool]
[Dense(3, Activation.Softmax)]
internal sealed class Attentive;

[Network(Precision = Precision.Double)]
[Input(40, 6, Lengths = true)]
[Layers(typeof(Attentive))]
internal sealed partial class AttentiveLengthsD;

[Network(Precision = Precision.Double)]
[Input(27, 6)]
[Layers(typeof(Attentive))]
internal sealed partial class AttentiveShortD;

[Network]
[Input(40, 6, Lengths = true)]
[Layers(typeof(Attentive))]
internal sealed partial class AttentiveLengthsF;

[Network]
[Input(27, 6)]
[Layers(typeof(Attentive))]
internal sealed partial class AttentiveShortF;

[Block]
[Dense(18, Activation.Tanh)]
[Conv1D(6, 2, Causal = true, Dilation = 2)]
[SelfAttention(3, Causal = true)]
[Dense(2)]
internal sealed class EveryStep;

[Network(Loss.MeanSquaredError, Precision = Precision.Double)]
[Input(6, 2, Lengths = true)]
[Layers(typeof(EveryStep))]
internal sealed partial class EveryStepLengthsD;

[Network(Loss.MeanSquaredError, Precision = Precision.Double)]
[Input(3, 2)]
[Layers(typeof(EveryStep))]
internal sealed partial class EveryStepShortD;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Input(5, 3, Lengths = true)]
[SimpleRnn(20, Output = Steps.All)]
[Flatten]
[Dense(3, Activation.Softmax)]
internal sealed partial class FlatLengthsD;

[Network(Loss.MeanSquaredError, Precision = Precision.Double)]
[Input(5, 2, Lengths = true)]
[Gru(9, Output = Steps.All)]
[Dropout(0.3)]
[Dense(19, Activation.Softmax)]
internal sealed partial class DistributionLengthsD;

[Network(nameof(Cubic), Precision = Precision.Double)]
[Input(5, 2, Lengths = true)]
[Gru(9, Output = Steps.All)]
[Dense(3, Activation.Tanh)]
internal sealed partial class OwnLossLengthsD
{
    [Differentiable]
    private static double Cubic(System.ReadOnlySpan<double> y, System.ReadOnlySpan<double> d)
    {
        double sum = 1;
        for (int j = 0; j < y.Length; j++)
            sum += System.Math.Abs(y[j] - d[j]) * (y[j] - d[j]) * (y[j] - d[j]);
        return sum;
    }
}

// Each cell, in long sequences.

[Network(Precision = Precision.Double)]
[Input(40, 3, Lengths = true)]
[SimpleRnn(5, Output = Steps.All)]
[Dense(2)]
internal sealed partial class SimpleRnnOf40D;

[Network(Precision = Precision.Double)]
[Input(40, 3, Lengths = true)]
[Gru(5, Output = Steps.All)]
[Dense(2)]
internal sealed partial class GruOf40D;

[Network(Precision = Precision.Double)]
[Input(40, 3, Lengths = true)]
[Lstm(5, Output = Steps.All)]
[Dense(2)]
internal sealed partial class LstmOf40D;

[Network(Precision = Precision.Double)]
[Input(40, 3)]
[SimpleRnn(5)]
[Dense(2)]
internal sealed partial class LastSimpleRnnOf40D;

[Network(Precision = Precision.Double)]
[Input(40, 3)]
[Gru(5)]
[Dense(2)]
internal sealed partial class LastGruOf40D;

[Network(Precision = Precision.Double)]
[Input(40, 3)]
[Lstm(5)]
[Dense(2)]
internal sealed partial class LastLstmOf40D;
