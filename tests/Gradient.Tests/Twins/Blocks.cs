using GenNet;
using GenNet.Gradient.Tests.Differences;

namespace GenNet.Gradient.Tests.Twins;

// The networks of Differences/Blocks.cs in float.

[Network(Loss.CrossEntropy)]
[Dense(5, 10, Activation.Tanh)]
[Layers(typeof(Bottleneck), Repeat = 3)]
[Dense(3, Activation.Softmax)]
internal sealed partial class BlockThrice;

[Network]
[Dense(5, 20, Activation.Tanh)]
[Layers(typeof(ToSeven))]
[Dense(9, Activation.GELU)]
[Layers(typeof(ToSeven))]
[Dense(3)]
internal sealed partial class BlockAtTwoPlaces;

[Network]
[Input(10)]
[Layers(typeof(Nest), Repeat = 2)]
[Dense(3)]
internal sealed partial class BlocksInBlocks;

[Network(Loss.CrossEntropy)]
[Dense(9, 20, Activation.Tanh)]
[Dropout(0.5)]
[Dense(20, Activation.SiLU)]
[Dropout(0.3)]
[Residual(3, Activation.Tanh)]
[Dense(3, Activation.Softmax)]
internal sealed partial class ResidualOverDropout;

[Network]
[Dropout(9, 0.2)]
[Residual(1, Activation.Tanh)]
[Dense(12, Activation.Tanh)]
[Dropout(0.5)]
[Residual(1)]
[Dropout(0.5)]
[Residual(2, Activation.SiLU, Projection = true)]
[Dense(2)]
internal sealed partial class ResidualOverDropoutAlone;

[Network]
[Dropout(9, 0.2)]
[Residual(1, Activation.Tanh, Projection = true)]
[Dense(2)]
internal sealed partial class ProjectionOverDropoutOfInputs;

[Network]
[Dense(6, 9, Activation.Tanh)]
[Maxout(9, 3)]
[Residual(1)]
[Maxout(12, 2)]
[Maxout(9, 2, Bias = false)]
[Residual(2, Activation.Tanh)]
[Dense(2)]
internal sealed partial class ResidualOverMaxout;

[Network(Loss.CrossEntropy)]
[Maxout(6, 9, 3)]
[Dense(4)]
[Residual(2, Activation.Softmax, Projection = true)]
internal sealed partial class ProjectionOverMaxout;

[Network(Loss.CrossEntropy)]
[Input(2, 3, 4)]
[Flatten]
[Dense(24, Activation.Tanh)]
[Residual(1)]
[Flatten]
[Dense(3, Activation.Softmax)]
internal sealed partial class FlattenFirst;

[Network]
[Input(3, 3)]
[Flatten]
[Dense(9, Activation.Tanh)]
[Flatten]
[Residual(2, Activation.Tanh, Projection = true)]
[Flatten]
[Residual(1)]
[Flatten]
internal sealed partial class FlattenAround;
