using GenNet;

namespace GenNet.Gradient.Tests.Behaviour;

/// <summary>2-2-1: straight-line code.</summary>
[Network]
[Dense(2, 2, Activation.Sigmoid)]
[Dense(1, Activation.Sigmoid)]
internal sealed partial class TinyNet;

/// <summary>Rows with a tail, rows without, an activation that needs its input.</summary>
[Network]
[Dense(33, 64, Activation.GELU)]
[Dense(21, Activation.Sigmoid)]
[Dense(10, Activation.Softmax)]
internal sealed partial class PaddedNet;

/// <summary>The same in double.</summary>
[Network(Precision = Precision.Double)]
[Dense(33, 64, Activation.GELU)]
[Dense(21, Activation.Sigmoid)]
[Dense(10, Activation.Softmax)]
internal sealed partial class PaddedDoubleNet;

/// <summary>The lecture's network for MNIST.</summary>
[Network(Loss.CrossEntropy)]
[Dense(784, 100, Activation.Sigmoid)]
[Dense(100, 10, Activation.Softmax)]
internal sealed partial class MnistNet;

/// <summary>The same with dropout.</summary>
[Network(Loss.CrossEntropy)]
[Dense(784, 100, Activation.Sigmoid)]
[Dropout(0.5)]
[Dense(100, 10, Activation.Softmax)]
internal sealed partial class MnistDropoutNet;

/// <summary>Every kind of layer.</summary>
[Network]
[Dropout(30, 0.2)]
[Maxout(40, 3)]
[Dropout(0.5)]
[Dense(4, Activation.Softmax)]
internal sealed partial class MaxoutDropoutNet;

/// <summary>Logits as they come: one layer that passes its input on when its weights are the unit matrix.</summary>
[Network(Loss.CrossEntropy)]
[Dense(3, 3, Activation.Softmax)]
internal sealed partial class SoftmaxLogits;

/// <summary>As above, with vector loops.</summary>
[Network(Loss.CrossEntropy)]
[Dense(40, 40, Activation.Softmax)]
internal sealed partial class WideSoftmaxLogits;

/// <summary>One logit.</summary>
[Network(Loss.BinaryCrossEntropy)]
[Dense(1, 1, Activation.Sigmoid)]
internal sealed partial class SigmoidLogit;

/// <summary>Many logits.</summary>
[Network(Loss.BinaryCrossEntropy)]
[Dense(40, 40, Activation.Sigmoid)]
internal sealed partial class WideSigmoidLogits;

/// <summary>Maxout in the middle and at the end, each with padding behind its pieces.</summary>
[Network(Loss.Huber)]
[Dense(9, 20, Activation.SiLU)]
[Maxout(11, 3)]
[Maxout(5, 2)]
internal sealed partial class MaxoutLaterNet;

/// <summary>Gradients that go from product to product.</summary>
[Network(Loss.MeanSquaredError)]
[Dense(9, 20, Activation.Identity)]
[Dense(40, Activation.Identity, Bias = false)]
[Dense(33, Activation.Tanh)]
internal sealed partial class LinearHiddenNet;

/// <summary>As many inputs as outputs.</summary>
[Network]
[Dense(20, 30, Activation.Tanh)]
[Dense(20, Activation.Tanh)]
internal sealed partial class SquareNet;

/// <summary>As many inputs as outputs, as straight-line code.</summary>
[Network]
[Dense(3, 3, Activation.Tanh)]
internal sealed partial class SmallSquareNet;
