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

/// <summary>The network whose steps are measured.</summary>
[Network(Loss.CrossEntropy)]
[Dense(784, 512, Activation.ReLU)]
[Dense(512, 512, Activation.ReLU)]
[Dense(512, 10, Activation.Softmax)]
internal sealed partial class WideNet;
