using GenNet;

namespace Mnist;

/// <summary>The smallest of the lecture's networks: fifteen hidden units.</summary>
[Network(Loss.CrossEntropy)]
[Dense(784, 15, Activation.Sigmoid)]
[Dense(15, 10, Activation.Softmax)]
internal sealed partial class MnistNet15;
