namespace GenNet.Benchmarks.Networks;

/// <summary>32 steps of 64 features, an Lstm of 64 units and a class: the size of a sensor's series or a short text.</summary>
[Network(Loss.CrossEntropy)]
[Input(32, 64)]
[Lstm(64)]
[Dense(10, Activation.Softmax)]
public partial class Lstm64Net;

/// <summary>The same with a Gru.</summary>
[Network(Loss.CrossEntropy)]
[Input(32, 64)]
[Gru(64)]
[Dense(10, Activation.Softmax)]
public partial class Gru64Net;

/// <summary>32 steps of 256 features and an Lstm of 256 units, whose weights no first-level cache holds.</summary>
[Network(Loss.CrossEntropy)]
[Input(32, 256)]
[Lstm(256)]
[Dense(10, Activation.Softmax)]
public partial class Lstm256Net;
