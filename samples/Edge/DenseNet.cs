using GenNet;

namespace Edge;

/// <summary>The 784-100-10 of samples/Mnist: 28 x 28 pixels, 100 sigmoid units, a probability for each digit.</summary>
[Network(Loss.CrossEntropy)]
[Dense(784, 100, Activation.Sigmoid)]
[Dense(100, 10, Activation.Softmax)]
internal sealed partial class DenseNet;
