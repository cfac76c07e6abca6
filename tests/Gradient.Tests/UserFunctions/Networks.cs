using System;
using GenNet;

namespace GenNet.Gradient.Tests.UserFunctions;

// Every function of the user's as an activation of a hidden layer and of the last one, in both forms of code; every loss behind several activations.

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(3, 4, typeof(MyFunctions), nameof(MyFunctions.Mish))]
[Dense(2, typeof(MyFunctions), nameof(MyFunctions.Mish))]
internal sealed partial class TinyMish;

[Network(Loss.MeanSquaredError, Precision = Precision.Double)]
[Dense(5, 11, typeof(MyFunctions), nameof(MyFunctions.Mish))]
[Dense(17, typeof(MyFunctions), nameof(MyFunctions.Mish))]
[Dense(9, typeof(MyFunctions), nameof(MyFunctions.Mish))]
internal sealed partial class LoopsMish;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(3, 4, typeof(MyFunctions), nameof(MyFunctions.Swish), Alpha = 1.5)]
[Dense(2, typeof(MyFunctions), nameof(MyFunctions.Swish), Alpha = 1.5)]
internal sealed partial class TinySwish;

[Network(Loss.MeanSquaredError, Precision = Precision.Double)]
[Dense(5, 11, typeof(MyFunctions), nameof(MyFunctions.Swish), Alpha = 1.5)]
[Dense(17, typeof(MyFunctions), nameof(MyFunctions.Swish), Alpha = 1.5)]
[Dense(9, typeof(MyFunctions), nameof(MyFunctions.Swish), Alpha = 1.5)]
internal sealed partial class LoopsSwish;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(3, 4, typeof(MyFunctions), nameof(MyFunctions.SwishByDefault))]
[Dense(2, typeof(MyFunctions), nameof(MyFunctions.SwishByDefault))]
internal sealed partial class TinySwishByDefault;

[Network(Loss.MeanSquaredError, Precision = Precision.Double)]
[Dense(5, 11, typeof(MyFunctions), nameof(MyFunctions.SwishByDefault))]
[Dense(17, typeof(MyFunctions), nameof(MyFunctions.SwishByDefault))]
[Dense(9, typeof(MyFunctions), nameof(MyFunctions.SwishByDefault))]
internal sealed partial class LoopsSwishByDefault;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(3, 4, typeof(MyFunctions), nameof(MyFunctions.Gaussian))]
[Dense(2, typeof(MyFunctions), nameof(MyFunctions.Gaussian))]
internal sealed partial class TinyGaussian;

[Network(Loss.MeanSquaredError, Precision = Precision.Double)]
[Dense(5, 11, typeof(MyFunctions), nameof(MyFunctions.Gaussian))]
[Dense(17, typeof(MyFunctions), nameof(MyFunctions.Gaussian))]
[Dense(9, typeof(MyFunctions), nameof(MyFunctions.Gaussian))]
internal sealed partial class LoopsGaussian;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(3, 4, typeof(MyFunctions), nameof(MyFunctions.Piecewise))]
[Dense(2, typeof(MyFunctions), nameof(MyFunctions.Piecewise))]
internal sealed partial class TinyPiecewise;

[Network(Loss.MeanSquaredError, Precision = Precision.Double)]
[Dense(5, 11, typeof(MyFunctions), nameof(MyFunctions.Piecewise))]
[Dense(17, typeof(MyFunctions), nameof(MyFunctions.Piecewise))]
[Dense(9, typeof(MyFunctions), nameof(MyFunctions.Piecewise))]
internal sealed partial class LoopsPiecewise;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(3, 4, typeof(MyFunctions), nameof(MyFunctions.Sine))]
[Dense(2, typeof(MyFunctions), nameof(MyFunctions.Sine))]
internal sealed partial class TinySine;

[Network(Loss.MeanSquaredError, Precision = Precision.Double)]
[Dense(5, 11, typeof(MyFunctions), nameof(MyFunctions.Sine))]
[Dense(17, typeof(MyFunctions), nameof(MyFunctions.Sine))]
[Dense(9, typeof(MyFunctions), nameof(MyFunctions.Sine))]
internal sealed partial class LoopsSine;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(3, 4, typeof(MyFunctions), nameof(MyFunctions.Arctan))]
[Dense(2, typeof(MyFunctions), nameof(MyFunctions.Arctan))]
internal sealed partial class TinyArctan;

[Network(Loss.MeanSquaredError, Precision = Precision.Double)]
[Dense(5, 11, typeof(MyFunctions), nameof(MyFunctions.Arctan))]
[Dense(17, typeof(MyFunctions), nameof(MyFunctions.Arctan))]
[Dense(9, typeof(MyFunctions), nameof(MyFunctions.Arctan))]
internal sealed partial class LoopsArctan;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(3, 4, typeof(MyFunctions), nameof(MyFunctions.MySoftsign))]
[Dense(2, typeof(MyFunctions), nameof(MyFunctions.MySoftsign))]
internal sealed partial class TinyMySoftsign;

