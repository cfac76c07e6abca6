namespace GenNet.Gradient.Tests.Training;

/// <summary>Rows with padding, in double.</summary>
[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Dense(9, 21, Activation.Tanh)]
[Dense(5, Activation.Softmax)]
internal sealed partial class SmallDoubleNet;

/// <summary>Number by number: tensors without padding between them.</summary>
[Network(Precision = Precision.Double)]
[Dense(2, 2, Activation.Sigmoid)]
[Dense(1, Activation.Sigmoid)]
internal sealed partial class TinyDoubleNet;

/// <summary>Large enough for a batch of 64 to be worth two threads: the tests see it by sums in another order.</summary>
[Network(Loss.CrossEntropy)]
[Dense(784, 60, Activation.ReLU)]
[Dense(10, Activation.Softmax)]
internal sealed partial class ThreadedNet;

/// <summary>The same with dropout.</summary>
[Network(Loss.CrossEntropy)]
[Dense(784, 60, Activation.ReLU)]
[Dropout(0.4)]
[Dense(10, Activation.Softmax)]
internal sealed partial class DroppingNet;

/// <summary>Outputs without a bound, and a loss that squares them.</summary>
[Network]
[Dense(4, 20, Activation.ReLU)]
[Dense(2, Activation.Identity)]
internal sealed partial class SquaredNet;

/// <summary>The same tensors as those of <see cref="ThreadedNet"/> and <see cref="DroppingNet"/> in each of the following.</summary>
[Network(Loss.CrossEntropy)]
[Dense(784, 60, Activation.LeakyReLU)]
[Dense(10, Activation.Softmax)]
internal sealed partial class LeakyNet;

[Network(Loss.CrossEntropy)]
[Dense(784, 60, Activation.LeakyReLU, Alpha = 0.2)]
[Dense(10, Activation.Softmax)]
internal sealed partial class LeakierNet;

[Network(Loss.MeanSquaredError)]
[Dense(784, 60, Activation.LeakyReLU)]
[Dense(10, Activation.Softmax)]
internal sealed partial class LeakySquaredNet;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Dense(784, 60, Activation.ReLU)]
[Dense(10, Activation.Softmax)]
internal sealed partial class ThreadedDoubleNet;

[Network(Loss.CrossEntropy)]
[Dense(784, 60, Activation.ReLU)]
[Dropout(0.3)]
[Dense(10, Activation.Softmax)]
internal sealed partial class DroppingLessNet;
