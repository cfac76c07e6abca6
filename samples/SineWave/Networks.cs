using GenNet;

namespace SineWave;

/// <summary>From the values of a wave so far to the next one, at every step.</summary>
[Network(Loss.MeanSquaredError)]
[Input(Wave.Given, 1)]
[Lstm(32, Output = Steps.All)]
[Dense(1)]
internal sealed partial class WaveNet;