[Network(Loss.MeanSquaredError, Precision = Precision.Double)]
[Dense(5, 11, typeof(MyFunctions), nameof(MyFunctions.MySoftsign))]
[Dense(17, typeof(MyFunctions), nameof(MyFunctions.MySoftsign))]
[Dense(9, typeof(MyFunctions), nameof(MyFunctions.MySoftsign))]
internal sealed partial class LoopsMySoftsign;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(3, 4, typeof(MyFunctions), nameof(MyFunctions.MaxReLU))]
[Dense(2, typeof(MyFunctions), nameof(MyFunctions.MaxReLU))]
internal sealed partial class TinyMaxReLU;

[Network(Loss.MeanSquaredError, Precision = Precision.Double)]
[Dense(5, 11, typeof(MyFunctions), nameof(MyFunctions.MaxReLU))]
[Dense(17, typeof(MyFunctions), nameof(MyFunctions.MaxReLU))]
[Dense(9, typeof(MyFunctions), nameof(MyFunctions.MaxReLU))]
internal sealed partial class LoopsMaxReLU;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(3, 4, typeof(MyFunctions), nameof(MyFunctions.ChoiceReLU))]
[Dense(2, typeof(MyFunctions), nameof(MyFunctions.ChoiceReLU))]
internal sealed partial class TinyChoiceReLU;

[Network(Loss.MeanSquaredError, Precision = Precision.Double)]
[Dense(5, 11, typeof(MyFunctions), nameof(MyFunctions.ChoiceReLU))]
[Dense(17, typeof(MyFunctions), nameof(MyFunctions.ChoiceReLU))]
[Dense(9, typeof(MyFunctions), nameof(MyFunctions.ChoiceReLU))]
internal sealed partial class LoopsChoiceReLU;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(3, 4, typeof(MyFunctions), nameof(MyFunctions.MySiLU))]
[Dense(2, typeof(MyFunctions), nameof(MyFunctions.MySiLU))]
internal sealed partial class TinyMySiLU;

[Network(Loss.MeanSquaredError, Precision = Precision.Double)]
[Dense(5, 11, typeof(MyFunctions), nameof(MyFunctions.MySiLU))]
[Dense(17, typeof(MyFunctions), nameof(MyFunctions.MySiLU))]
[Dense(9, typeof(MyFunctions), nameof(MyFunctions.MySiLU))]
internal sealed partial class LoopsMySiLU;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(3, 4, typeof(MyFunctions), nameof(MyFunctions.Polynomial))]
[Dense(2, typeof(MyFunctions), nameof(MyFunctions.Polynomial))]
internal sealed partial class TinyPolynomial;

[Network(Loss.MeanSquaredError, Precision = Precision.Double)]
[Dense(5, 11, typeof(MyFunctions), nameof(MyFunctions.Polynomial))]
[Dense(17, typeof(MyFunctions), nameof(MyFunctions.Polynomial))]
[Dense(9, typeof(MyFunctions), nameof(MyFunctions.Polynomial))]
internal sealed partial class LoopsPolynomial;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(3, 4, typeof(MyFunctions), nameof(MyFunctions.Everything))]
[Dense(2, typeof(MyFunctions), nameof(MyFunctions.Everything))]
internal sealed partial class TinyEverything;

[Network(Loss.MeanSquaredError, Precision = Precision.Double)]
[Dense(5, 11, typeof(MyFunctions), nameof(MyFunctions.Everything))]
[Dense(17, typeof(MyFunctions), nameof(MyFunctions.Everything))]
[Dense(9, typeof(MyFunctions), nameof(MyFunctions.Everything))]
internal sealed partial class LoopsEverything;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(3, 4, typeof(MyFunctions), nameof(MyFunctions.Powers), Alpha = 1.7)]
[Dense(2, typeof(MyFunctions), nameof(MyFunctions.Powers), Alpha = 1.7)]
internal sealed partial class TinyPowers;

[Network(Loss.MeanSquaredError, Precision = Precision.Double)]
[Dense(5, 11, typeof(MyFunctions), nameof(MyFunctions.Powers), Alpha = 1.7)]
[Dense(17, typeof(MyFunctions), nameof(MyFunctions.Powers), Alpha = 1.7)]
[Dense(9, typeof(MyFunctions), nameof(MyFunctions.Powers), Alpha = 1.7)]
internal sealed partial class LoopsPowers;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(3, 4, typeof(MyFunctions), nameof(MyFunctions.Conditions))]
[Dense(2, typeof(MyFunctions), nameof(MyFunctions.Conditions))]
internal sealed partial class TinyConditions;

