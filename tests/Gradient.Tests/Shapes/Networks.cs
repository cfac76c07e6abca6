using GenNet;

namespace GenNet.Gradient.Tests.Shapes;

// Hidden layers are tanh, as PlainNetwork has them. Sizes are those at which the loops take another way: products deeper than
// a block (192 or 256), rows of one line, of an odd and of an even number of lines, and rows with a line of padding more.

[Network(Loss.CrossEntropy)]
[Dense(300, 400, Activation.Tanh)]
[Dense(270, Activation.Tanh)]
[Dense(19, Activation.Softmax)]
internal sealed partial class DeepProducts;

[Network(Loss.HalfSquaredError)]
[Dense(128, 512, Activation.Tanh)]
[Dense(128, Activation.Tanh)]
[Dense(16, Activation.Identity)]
internal sealed partial class PowersOfTwo;

// The first layer's weights are more than the second-level cache holds, the second's are not.
[Network(Loss.HalfSquaredError)]
[Dense(700, 800, Activation.Tanh)]
[Dense(20, Activation.Identity)]
internal sealed partial class LargeWeights;

[Network(Loss.BinaryCrossEntropy)]
[Dense(784, 16, Activation.Tanh)]
[Dense(1, Activation.Sigmoid)]
internal sealed partial class OneLine;

[Network(Loss.BinaryCrossEntropy)]
[Dense(257, 32, Activation.Tanh)]
[Dense(33, Activation.Sigmoid)]
internal sealed partial class TwoLines;

[Network(Loss.HalfSquaredError)]
[Dense(3, 4, Activation.Tanh)]
[Dense(2, Activation.Identity)]
internal sealed partial class StraightLine;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Dense(300, 400, Activation.Tanh)]
[Dense(270, Activation.Tanh)]
[Dense(19, Activation.Softmax)]
internal sealed partial class DeepProductsD;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(64, 256, Activation.Tanh)]
[Dense(64, Activation.Tanh)]
[Dense(16, Activation.Identity)]
internal sealed partial class PowersOfTwoD;

[Network(Loss.BinaryCrossEntropy, Precision = Precision.Double)]
[Dense(193, 8, Activation.Tanh)]
[Dense(1, Activation.Sigmoid)]
internal sealed partial class OneLineD;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(3, Activation.Softmax)]
internal sealed partial class StraightLineD;
