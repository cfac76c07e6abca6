namespace GenNet.Fuzz.Fits;

/// <summary>Large enough for several threads from 64 rows on, small enough for many fits.</summary>
[Network(Loss.CrossEntropy)]
[Dense(784, 24, Activation.Tanh)]
[Dropout(0.25)]
[Dense(3, Activation.Softmax)]
public partial class SmallNetwork;
