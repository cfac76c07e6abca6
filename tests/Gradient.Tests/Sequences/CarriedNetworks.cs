namespace GenNet.Gradient.Tests.Sequences;

// The same layers for series that are given whole, and in pieces.

[Block]
[Lstm(18, Output = Steps.All)]
[Gru(5, Output = Steps.All)]
[SimpleRnn(16, Output = Steps.All)]
[Dense(2)]
internal sealed class Series;

[Network(Loss.MeanSquaredError, Precision = Precision.Double)]
[Input(12, 3)]
[Layers(typeof(Series))]
internal sealed partial class WholeSeriesD;

[Network(Loss.MeanSquaredError, Precision = Precision.Double)]
[Input(4, 3)]
[Layers(typeof(Series))]
internal sealed partial class PieceD;

[Network(Loss.MeanSquaredError)]
[Input(4, 3)]
[Layers(typeof(Series))]
internal sealed partial class PieceF;

[Network(Loss.MeanSquaredError, Precision = Precision.Double)]
[Input(4, 3, Lengths = true)]
[Layers(typeof(Series))]
internal sealed partial class PieceLengthsD;

[Network(Loss.MeanSquaredError, Precision = Precision.Double)]
[Input(2, 3)]
[Layers(typeof(Series))]
internal sealed partial class ShortPieceD;

[Network]
[Input(3, 2)]
[Gru(12, Output = Steps.All)]
[Dense(2, Activation.Softmax)]
internal sealed partial class MemoryF;
