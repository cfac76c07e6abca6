namespace GenNet.Mpi.Job;

/// <summary>Dropout, whose masks depend on the row of the whole batch.</summary>
[Network(Loss.CrossEntropy)]
[Dense(16, 64, Activation.ReLU)]
[Dropout(0.25)]
[Dense(64, 4, Activation.Softmax)]
internal sealed partial class DropNet;

/// <summary>Another declaration of the same sizes.</summary>
[Network(Loss.CrossEntropy)]
[Dense(16, 64, Activation.Tanh)]
[Dropout(0.25)]
[Dense(64, 4, Activation.Softmax)]
internal sealed partial class TanhNet;

/// <summary>Normalisation over the rows of a share, with running statistics; in double.</summary>
[Network(Loss.MeanSquaredError, Precision = Precision.Double)]
[Dense(16, 32)]
[BatchNorm(Activation.ReLU)]
[Dense(32, 4)]
internal sealed partial class NormNet;

/// <summary>A recurrent layer, whose state is carried from batch to batch.</summary>
[Network(Loss.MeanSquaredError)]
[Input(8, 1)]
[Gru(12)]
[Dense(12, 1)]
internal sealed partial class CarriedNet;

/// <summary>Little to exchange: what counts is how long a message takes.</summary>
[Network(Loss.CrossEntropy)]
[Dense(784, 16, Activation.ReLU)]
[Dense(16, 10, Activation.Softmax)]
internal sealed partial class NarrowNet;

/// <summary>Between narrow and wide.</summary>
[Network(Loss.CrossEntropy)]
[Dense(784, 128, Activation.ReLU)]
[Dense(128, 128, Activation.ReLU)]
[Dense(128, 10, Activation.Softmax)]
internal sealed partial class MiddleNet;

/// <summary>The most to exchange.</summary>
[Network(Loss.CrossEntropy)]
[Dense(784, 1024, Activation.ReLU)]
[Dense(1024, 1024, Activation.ReLU)]
[Dense(1024, 10, Activation.Softmax)]
internal sealed partial class WidestNet;

/// <summary>The network whose steps are measured.</summary>
[Network(Loss.CrossEntropy)]
[Dense(784, 512, Activation.ReLU)]
[Dense(512, 512, Activation.ReLU)]
[Dense(512, 10, Activation.Softmax)]
internal sealed partial class WideNet;
