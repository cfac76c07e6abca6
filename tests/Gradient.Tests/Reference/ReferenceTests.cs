using System;
using System.Collections.Generic;
using System.Linq;
using static GenNet.Gradient.Tests.ReferenceComparison;

namespace GenNet.Gradient.Tests;

/// <summary>Emitted networks against PyTorch: outputs, loss, gradients of parameters and of inputs.</summary>
public class ReferenceTests
{
    private static readonly Dictionary<string, Action<ReferenceCase, double>> Float = new()
    {
        ["xor_2_2_1"] = Compare<Xor221F, float>,
        ["tanh_softmax"] = Compare<TanhSoftmaxF, float>,
        ["single_row"] = Compare<SingleRowF, float>,
        ["no_bias"] = Compare<NoBiasF, float>,
        ["deep_mixed"] = Compare<DeepMixedF, float>,
        ["wide_odd"] = Compare<WideOddF, float>,
        ["activation_identity"] = Compare<ActivationIdentityF, float>,
        ["activation_sigmoid"] = Compare<ActivationSigmoidF, float>,
        ["activation_tanh"] = Compare<ActivationTanhF, float>,
        ["activation_relu"] = Compare<ActivationReluF, float>,
        ["activation_leaky_relu_0.1"] = Compare<ActivationLeakyRelu01F, float>,
        ["activation_leaky_relu_0.01"] = Compare<ActivationLeakyRelu001F, float>,
        ["activation_elu_1"] = Compare<ActivationElu1F, float>,
        ["activation_elu_0.5"] = Compare<ActivationElu05F, float>,
        ["activation_softplus"] = Compare<ActivationSoftplusF, float>,
        ["activation_gelu"] = Compare<ActivationGeluF, float>,
        ["activation_gelu_tanh"] = Compare<ActivationGeluTanhF, float>,
        ["activation_silu"] = Compare<ActivationSiluF, float>,
        ["activation_hard_tanh"] = Compare<ActivationHardTanhF, float>,
        ["activation_selu"] = Compare<ActivationSeluF, float>,
        ["activation_softsign"] = Compare<ActivationSoftsignF, float>,
        ["loss_half_squared_error"] = Compare<LossHalfSquaredErrorF, float>,
        ["loss_mean_squared_error"] = Compare<LossMeanSquaredErrorF, float>,
        ["loss_mean_absolute_error"] = Compare<LossMeanAbsoluteErrorF, float>,
        ["loss_huber_1"] = Compare<LossHuber1F, float>,
        ["loss_binary_cross_entropy"] = Compare<LossBinaryCrossEntropyF, float>,
        ["loss_cross_entropy"] = Compare<LossCrossEntropyF, float>,
        ["sigmoid_half_squared_error"] = Compare<SigmoidHalfSquaredErrorF, float>,
        ["softmax_half_squared_error"] = Compare<SoftmaxHalfSquaredErrorF, float>,
        ["maxout_2"] = Compare<Maxout2F, float>,
        ["maxout_3"] = Compare<Maxout3F, float>,
    };

    private static readonly Dictionary<string, Action<ReferenceCase, double>> Double = new()
    {
        ["xor_2_2_1"] = Compare<Xor221D, double>,
        ["tanh_softmax"] = Compare<TanhSoftmaxD, double>,
        ["single_row"] = Compare<SingleRowD, double>,
        ["no_bias"] = Compare<NoBiasD, double>,
        ["deep_mixed"] = Compare<DeepMixedD, double>,
        ["wide_odd"] = Compare<WideOddD, double>,
        ["activation_identity"] = Compare<ActivationIdentityD, double>,
        ["activation_sigmoid"] = Compare<ActivationSigmoidD, double>,
        ["activation_tanh"] = Compare<ActivationTanhD, double>,
        ["activation_relu"] = Compare<ActivationReluD, double>,
        ["activation_leaky_relu_0.1"] = Compare<ActivationLeakyRelu01D, double>,
        ["activation_leaky_relu_0.01"] = Compare<ActivationLeakyRelu001D, double>,
        ["activation_elu_1"] = Compare<ActivationElu1D, double>,
        ["activation_elu_0.5"] = Compare<ActivationElu05D, double>,
        ["activation_softplus"] = Compare<ActivationSoftplusD, double>,
        ["activation_gelu"] = Compare<ActivationGeluD, double>,
        ["activation_gelu_tanh"] = Compare<ActivationGeluTanhD, double>,
        ["activation_silu"] = Compare<ActivationSiluD, double>,
        ["activation_hard_tanh"] = Compare<ActivationHardTanhD, double>,
        ["activation_selu"] = Compare<ActivationSeluD, double>,
        ["activation_softsign"] = Compare<ActivationSoftsignD, double>,
        ["loss_half_squared_error"] = Compare<LossHalfSquaredErrorD, double>,
        ["loss_mean_squared_error"] = Compare<LossMeanSquaredErrorD, double>,
        ["loss_mean_absolute_error"] = Compare<LossMeanAbsoluteErrorD, double>,
        ["loss_huber_1"] = Compare<LossHuber1D, double>,
        ["loss_binary_cross_entropy"] = Compare<LossBinaryCrossEntropyD, double>,
        ["loss_cross_entropy"] = Compare<LossCrossEntropyD, double>,
        ["sigmoid_half_squared_error"] = Compare<SigmoidHalfSquaredErrorD, double>,
        ["softmax_half_squared_error"] = Compare<SoftmaxHalfSquaredErrorD, double>,
        ["maxout_2"] = Compare<Maxout2D, double>,
        ["maxout_3"] = Compare<Maxout3D, double>,
    };

    public static TheoryData<string> Names => new(ReferenceCase.All.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void Float_agrees_with_PyTorch(string name) => Float[name](ReferenceCase.All[name], FloatTolerance);

    [Theory]
    [MemberData(nameof(Names))]
    public void Double_agrees_with_PyTorch(string name) => Double[name](ReferenceCase.All[name], DoubleTolerance);

    [Fact]
    public void Every_network_has_its_case()
    {
        Assert.Equal(ReferenceCase.All.Keys.Order(), Float.Keys.Order());
        Assert.Equal(ReferenceCase.All.Keys.Order(), Double.Keys.Order());
    }
}
