using GenNet;

namespace Mnist;

/// <summary>What came after the lecture's networks: two wide layers of ReLU units with He's initialisation, and dropout against learning the images by heart.</summary>
[Network(Loss.CrossEntropy)]
[Dense(784, 512, Activation.ReLU, Init = Init.HeNormal)]
[Dropout(0.4)]
[Dense(512, 512, Activation.ReLU, Init = Init.HeNormal)]
[Dropout(0.4)]
[Dense(10, Activation.Softmax)]
internal sealed partial class MnistModernNet;
