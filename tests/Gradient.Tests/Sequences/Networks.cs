namespace GenNet.Gradient.Tests.Sequences;

// Networks of sequences that are given whole and step by step.

[Network(Precision = Precision.Double)]
[Input(9, 3)]
[SimpleRnn(5, Activation.ReLU, Output = Steps.All)]
[Lstm(7, Output = Steps.All)]
[Dense(4, Activation.Tanh)]
[LayerNorm]
[Gru(16)]
[Dense(2, Activation.Softmax)]
internal sealed partial class StackD;

[Network]
[Input(9, 3)]
[SimpleRnn(5, Activation.ReLU, Output = Steps.All)]
[Lstm(7, Output = Steps.All)]
[Dense(4, Activation.Tanh)]
[LayerNorm]
[Gru(16)]
[Dense(2, Activation.Softmax)]
internal sealed partial class StackF;

[Network(Targets = Targets.Classes)]
[Input(12)]
[Embedding(6, 5)]
[Dropout(0.2)]
[Lstm(18, Output = Steps.All)]
[Dense(18)]
[Residual(1)]
[Dense(6, Activation.Softmax)]
internal sealed partial class LettersF;

[Network(Targets = Targets.Classes, Precision = Precision.Double)]
[Input(12)]
[Embedding(6, 5)]
[Gru(18, Output = Steps.All)]
[Dense(6, Activation.Softmax)]
internal sealed partial class LettersD;

[Network(Targets = Targets.Classes, Precision = Precision.Double)]
[Dense(3, 20, Activation.Tanh)]
[Dense(5, Activation.Softmax)]
internal sealed partial class ClassesD;

[Network(Targets = Targets.Classes, Precision = Precision.Double)]
[Dense(3, 1, Activation.Softmax)]
internal sealed partial class OneClassD;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Dense(3, 20, Activation.Tanh)]
[Dense(5, Activation.Softmax)]
internal sealed partial class DistributionsD;

[Network(Precision = Precision.Double)]
[Input(5, 3)]
[SimpleRnn(18, nameof(Bent), Output = Steps.All)]
[SimpleRnn(6, nameof(Bent))]
[Dense(2)]
internal sealed partial class OwnCellD
{
    private static double Bent(double x) => x / (1 + System.Math.Abs(x));
}

[Network(Precision = Precision.Double)]
[Input(5, 3)]
[SimpleRnn(18, Activation.Softsign, Output = Steps.All)]
[SimpleRnn(6, Activation.Softsign)]
[Dense(2)]
internal sealed partial class SoftsignCellD;
