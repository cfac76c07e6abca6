using GenNet;

namespace GenNet.Gradient.Tests.Residuals;

/// <summary>Large enough for a batch to be worth several threads.</summary>
[Network(Loss.CrossEntropy)]
[Dense(784, 60, Activation.ReLU)]
[Dense(60, Activation.ReLU)]
[Dense(60)]
[Residual(2, Activation.ReLU)]
[Dense(90, Activation.Tanh)]
[Residual(1, Activation.Tanh, Projection = true)]
[Dense(10, Activation.Softmax)]
internal sealed partial class ThreadedResidual;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Dense(784, 60, Activation.ReLU)]
[Dense(60, Activation.ReLU)]
[Dense(60)]
[Residual(2, Activation.ReLU)]
[Dense(90, Activation.Tanh)]
[Residual(1, Activation.Tanh, Projection = true)]
[Dense(10, Activation.Softmax)]
internal sealed partial class ThreadedResidualD;

/// <summary>As deep as a network without connections past its layers hardly learns.</summary>
[Block]
[Dense(16, Activation.Tanh)]
[Dense(16)]
[Residual(2)]
internal static class Step;

[Network]
[Dense(2, 16, Activation.Tanh)]
[Layers(typeof(Step), Repeat = 8)]
[Dense(1, Activation.Sigmoid)]
internal sealed partial class DeepResidual;

/// <summary>Names of a user's own, one of them in a block that is there twice.</summary>
[Block]
[Dense(9, Activation.Sigmoid, Name = "inner")]
[Residual(1, Activation.Tanh, Projection = true, Name = "past")]
internal static class Named;

/// <summary>What inspection and files are tested with.</summary>
[Network(Loss.CrossEntropy)]
[Dense(7, 9, Activation.Tanh)]
[Layers(typeof(Named), Repeat = 2)]
[Dropout(0.4)]
[Residual(5, Activation.Sigmoid)]
[Flatten]
[Dense(5, Activation.Tanh)]
[Residual(2, Activation.Softmax, Projection = true)]
internal sealed partial class NamedResidual;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Dense(7, 9, Activation.Tanh)]
[Layers(typeof(Named), Repeat = 2)]
[Dropout(0.4)]
[Residual(5, Activation.Sigmoid)]
[Flatten]
[Dense(5, Activation.Tanh)]
[Residual(2, Activation.Softmax, Projection = true)]
internal sealed partial class NamedResidualD;

[Network(Mode = NetworkMode.Inference)]
[Dense(7, 9, Activation.Tanh)]
[Layers(typeof(Named), Repeat = 2)]
[Dropout(0.4)]
[Residual(5, Activation.Sigmoid)]
[Flatten]
[Dense(5, Activation.Tanh)]
[Residual(2, Activation.Softmax, Projection = true)]
internal sealed partial class NamedInference;

[Network(Mode = NetworkMode.Inference, Precision = Precision.Double)]
[Dense(7, 9, Activation.Tanh)]
[Layers(typeof(Named), Repeat = 2)]
[Dropout(0.4)]
[Residual(5, Activation.Sigmoid)]
[Flatten]
[Dense(5, Activation.Tanh)]
[Residual(2, Activation.Softmax, Projection = true)]
internal sealed partial class NamedInferenceD;

[Network(Mode = NetworkMode.Inference)]
[Dense(3, 4, Activation.GELU)]
[Dense(5, Activation.Tanh)]
[Residual(2, Activation.Tanh, Projection = true)]
[Residual(3, Activation.Sigmoid, Projection = true, Bias = false)]
internal sealed partial class TinyProjectionInference;
