using GenNet;

namespace GenNet.Gradient.Tests.Twins;

// The networks of Differences/Residuals.cs in float.

[Network]
[Dense(5, 9, Activation.Tanh)]
[Dense(9, Activation.Sigmoid)]
[Residual(1, Activation.Tanh)]
[Dense(3, Activation.Identity)]
internal sealed partial class ResidualOverOne;

[Network(Loss.CrossEntropy)]
[Dense(5, 11, Activation.GELU)]
[Dense(17, Activation.Tanh)]
[Dense(6, Activation.SiLU)]
[Dense(11)]
[Residual(3, Activation.Softplus)]
[Dense(3, Activation.Softmax)]
internal sealed partial class ResidualOverThree;

[Network]
[Dense(13, 20, Activation.Tanh)]
[Dense(13)]
[Residual(2, Activation.GELU)]
[Dense(2)]
internal sealed partial class ResidualOfInputs;

[Network]
[Dense(16, 16, Activation.Tanh)]
[Residual(1, Activation.Sigmoid)]
[Dense(2)]
internal sealed partial class ResidualOfWholeLines;

[Network(Loss.CrossEntropy)]
[Dense(6, 10, Activation.Tanh)]
[Dense(10, Activation.Sigmoid)]
[Dense(10, Activation.SiLU)]
[Residual(1, Activation.Tanh)]
[Dense(10)]
[Residual(4, Activation.Softplus)]
[Dense(3, Activation.Softmax)]
internal sealed partial class ResidualNested;

[Network]
[Dense(9, 12, Activation.Tanh)]
[Dense(9)]
[Residual(2, Activation.Tanh)]
[Dense(9, Activation.Sigmoid)]
[Residual(4)]
[Residual(5, Activation.SiLU)]
[Dense(2)]
internal sealed partial class ResidualsOfOneInput;

[Network]
[Dense(6, 10, Activation.ReLU)]
[Dense(10, Activation.ReLU)]
[Dense(10)]
[Residual(2, Activation.ReLU)]
[Dense(10, Activation.LeakyReLU, Alpha = 0.2)]
[Dense(10)]
[Residual(2, Activation.ELU, Alpha = 0.5)]
[Dense(2)]
internal sealed partial class ResidualsInARow;

[Network]
[Dense(6, 10, Activation.Tanh)]
[Dense(10, Activation.Tanh)]
[Residual(1)]
[Residual(1)]
[Residual(2, Activation.Softsign)]
[Dense(2)]
internal sealed partial class ResidualOfResiduals;

[Network]
[Dense(5, 9, Activation.Tanh)]
[Dense(7, Activation.Sigmoid)]
[Residual(1, Activation.Tanh, Projection = true)]
[Dense(3, Activation.Identity)]
internal sealed partial class ProjectionOverOne;

[Network(Loss.CrossEntropy)]
[Dense(5, 11, Activation.GELU)]
[Dense(17, Activation.Tanh)]
[Dense(6, Activation.SiLU)]
[Dense(20)]
[Residual(3, Activation.Softplus, Projection = true, Bias = false)]
[Dense(3, Activation.Softmax)]
internal sealed partial class ProjectionOverThree;

[Network]
[Dense(13, 20, Activation.Tanh)]
[Dense(9)]
[Residual(2, Activation.GELU, Projection = true)]
[Dense(2)]
internal sealed partial class ProjectionOfInputs;

[Network(Loss.CrossEntropy)]
[Dense(6, 10, Activation.Tanh)]
[Dense(14, Activation.Sigmoid)]
[Dense(18, Activation.SiLU)]
[Residual(1, Activation.Tanh, Projection = true)]
[Dense(7)]
[Residual(4, Activation.Softplus, Projection = true)]
[Residual(6, Projection = true, Bias = false)]
[Dense(3, Activation.Softmax)]
internal sealed partial class ProjectionNested;

[Network(Loss.CrossEntropy)]
[Dense(6, 11, Activation.Tanh)]
[Dense(11)]
[Residual(1, Activation.Softmax)]
internal sealed partial class ResidualLastSoftmax;

[Network(Loss.Huber)]
[Dense(6, 11, Activation.Tanh)]
[Dense(4, Activation.GELU)]
[Residual(1, Activation.Softmax, Projection = true)]
internal sealed partial class ProjectionLastSoftmaxHuber;

[Network(Loss.BinaryCrossEntropy)]
[Dense(6, 9, Activation.Tanh)]
[Dense(6)]
[Residual(2, Activation.Sigmoid)]
internal sealed partial class ResidualLastSigmoid;

[Network(Loss.MeanSquaredError)]
[Dense(9, 9, Activation.Tanh)]
[Residual(1)]
internal sealed partial class ResidualLastIdentity;

[Network(Loss.MeanSquaredError)]
[Dense(9, 5, Activation.Tanh)]
[Residual(1, Projection = true)]
internal sealed partial class ProjectionLastIdentity;

[Network]
[Dense(9, 12, Activation.Tanh)]
[Dense(12)]
[Residual(1, Activation.SELU)]
internal sealed partial class ResidualLastSELU;

[Network(Loss.CrossEntropy)]
[Dense(6, 128, Activation.Tanh)]
[Dense(128)]
[Residual(1, Activation.Tanh)]
[Dense(3, Activation.Softmax)]
internal sealed partial class ResidualWide;

[Network]
[Dense(128, 20, Activation.Tanh)]
[Dense(64, Activation.Sigmoid)]
[Residual(2, Activation.Tanh, Projection = true)]
[Dense(70)]
[Residual(1, Activation.Tanh, Projection = true)]
[Dense(2)]
internal sealed partial class ProjectionWide;

[Network]
[Dense(3, 4, Activation.Tanh)]
[Dense(4, Activation.Sigmoid)]
[Residual(1, Activation.Tanh)]
[Dense(2)]
internal sealed partial class TinyResidual;

[Network(Loss.CrossEntropy)]
[Dense(3, 4, Activation.Tanh)]
[Dense(3)]
[Residual(2, Activation.SiLU)]
[Dense(3)]
[Residual(1)]
[Residual(5, Activation.Softmax)]
internal sealed partial class TinyResidualNested;

[Network(Loss.BinaryCrossEntropy)]
[Dense(3, 4, Activation.GELU)]
[Dense(5, Activation.Tanh)]
[Residual(2, Activation.Tanh, Projection = true)]
[Residual(3, Activation.Sigmoid, Projection = true, Bias = false)]
internal sealed partial class TinyProjection;
