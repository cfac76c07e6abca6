using GenNet;

namespace GenNet.Gradient.Tests;

// A network for each case of Reference/images.json that has pools, named for it, in float and double.

[Network(Loss.CrossEntropy)]
[Input(2, 8, 8)]
[Conv2D(5, 3, Activation.Tanh, Padding = 1)]
[MaxPool2D(2)]
[Flatten]
[Dense(3, Activation.Softmax)]
internal sealed partial class ConvSameMaxpoolF;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Input(2, 8, 8)]
[Conv2D(5, 3, Activation.Tanh, Padding = 1)]
[MaxPool2D(2)]
[Flatten]
[Dense(3, Activation.Softmax)]
internal sealed partial class ConvSameMaxpoolD;

[Network(Loss.CrossEntropy)]
[Input(3, 9, 9)]
[Conv2D(4, 3, Activation.Sigmoid, Stride = 2, Padding = 1)]
[AveragePool2D(2)]
[Flatten]
[Dense(3, Activation.Softmax)]
internal sealed partial class ConvStride2AvgpoolF;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Input(3, 9, 9)]
[Conv2D(4, 3, Activation.Sigmoid, Stride = 2, Padding = 1)]
[AveragePool2D(2)]
[Flatten]
[Dense(3, Activation.Softmax)]
internal sealed partial class ConvStride2AvgpoolD;

[Network(Loss.CrossEntropy)]
[Input(1, 12, 12)]
[Conv2D(6, 5, Activation.ReLU, Padding = 2)]
[MaxPool2D(2)]
[Flatten]
[Dense(3, Activation.Softmax)]
internal sealed partial class Conv5x5F;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Input(1, 12, 12)]
[Conv2D(6, 5, Activation.ReLU, Padding = 2)]
[MaxPool2D(2)]
[Flatten]
[Dense(3, Activation.Softmax)]
internal sealed partial class Conv5x5D;

[Network(Loss.CrossEntropy)]
[Input(2, 9, 9)]
[Conv2D(5, 3, Activation.ReLU)]
[MaxPool2D(3, Stride = 2)]
[Flatten]
[Dense(3, Activation.Softmax)]
internal sealed partial class PoolMaxOverlappingF;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Input(2, 9, 9)]
[Conv2D(5, 3, Activation.ReLU)]
[MaxPool2D(3, Stride = 2)]
[Flatten]
[Dense(3, Activation.Softmax)]
internal sealed partial class PoolMaxOverlappingD;

[Network(Loss.CrossEntropy)]
[Input(2, 9, 9)]
[Conv2D(5, 3, Activation.ReLU)]
[AveragePool2D(3, Stride = 2)]
[Flatten]
[Dense(3, Activation.Softmax)]
internal sealed partial class PoolAverageOverlappingF;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Input(2, 9, 9)]
[Conv2D(5, 3, Activation.ReLU)]
[AveragePool2D(3, Stride = 2)]
[Flatten]
[Dense(3, Activation.Softmax)]
internal sealed partial class PoolAverageOverlappingD;

[Network(Loss.CrossEntropy)]
[Input(1, 28, 28)]
[Conv2D(6, 5, Activation.Tanh, Padding = 2)]
[AveragePool2D(2)]
[Conv2D(16, 5, Activation.Tanh)]
[AveragePool2D(2)]
[Flatten]
[Dense(3, Activation.Softmax)]
internal sealed partial class LenetF;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Input(1, 28, 28)]
[Conv2D(6, 5, Activation.Tanh, Padding = 2)]
[AveragePool2D(2)]
[Conv2D(16, 5, Activation.Tanh)]
[AveragePool2D(2)]
[Flatten]
[Dense(3, Activation.Softmax)]
internal sealed partial class LenetD;

[Network(Loss.CrossEntropy)]
[Input(3, 8, 8)]
[Conv2D(10, 3, Activation.ReLU)]
[GlobalAveragePool]
[Flatten]
[Dense(3, Activation.Softmax)]
internal sealed partial class GlobalAverageF;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Input(3, 8, 8)]
[Conv2D(10, 3, Activation.ReLU)]
[GlobalAveragePool]
[Flatten]
[Dense(3, Activation.Softmax)]
internal sealed partial class GlobalAverageD;

[Network(Loss.CrossEntropy)]
[Input(2, 5, 4)]
[Conv2D(4, 3, Activation.ReLU, Padding = 1)]
[Upsample2D(2)]
[Flatten]
[Dense(3, Activation.Softmax)]
internal sealed partial class UpsampleNearestF;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Input(2, 5, 4)]
[Conv2D(4, 3, Activation.ReLU, Padding = 1)]
[Upsample2D(2)]
[Flatten]
[Dense(3, Activation.Softmax)]
internal sealed partial class UpsampleNearestD;
