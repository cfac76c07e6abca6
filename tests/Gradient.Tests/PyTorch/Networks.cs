namespace GenNet.Gradient.Tests.PyTorch;

/// <summary>The nn.Sequential of exchange.py.</summary>
[Network(Loss.CrossEntropy, Names = TensorNames.Sequential)]
[Dense(6, 20, Activation.GELU)]
[Dropout(0.3)]
[Dense(9, Activation.Identity)]
[Dense(4, Activation.Tanh)]
[Dense(3, Activation.Softmax, Bias = false)]
public partial class SequentialNet;
