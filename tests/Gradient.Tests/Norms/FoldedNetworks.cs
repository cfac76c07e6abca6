namespace GenNet.Gradient.Tests.Norms;

// Normalisations that the layers before them compute where the network infers, each network in both modes.

[Network(Loss.HalfSquaredError)]
[Input(3, 9, 10)]
[Conv2D(18, 3, Padding = 1)]
[BatchNorm(Activation.ReLU)]
[Conv2D(6, 3, 2, Stride = 2, Padding = 1, Groups = 2, Bias = false)]
[BatchNorm(Activation.Tanh)]
[Conv2D(6, 3, Padding = 1)]
[BatchNorm]
[Residual(2, Activation.ReLU)]
[Flatten]
[Dense(20)]
[BatchNorm(Activation.SiLU)]
[Dense(4)]
internal sealed partial class FoldedImages;

[Network(Mode = NetworkMode.Inference)]
[Input(3, 9, 10)]
[Conv2D(18, 3, Padding = 1)]
[BatchNorm(Activation.ReLU)]
[Conv2D(6, 3, 2, Stride = 2, Padding = 1, Groups = 2, Bias = false)]
[BatchNorm(Activation.Tanh)]
[Conv2D(6, 3, Padding = 1)]
[BatchNorm]
[Residual(2, Activation.ReLU)]
[Flatten]
[Dense(20)]
[BatchNorm(Activation.SiLU)]
[Dense(4)]
internal sealed partial class FoldedImagesInferring;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Input(2, 5, 4)]
[ConvTranspose2D(7, 3, Stride = 2, Padding = 1)]
[BatchNorm(Activation.Tanh)]
[ConvTranspose2D(3, 2, Bias = false)]
[BatchNorm(Activation.Tanh)]
[Flatten]
[Dense(3)]
internal sealed partial class FoldedTransposed;

[Network(Mode = NetworkMode.Inference, Precision = Precision.Double)]
[Input(2, 5, 4)]
[ConvTranspose2D(7, 3, Stride = 2, Padding = 1)]
[BatchNorm(Activation.Tanh)]
[ConvTranspose2D(3, 2, Bias = false)]
[BatchNorm(Activation.Tanh)]
[Flatten]
[Dense(3)]
internal sealed partial class FoldedTransposedInferring;

[Network(Loss.HalfSquaredError)]
[Input(19, 3)]
[Conv1D(5, 3, Padding = 2)]
[Dropout(0.2)]
[BatchNorm(Activation.Tanh)]
[Conv1D(4, 2, Stride = 2, Bias = false)]
[BatchNorm(Activation.Tanh)]
[Flatten]
[Dense(3)]
internal sealed partial class FoldedSequences;

[Network(Mode = NetworkMode.Inference)]
[Input(19, 3)]
[Conv1D(5, 3, Padding = 2)]
[Dropout(0.2)]
[BatchNorm(Activation.Tanh)]
[Conv1D(4, 2, Stride = 2, Bias = false)]
[BatchNorm(Activation.Tanh)]
[Flatten]
[Dense(3)]
internal sealed partial class FoldedSequencesInferring;
