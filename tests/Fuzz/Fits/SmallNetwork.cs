namespace GenNet.Fuzz.Fits;

/// <summary>Large enough for several threads, small enough for many fits.</summary>
[Network(Loss.CrossEntropy)]
[Dense(9, 40, Activation.Tanh)]
[Dropout(0.25)]
[Dense(3, Activation.Softmax)]
public partial class SmallNetwork;
