namespace GenNet.Fuzz.Fits;

/// <summary>Small enough for many files and fits.</summary>
[Network(Loss.CrossEntropy)]
[Dense(9, 40, Activation.Tanh)]
[Dropout(0.25)]
[Dense(3, Activation.Softmax)]
public partial class SmallNetwork;
