namespace GenNet.Gradient.Tests.Twins;

// The networks of Differences/Pools.cs in float.

[Network(Loss.CrossEntropy)]
[Input(3, 12, 20)]
[MaxPool2D(2)]
[Flatten]
[Dense(3, Activation.Softmax)]
internal sealed partial class MaxPoolOfFours;

[Network]
[Input(2, 7, 9)]
[AveragePool2D(2)]
[Flatten]
[Dense(3, Activation.Tanh)]
internal sealed partial class AveragePoolOfFoursWithRemainder;

[Network]
[Input(2, 9, 37)]
[MaxPool2D(3, Stride = 2, Padding = 1)]
[AveragePool2D(3, Stride = 1, Padding = 1)]
[Flatten]
[Dense(3)]
internal sealed partial class PoolsThatOverlap;

[Network]
[Input(1, 11, 23)]
[AveragePool2D(4, 3, Stride = 2, Padding = 1)]
[MaxPool2D(2, Stride = 3)]
[Upsample2D(3)]
[Flatten]
[Dense(3)]
internal sealed partial class PoolsWithGaps;

[Network]
[Input(13, 19)]
[MaxPool1D(3, Stride = 2, Padding = 1)]
[AveragePool1D(2)]
[GlobalAveragePool]
[Dense(3)]
internal sealed partial class PoolsOfSequences;

[Network]
[Input(6, 5, 5)]
[Upsample2D(2)]
[MaxPool2D(3, Stride = 3)]
[GlobalAveragePool]
[Dense(3)]
internal sealed partial class MeansOfChannels;

[Network]
[Input(5, 6, 8)]
[Dropout(0.4, Channels = true)]
[MaxPool2D(2)]
[Dropout(0.2, Channels = true)]
[Upsample2D(2)]
[Residual(3, Activation.Tanh)]
[Flatten]
[Dense(3)]
internal sealed partial class DropoutOfChannels;
