using GenNet;

namespace Perceptron;

/// <summary>One threshold unit on two inputs: y = 1 where w1 x1 + w2 x2 + b is at least 0, else 0.</summary>
[Network(Loss.Perceptron)]
[Dense(2, 1, Activation.Step, Init = Init.Uniform, InitFrom = -1, InitTo = 1)]
internal sealed partial class ThresholdUnit;

/// <summary>Three threshold units in two layers. It computes only: no gradient passes a threshold, so its units are taught one by one.</summary>
[Network(Mode = NetworkMode.Inference)]
[Dense(2, 2, Activation.Step)]
[Dense(2, 1, Activation.Step)]
internal sealed partial class TwoLayers;
