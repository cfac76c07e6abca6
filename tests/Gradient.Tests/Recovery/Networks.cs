using GenNet;

namespace GenNet.Gradient.Tests.Recovery;

/// <summary>Layers without biases: every sum starts from the workspace's row of zeros.</summary>
[Network]
[Dense(30, 40, Activation.Sigmoid, Bias = false)]
[Dense(20, Activation.Tanh, Bias = false)]
[Dense(5, Activation.Identity, Bias = false)]
internal sealed partial class ZeroStartNet;

/// <summary>More layers and shorter rows: a longer workspace, but a shorter row of zeros in it.</summary>
[Network]
[Dense(4, 3, Activation.Sigmoid)]
[Dense(7, Activation.Tanh)]
[Dense(6, Activation.Sigmoid)]
[Dense(7, Activation.Softplus)]
[Dense(6, Activation.Sigmoid)]
[Dense(7, Activation.Softplus)]
[Dense(9, Activation.Identity)]
internal sealed partial class DeepNarrowNet;

/// <summary>Several layers, rows with padding, activations that are not zero at zero.</summary>
[Network(Loss.HalfSquaredError)]
[Dense(9, 21, Activation.Sigmoid)]
[Dense(13, Activation.Softplus)]
[Dense(3, Activation.Identity)]
internal sealed partial class DivergingNet;

/// <summary>One whose workspace is the largest.</summary>
[Network(Loss.HalfSquaredError)]
[Dense(30, 300, Activation.Tanh)]
[Dense(5)]
internal sealed partial class LargerNet;
