using GenNet;

namespace GenNet.Gradient.Tests.Differences;

// Every activation before every loss that it can feed, in networks with vector loops.

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.Identity)]
internal sealed partial class LoopsIdentityHalfSquaredError;

[Network(Loss.MeanSquaredError, Precision = Precision.Double)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.Identity)]
internal sealed partial class LoopsIdentityMeanSquaredError;

[Network(Loss.MeanAbsoluteError, Precision = Precision.Double)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.Identity)]
internal sealed partial class LoopsIdentityMeanAbsoluteError;

[Network(Loss.Huber, Precision = Precision.Double)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.Identity)]
internal sealed partial class LoopsIdentityHuber;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.Sigmoid)]
internal sealed partial class LoopsSigmoidHalfSquaredError;

[Network(Loss.MeanSquaredError, Precision = Precision.Double)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.Sigmoid)]
internal sealed partial class LoopsSigmoidMeanSquaredError;

[Network(Loss.MeanAbsoluteError, Precision = Precision.Double)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.Sigmoid)]
internal sealed partial class LoopsSigmoidMeanAbsoluteError;

[Network(Loss.Huber, Precision = Precision.Double)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.Sigmoid)]
internal sealed partial class LoopsSigmoidHuber;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.Tanh)]
internal sealed partial class LoopsTanhHalfSquaredError;

[Network(Loss.MeanSquaredError, Precision = Precision.Double)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.Tanh)]
internal sealed partial class LoopsTanhMeanSquaredError;

[Network(Loss.MeanAbsoluteError, Precision = Precision.Double)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.Tanh)]
internal sealed partial class LoopsTanhMeanAbsoluteError;

[Network(Loss.Huber, Precision = Precision.Double)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.Tanh)]
internal sealed partial class LoopsTanhHuber;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.ReLU)]
internal sealed partial class LoopsReLUHalfSquaredError;

[Network(Loss.MeanSquaredError, Precision = Precision.Double)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.ReLU)]
internal sealed partial class LoopsReLUMeanSquaredError;

[Network(Loss.MeanAbsoluteError, Precision = Precision.Double)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.ReLU)]
internal sealed partial class LoopsReLUMeanAbsoluteError;

[Network(Loss.Huber, Precision = Precision.Double)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.ReLU)]
internal sealed partial class LoopsReLUHuber;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.LeakyReLU)]
internal sealed partial class LoopsLeakyReLUHalfSquaredError;

[Network(Loss.MeanSquaredError, Precision = Precision.Double)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.LeakyReLU)]
internal sealed partial class LoopsLeakyReLUMeanSquaredError;

[Network(Loss.MeanAbsoluteError, Precision = Precision.Double)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.LeakyReLU)]
internal sealed partial class LoopsLeakyReLUMeanAbsoluteError;

[Network(Loss.Huber, Precision = Precision.Double)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.LeakyReLU)]
internal sealed partial class LoopsLeakyReLUHuber;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.ELU)]
internal sealed partial class LoopsELUHalfSquaredError;

[Network(Loss.MeanSquaredError, Precision = Precision.Double)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.ELU)]
internal sealed partial class LoopsELUMeanSquaredError;

[Network(Loss.MeanAbsoluteError, Precision = Precision.Double)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.ELU)]
internal sealed partial class LoopsELUMeanAbsoluteError;

[Network(Loss.Huber, Precision = Precision.Double)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.ELU)]
internal sealed partial class LoopsELUHuber;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.SELU)]
internal sealed partial class LoopsSELUHalfSquaredError;

[Network(Loss.MeanSquaredError, Precision = Precision.Double)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.SELU)]
internal sealed partial class LoopsSELUMeanSquaredError;

[Network(Loss.MeanAbsoluteError, Precision = Precision.Double)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.SELU)]
internal sealed partial class LoopsSELUMeanAbsoluteError;

[Network(Loss.Huber, Precision = Precision.Double)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.SELU)]
internal sealed partial class LoopsSELUHuber;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.GELU)]
internal sealed partial class LoopsGELUHalfSquaredError;

[Network(Loss.MeanSquaredError, Precision = Precision.Double)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.GELU)]
internal sealed partial class LoopsGELUMeanSquaredError;

[Network(Loss.MeanAbsoluteError, Precision = Precision.Double)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.GELU)]
internal sealed partial class LoopsGELUMeanAbsoluteError;

