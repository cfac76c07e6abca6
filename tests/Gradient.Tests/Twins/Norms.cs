namespace GenNet.Gradient.Tests.Twins;

[Network(Loss.CrossEntropy)]
[Dense(5, 18)]
[LayerNorm(Activation.Tanh)]
[Dense(3, Activation.Softmax)]
internal sealed partial class LayerNormBetween;

[Network]
[Input(3, 7)]
[LayerNorm(Epsilon = 0.1)]
[Flatten]
[Dense(4, Activation.Tanh)]
internal sealed partial class LayerNormOfSteps;

[Network]
[Input(2, 3, 5)]
[LayerNorm(Activation.GELU)]
[Residual(1)]
[Flatten]
[Dense(4)]
internal sealed partial class LayerNormOfImages;

[Network(Loss.CrossEntropy)]
[Dense(7, 20, Activation.Tanh)]
[LayerNorm(Activation.Softmax)]
internal sealed partial class LayerNormLast;

[Network]
[Dense(5, 12)]
[GroupNorm(4, Activation.ELU, Alpha = 0.5)]
[Dense(3)]
internal sealed partial class GroupNormOfFeatures;

[Network]
[Input(6, 3, 3)]
[GroupNorm(3, Activation.SiLU)]
[GroupNorm(1)]
[Flatten]
[Dense(3)]
internal sealed partial class GroupNormOfImages;
