using GenNet;

namespace Mnist;

/// <summary>Half the hidden units of <see cref="MnistNet"/>.</summary>
[Network(Loss.CrossEntropy)]
[Dense(784, 50, Activation.Sigmoid)]
[Dense(50, 10, Activation.Softmax)]
internal sealed partial class MnistNet50;