[Network(Loss.Huber, Precision = Precision.Double)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.GELU)]
internal sealed partial class LoopsGELUHuber;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.GELUTanh)]
internal sealed partial class LoopsGELUTanhHalfSquaredError;

[Network(Loss.MeanSquaredError, Precision = Precision.Double)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.GELUTanh)]
internal sealed partial class LoopsGELUTanhMeanSquaredError;

[Network(Loss.MeanAbsoluteError, Precision = Precision.Double)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.GELUTanh)]
internal sealed partial class LoopsGELUTanhMeanAbsoluteError;

[Network(Loss.Huber, Precision = Precision.Double)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.GELUTanh)]
internal sealed partial class LoopsGELUTanhHuber;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.SiLU)]
internal sealed partial class LoopsSiLUHalfSquaredError;

[Network(Loss.MeanSquaredError, Precision = Precision.Double)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.SiLU)]
internal sealed partial class LoopsSiLUMeanSquaredError;

[Network(Loss.MeanAbsoluteError, Precision = Precision.Double)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.SiLU)]
internal sealed partial class LoopsSiLUMeanAbsoluteError;

[Network(Loss.Huber, Precision = Precision.Double)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.SiLU)]
internal sealed partial class LoopsSiLUHuber;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.Softplus)]
internal sealed partial class LoopsSoftplusHalfSquaredError;

[Network(Loss.MeanSquaredError, Precision = Precision.Double)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.Softplus)]
internal sealed partial class LoopsSoftplusMeanSquaredError;

[Network(Loss.MeanAbsoluteError, Precision = Precision.Double)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.Softplus)]
internal sealed partial class LoopsSoftplusMeanAbsoluteError;

[Network(Loss.Huber, Precision = Precision.Double)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.Softplus)]
internal sealed partial class LoopsSoftplusHuber;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.Softsign)]
internal sealed partial class LoopsSoftsignHalfSquaredError;

[Network(Loss.MeanSquaredError, Precision = Precision.Double)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.Softsign)]
internal sealed partial class LoopsSoftsignMeanSquaredError;

[Network(Loss.MeanAbsoluteError, Precision = Precision.Double)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.Softsign)]
internal sealed partial class LoopsSoftsignMeanAbsoluteError;

[Network(Loss.Huber, Precision = Precision.Double)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.Softsign)]
internal sealed partial class LoopsSoftsignHuber;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.HardTanh)]
internal sealed partial class LoopsHardTanhHalfSquaredError;

[Network(Loss.MeanSquaredError, Precision = Precision.Double)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.HardTanh)]
internal sealed partial class LoopsHardTanhMeanSquaredError;

[Network(Loss.MeanAbsoluteError, Precision = Precision.Double)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.HardTanh)]
internal sealed partial class LoopsHardTanhMeanAbsoluteError;

[Network(Loss.Huber, Precision = Precision.Double)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.HardTanh)]
internal sealed partial class LoopsHardTanhHuber;

[Network(Loss.BinaryCrossEntropy, Precision = Precision.Double)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.Sigmoid)]
internal sealed partial class LoopsSigmoidBinaryCrossEntropy;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.Softmax)]
internal sealed partial class LoopsSoftmaxHalfSquaredError;

[Network(Loss.MeanSquaredError, Precision = Precision.Double)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.Softmax)]
internal sealed partial class LoopsSoftmaxMeanSquaredError;

[Network(Loss.MeanAbsoluteError, Precision = Precision.Double)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.Softmax)]
internal sealed partial class LoopsSoftmaxMeanAbsoluteError;

[Network(Loss.Huber, Precision = Precision.Double)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.Softmax)]
internal sealed partial class LoopsSoftmaxHuber;

[Network(Loss.CrossEntropy, Precision = Precision.Double)]
[Dense(7, 9, Activation.Tanh)]
[Dense(3, Activation.Softmax)]
internal sealed partial class LoopsSoftmaxCrossEntropy;

[Network(Loss.Perceptron, Precision = Precision.Double)]
[Dense(9, 20, Activation.Step)]
internal sealed partial class LoopsStepPerceptron;

[Network(Loss.Perceptron, Precision = Precision.Double)]
[Dense(9, 20, Activation.Sign)]
internal sealed partial class LoopsSignPerceptron;
