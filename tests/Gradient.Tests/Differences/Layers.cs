namespace GenNet.Gradient.Tests.Differences;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Maxout(5, 6, 2)]
[Dense(3, Activation.Softmax)]
internal sealed partial class MaxoutOfTwo;

[Network(Precision = Precision.Double)]
[Dense(7, 9, Activation.Tanh)]
[Maxout(17, 3)]
[Maxout(9, 4, Bias = false)]
[Dense(3, Activation.Identity)]
internal sealed partial class MaxoutsInTheMiddle;

[Network(Loss.MeanSquaredError, Precision = Precision.Double)]
[Dense(6, 5, Activation.Sigmoid)]
[Maxout(4, 3)]
internal sealed partial class MaxoutLast;

[Network(Precision = Precision.Double)]
[Maxout(3, 2, 2)]
internal sealed partial class MaxoutAlone;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Dense(7, 33, Activation.Tanh)]
[Dropout(0.5)]
[Dense(10, Activation.Sigmoid)]
[Dropout(0.3)]
[Dense(3, Activation.Softmax)]
internal sealed partial class DropoutBetween;

[Network(Precision = Precision.Double)]
[Dropout(19, 0.4)]
[Dense(12, Activation.GELU)]
[Dropout(0.5)]
[Dense(2, Activation.Identity)]
internal sealed partial class DropoutOfInputs;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Dropout(16, 0.2)]
[Dropout(0.2)]
[Maxout(5, 2)]
[Dropout(0.2)]
[Dropout(0.2)]
[Dense(3, Activation.Softmax)]
internal sealed partial class DropoutTwice;
