using GenNet;

namespace GenNet.Benchmarks;

/// <summary>The lecture's XOR network.</summary>
[Network]
[Dense(2, 2, Activation.Sigmoid)]
[Dense(1, Activation.Sigmoid)]
internal sealed partial class Net2x2x1;

/// <summary>A small controller.</summary>
[Network]
[Dense(4, 32, Activation.Tanh)]
[Dense(16, Activation.Tanh)]
[Dense(4, Activation.Softmax)]
internal sealed partial class Net4x32x16x4;

/// <summary>The lecture's MNIST network.</summary>
[Network]
[Dense(784, 100, Activation.Sigmoid)]
[Dense(10, Activation.Softmax)]
internal sealed partial class Net784x100x10;

/// <summary>A larger one, with sizes that are powers of two.</summary>
[Network]
[Dense(784, 512, Activation.Sigmoid)]
[Dense(512, Activation.Sigmoid)]
[Dense(10, Activation.Softmax)]
internal sealed partial class Net784x512x512x10;
