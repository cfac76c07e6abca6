using GenNet;

namespace GenNet.Gradient.Tests;

// Networks of layers.json, named for their cases, in float and double.

[Network(Loss.CrossEntropy)]
[Dense(5, 8, Activation.ReLU)]
[Dense(8, Activation.ReLU)]
[Dense(8, Activation.Identity)]
[Residual(2, Activation.ReLU)]
[Dense(3, Activation.Softmax)]
internal sealed partial class ResidualDenseF;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Dense(5, 8, Activation.ReLU)]
[Dense(8, Activation.ReLU)]
[Dense(8, Activation.Identity)]
[Residual(2, Activation.ReLU)]
[Dense(3, Activation.Softmax)]
internal sealed partial class ResidualDenseD;
