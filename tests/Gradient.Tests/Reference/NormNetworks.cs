namespace GenNet.Gradient.Tests;

// Networks with normalisation, named for their cases, in float and double.

[Network(Loss.CrossEntropy)]
[Dense(5, 8)]
[LayerNorm(Activation.ReLU)]
[Dense(3, Activation.Softmax)]
internal sealed partial class LayerNormF;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Dense(5, 8)]
[LayerNorm(Activation.ReLU)]
[Dense(3, Activation.Softmax)]
internal sealed partial class LayerNormD;

[Network(Loss.CrossEntropy)]
[Input(2, 5, 5)]
[Conv2D(6, 3, Padding = 1, Bias = false)]
[GroupNorm(3, Activation.ReLU)]
[Flatten]
[Dense(3, Activation.Softmax)]
internal sealed partial class GroupNormImagesF;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Input(2, 5, 5)]
[Conv2D(6, 3, Padding = 1, Bias = false)]
[GroupNorm(3, Activation.ReLU)]
[Flatten]
[Dense(3, Activation.Softmax)]
internal sealed partial class GroupNormImagesD;

[Network(Loss.CrossEntropy)]
[Dense(5, 8)]
[BatchNorm(Activation.ReLU)]
[Dense(3, Activation.Softmax)]
internal sealed partial class BatchNormF;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Dense(5, 8)]
[BatchNorm(Activation.ReLU)]
[Dense(3, Activation.Softmax)]
internal sealed partial class BatchNormD;

[Network(Loss.CrossEntropy)]
[Input(2, 5, 5)]
[Conv2D(6, 3, Padding = 1, Bias = false)]
[BatchNorm(Activation.ReLU)]
[Flatten]
[Dense(3, Activation.Softmax)]
internal sealed partial class BatchNormImagesF;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Input(2, 5, 5)]
[Conv2D(6, 3, Padding = 1, Bias = false)]
[BatchNorm(Activation.ReLU)]
[Flatten]
[Dense(3, Activation.Softmax)]
internal sealed partial class BatchNormImagesD;
