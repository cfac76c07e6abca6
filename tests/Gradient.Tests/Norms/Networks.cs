namespace GenNet.Gradient.Tests.Norms;

/// <summary>As large that threads share its steps.</summary>
[Network(Loss.CrossEntropy)]
[Dense(20, 100, Bias = false)]
[BatchNorm(Activation.ReLU)]
[Dense(100)]
[BatchNorm(Activation.ReLU, Momentum = 0.2)]
[Dense(5, Activation.Softmax)]
internal sealed partial class DeepNet;

[Network(Loss.HalfSquaredError)]
[Dense(5, 18, Bias = false)]
[BatchNorm(Activation.Tanh)]
[Dense(3)]
internal sealed partial class SmallNet;

/// <summary>The same in double.</summary>
[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(5, 18, Bias = false)]
[BatchNorm(Activation.Tanh)]
[Dense(3)]
internal sealed partial class SmallDoubleNet;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Input(3, 4, 5)]
[BatchNorm(Activation.Tanh)]
[Flatten]
[Dense(3)]
internal sealed partial class ImageNet;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Input(4, 7)]
[BatchNorm(Activation.Tanh)]
[Flatten]
[Dense(3)]
internal sealed partial class SequenceNet;

/// <summary>The network of <see cref="SmallNet"/> for inference.</summary>
[Network(Mode = NetworkMode.Inference)]
[Dense(5, 18, Bias = false)]
[BatchNorm(Activation.Tanh)]
[Dense(3)]
internal sealed partial class SmallInferenceNet;

/// <summary>Statistics of the inputs themselves.</summary>
[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Input(4)]
[BatchNorm(Momentum = 0.3)]
[Dense(2)]
internal sealed partial class InputNet;
