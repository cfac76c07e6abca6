namespace GenNet.Gradient.Tests.Convolutions;

/// <summary>LeCun et al., "Gradient-Based Learning Applied to Document Recognition", 1998, with fewer units; large enough for a batch of 64 to be worth threads.</summary>
[Network(Loss.CrossEntropy)]
[Input(1, 28, 28)]
[Conv2D(6, 5, Activation.Tanh, Padding = 2, Name = "first")]
[AveragePool2D(2)]
[Conv2D(16, 5, Activation.ReLU)]
[MaxPool2D(2)]
[Flatten]
[Dense(40, Activation.Tanh)]
[Dense(10, Activation.Softmax)]
internal sealed partial class LeNet;

/// <summary>The same for inference.</summary>
[Network(Mode = NetworkMode.Inference)]
[Input(1, 28, 28)]
[Conv2D(6, 5, Activation.Tanh, Padding = 2, Name = "first")]
[AveragePool2D(2)]
[Conv2D(16, 5, Activation.ReLU)]
[MaxPool2D(2)]
[Flatten]
[Dense(40, Activation.Tanh)]
[Dense(10, Activation.Softmax)]
internal sealed partial class LeNetInference;

/// <summary>Its outputs are a convolution's, 5 x 5 x 3 and so no multiple of a vector.</summary>
[Network]
[Input(3, 5, 5)]
[Conv2D(3, 3, Padding = 1)]
internal sealed partial class ImageToImage;

/// <summary>Its outputs are a transposed convolution's, with a stride.</summary>
[Network]
[Input(2, 3, 5)]
[ConvTranspose2D(3, 3, Stride = 2)]
internal sealed partial class Enlarging;

/// <summary>Its outputs are a transposed convolution's, without a stride.</summary>
[Network(Precision = Precision.Double)]
[Input(2, 3, 5)]
[ConvTranspose2D(1, 3, 2)]
internal sealed partial class Widening;

/// <summary>Its outputs are a sequence.</summary>
[Network]
[Input(7, 3)]
[Conv1D(5, 3, Stride = 2)]
internal sealed partial class SequenceToSequence;