[Network(Loss.MeanSquaredError, Precision = Precision.Double)]
[Dense(5, 11, typeof(MyFunctions), nameof(MyFunctions.Conditions))]
[Dense(17, typeof(MyFunctions), nameof(MyFunctions.Conditions))]
[Dense(9, typeof(MyFunctions), nameof(MyFunctions.Conditions))]
internal sealed partial class LoopsConditions;

[Network(typeof(MyFunctions), nameof(MyFunctions.LogCosh), Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(3, Activation.Identity)]
internal sealed partial class TinyLogCoshIdentity;

[Network(typeof(MyFunctions), nameof(MyFunctions.LogCosh), Precision = Precision.Double)]
[Dense(5, 11, Activation.Tanh)]
[Dense(18, Activation.Identity)]
internal sealed partial class LoopsLogCoshIdentity;

[Network(typeof(MyFunctions), nameof(MyFunctions.LogCosh), Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(3, Activation.Sigmoid)]
internal sealed partial class TinyLogCoshSigmoid;

[Network(typeof(MyFunctions), nameof(MyFunctions.LogCosh), Precision = Precision.Double)]
[Dense(5, 11, Activation.Tanh)]
[Dense(18, Activation.Sigmoid)]
internal sealed partial class LoopsLogCoshSigmoid;

[Network(typeof(MyFunctions), nameof(MyFunctions.LogCosh), Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(3, Activation.Softmax)]
internal sealed partial class TinyLogCoshSoftmax;

[Network(typeof(MyFunctions), nameof(MyFunctions.LogCosh), Precision = Precision.Double)]
[Dense(5, 11, Activation.Tanh)]
[Dense(18, Activation.Softmax)]
internal sealed partial class LoopsLogCoshSoftmax;

[Network(typeof(MyFunctions), nameof(MyFunctions.LogCosh), Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(3, typeof(MyFunctions), nameof(MyFunctions.Mish))]
internal sealed partial class TinyLogCoshMish;

[Network(typeof(MyFunctions), nameof(MyFunctions.LogCosh), Precision = Precision.Double)]
[Dense(5, 11, Activation.Tanh)]
[Dense(18, typeof(MyFunctions), nameof(MyFunctions.Mish))]
internal sealed partial class LoopsLogCoshMish;

[Network(typeof(MyFunctions), nameof(MyFunctions.MyHuber), Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(3, Activation.Identity)]
internal sealed partial class TinyMyHuberIdentity;

[Network(typeof(MyFunctions), nameof(MyFunctions.MyHuber), Precision = Precision.Double)]
[Dense(5, 11, Activation.Tanh)]
[Dense(18, Activation.Identity)]
internal sealed partial class LoopsMyHuberIdentity;

[Network(typeof(MyFunctions), nameof(MyFunctions.MyHuber), Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(3, Activation.Sigmoid)]
internal sealed partial class TinyMyHuberSigmoid;

[Network(typeof(MyFunctions), nameof(MyFunctions.MyHuber), Precision = Precision.Double)]
[Dense(5, 11, Activation.Tanh)]
[Dense(18, Activation.Sigmoid)]
internal sealed partial class LoopsMyHuberSigmoid;

[Network(typeof(MyFunctions), nameof(MyFunctions.MyHuber), Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(3, Activation.Softmax)]
internal sealed partial class TinyMyHuberSoftmax;

[Network(typeof(MyFunctions), nameof(MyFunctions.MyHuber), Precision = Precision.Double)]
[Dense(5, 11, Activation.Tanh)]
[Dense(18, Activation.Softmax)]
internal sealed partial class LoopsMyHuberSoftmax;

[Network(typeof(MyFunctions), nameof(MyFunctions.MyHuber), Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(3, typeof(MyFunctions), nameof(MyFunctions.Mish))]
internal sealed partial class TinyMyHuberMish;

[Network(typeof(MyFunctions), nameof(MyFunctions.MyHuber), Precision = Precision.Double)]
[Dense(5, 11, Activation.Tanh)]
[Dense(18, typeof(MyFunctions), nameof(MyFunctions.Mish))]
internal sealed partial class LoopsMyHuberMish;

[Network(typeof(MyFunctions), nameof(MyFunctions.Cosine), Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(3, Activation.Identity)]
internal sealed partial class FewCosineIdentity;

[Network(typeof(MyFunctions), nameof(MyFunctions.Cosine), Precision = Precision.Double)]
[Dense(5, 11, Activation.Tanh)]
[Dense(18, Activation.Identity)]
internal sealed partial class ManyCosineIdentity;

[Network(typeof(MyFunctions), nameof(MyFunctions.Cosine), Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(3, Activation.Sigmoid)]
internal sealed partial class FewCosineSigmoid;

[Network(typeof(MyFunctions), nameof(MyFunctions.Cosine), Precision = Precision.Double)]
[Dense(5, 11, Activation.Tanh)]
[Dense(18, Activation.Sigmoid)]
internal sealed partial class ManyCosineSigmoid;

[Network(typeof(MyFunctions), nameof(MyFunctions.Cosine), Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(3, Activation.Softmax)]
internal sealed partial class FewCosineSoftmax;

[Network(typeof(MyFunctions), nameof(MyFunctions.Cosine), Precision = Precision.Double)]
[Dense(5, 11, Activation.Tanh)]
[Dense(18, Activation.Softmax)]
internal sealed partial class ManyCosineSoftmax;

[Network(typeof(MyFunctions), nameof(MyFunctions.Cosine), Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(3, typeof(MyFunctions), nameof(MyFunctions.MySiLU))]
internal sealed partial class FewCosineMySiLU;

[Network(typeof(MyFunctions), nameof(MyFunctions.Cosine), Precision = Precision.Double)]
[Dense(5, 11, Activation.Tanh)]
[Dense(18, typeof(MyFunctions), nameof(MyFunctions.MySiLU))]
internal sealed partial class ManyCosineMySiLU;

[Network(typeof(MyFunctions), nameof(MyFunctions.Focal), Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(3, Activation.Sigmoid)]
internal sealed partial class FewFocalSigmoid;

[Network(typeof(MyFunctions), nameof(MyFunctions.Focal), Precision = Precision.Double)]
[Dense(5, 11, Activation.Tanh)]
[Dense(18, Activation.Sigmoid)]
internal sealed partial class ManyFocalSigmoid;

[Network(typeof(MyFunctions), nameof(MyFunctions.Focal), Precision = Precision.Double)]
[Dense(3, 4, Activation.Tanh)]
[Dense(3, Activation.Softmax)]
internal sealed partial class FewFocalSoftmax;

[Network(typeof(MyFunctions), nameof(MyFunctions.Focal), Precision = Precision.Double)]
[Dense(5, 11, Activation.Tanh)]
[Dense(18, Activation.Softmax)]
internal sealed partial class ManyFocalSoftmax;

[Network(nameof(Distance), Precision = Precision.Double)]
[Input(8)]
[Layers(typeof(Gated), Repeat = 2)]
[Dense(3, nameof(Own))]
internal sealed partial class InBlocks
{
    private static double Own(double x) => Math.Atan(x) + 0.1 * x;

    private static double Distance(double y, double d) => (y - d) * (y - d);
}

[Block]
[Dense(20, nameof(Gate))]
[Dense(8)]
[Residual(2, typeof(MyFunctions), nameof(MyFunctions.Mish))]
internal static class Gated
{
    internal static float Gate(float x) => x / (1 + MathF.Exp(-1.7f * x));
}

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(1, 9, typeof(MyFunctions), nameof(MyFunctions.Everything))]
internal sealed partial class PlainEverything;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(1, 9, typeof(MyFunctions), nameof(MyFunctions.Conditions))]
internal sealed partial class PlainConditions;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(1, 9, typeof(MyFunctions), nameof(MyFunctions.Piecewise))]
internal sealed partial class PlainPiecewise;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(1, 9, typeof(MyFunctions), nameof(MyFunctions.Polynomial))]
internal sealed partial class PlainPolynomial;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(1, 9, typeof(MyFunctions), nameof(MyFunctions.Powers), Alpha = 1.7)]
internal sealed partial class PlainPowers;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(1, 9, typeof(MyFunctions), nameof(MyFunctions.MaxReLU))]
internal sealed partial class PlainMax;

[Network(Loss.HalfSquaredError, Precision = Precision.Double)]
[Dense(1, 9, typeof(MyFunctions), nameof(MyFunctions.ChoiceReLU))]
internal sealed partial class PlainChoice;

[Network(Loss.Huber, Precision = Precision.Double)]
[Dense(5, 11, Activation.Tanh)]
[Dense(18)]
internal sealed partial class LibraryHuber;

[Network]
[Dense(20, 33, Activation.SiLU)]
[Dense(4)]
internal sealed partial class LibrarySiLU;

[Network]
[Dense(20, 33, typeof(MyFunctions), nameof(MyFunctions.MySiLU), Init = Init.HeUniform)]
[Dense(4)]
internal sealed partial class OwnSiLU;

[Network]
[Dense(1, 1, typeof(MyFunctions), nameof(MyFunctions.Mish))]
internal sealed partial class FarMish;
