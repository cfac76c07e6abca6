namespace GenNet.Benchmarks.Networks;

/// <summary>A sample of audio in, a sample out, by a Gru of 16 units.</summary>
[Network(Loss.MeanSquaredError)]
[Input(64, 1)]
[Gru(16, Output = Steps.All)]
[Dense(1)]
public partial class Gru16Net;

/// <summary>The same with an Lstm.</summary>
[Network(Loss.MeanSquaredError)]
[Input(64, 1)]
[Lstm(16, Output = Steps.All)]
[Dense(1)]
public partial class Lstm16Net;

/// <summary>The same with a layer without gates.</summary>
[Network(Loss.MeanSquaredError)]
[Input(64, 1)]
[SimpleRnn(16, Output = Steps.All)]
[Dense(1)]
public partial class Rnn16Net;
