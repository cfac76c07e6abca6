namespace GenNet.Gradient.Tests.Differences;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Dense(5, 18)]
[LayerNorm(Activation.Tanh)]
[Dense(3, Activation.Softmax)]
internal sealed partial class LayerNormBetween;

[Network(Precision = Precision.Double)]
[Input(3, 7)]
[LayerNorm(Epsilon = 0.1)]
[Flatten]
[Dense(4, Activation.Tanh)]
internal sealed partial class LayerNormOfSteps;

[Network(Precision = Precision.Double)]
[Input(2, 3, 5)]
[LayerNorm(Activation.GELU)]
[Residual(1)]
[Flatten]
[Dense(4)]
internal sealed partial class LayerNormOfImages;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Dense(7, 20, Activation.Tanh)]
[LayerNorm(Activation.Softmax)]
internal sealed partial class LayerNormLast;

[Network(Precision = Precision.Double)]
[Dense(5, 12)]
[GroupNorm(4, Activation.ELU, Alpha = 0.5)]
[Dense(3)]
internal sealed partial class GroupNormOfFeatures;

[Network(Precision = Precision.Double)]
[Input(6, 3, 3)]
[GroupNorm(3, Activation.SiLU)]
[GroupNorm(1)]
[Flatten]
[Dense(3)]
internal sealed partial class GroupNormOfImages;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Dense(5, 18, Bias = false)]
[BatchNorm(Activation.Tanh)]
[Dense(3, Activation.Softmax)]
internal sealed partial class BatchNormBetween;

[Network(Precision = Precision.Double)]
[Input(17)]
[BatchNorm(Epsilon = 0.5, Momentum = 0.3)]
[Dense(3)]
[BatchNorm(Activation.Sigmoid, Epsilon = 0.1)]
internal sealed partial class BatchNormFirstAndLast;

[Network(Precision = Precision.Double)]
[Input(3, 7)]
[BatchNorm]
[BatchNorm(Activation.Tanh)]
[Flatten]
[Dense(4, Activation.Tanh)]
internal sealed partial class BatchNormOfSteps;

[Network(Precision = Precision.Double)]
[Input(3, 5, 5)]
[BatchNorm(Activation.GELU)]
[Dropout(0.2)]
[Residual(2)]
[BatchNorm(Momentum = 1)]
[Flatten]
[Dense(4)]
internal sealed partial class BatchNormOfImages;

[Block]
[Dense(18, Activation.Tanh)]
[BatchNorm]
[Residual(2)]
internal static class NormalisedBlock;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(4, 18)]
[Layers(typeof(NormalisedBlock), Repeat = 2)]
[Dense(3)]
internal sealed partial class BatchNormInBlocks;
