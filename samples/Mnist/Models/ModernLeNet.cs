using GenNet;

namespace Mnist;

/// <summary>What came after LeNet: small windows, ReLU behind batch normalisation, a residual connection, and a mean of each channel in place of wide dense layers.</summary>
[Network(Loss.CrossEntropy)]
[Input(1, 28, 28)]
[Conv2D(16, 3, Padding = 1, Bias = false)]
[BatchNorm(Activation.ReLU)]
[MaxPool2D(2)]
[Conv2D(32, 3, Padding = 1, Bias = false)]
[BatchNorm(Activation.ReLU)]
[Conv2D(32, 3, Padding = 1, Bias = false)]
[BatchNorm(Activation.ReLU)]
[Conv2D(32, 3, Padding = 1, Bias = false)]
[BatchNorm]
[Residual(4, Activation.ReLU)]
[MaxPool2D(2)]
[Conv2D(64, 3, Padding = 1, Bias = false)]
[BatchNorm(Activation.ReLU)]
[GlobalAveragePool]
[Dropout(0.2)]
[Dense(10, Activation.Softmax)]
internal sealed partial class ModernLeNet;
