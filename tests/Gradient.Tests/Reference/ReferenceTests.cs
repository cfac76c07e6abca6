using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;

namespace GenNet.Gradient.Tests;

/// <summary>Emitted networks against PyTorch: outputs, loss, gradients of parameters and of inputs.</summary>
public class ReferenceTests
{
    // |a - b| <= tolerance * max(1, |b|): relative for large values, absolute for small ones, which are sums of larger terms.
    private const double DoubleTolerance = 1e-10, FloatTolerance = 1e-4;

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

    private static void Compare<TNet, T>(ReferenceCase expected, double tolerance)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TNet net = TNet.Create();
        Assert.Equal(expected.Parameters.Keys.Order(), TNet.Layout.Names.Order());
        foreach ((string name, double[] values) in expected.Parameters)
            TNet.Layout.Write<T>(net.Parameters, name, Cast<T>(values));

        T[] input = Cast<T>(expected.Input), target = Cast<T>(expected.Target);
        var output = new T[expected.Output.Length];
        net.Forward(input, output);
        Close("output", expected.Output, output, tolerance);
        Close("loss", [expected.Loss], [net.Evaluate(input, target)], tolerance);

        var gradients = new T[net.Parameters.Length];
        var inputGradients = new T[input.Length];
        Close("loss of Backward", [expected.Loss], [net.Backward(input, target, gradients)], tolerance);
        CompareGradients<TNet, T>(expected, gradients, tolerance);
        net.Backward(input, target, gradients, inputGradients);
        CompareGradients<TNet, T>(expected, gradients, tolerance);
        Close("input gradient", expected.InputGradient, inputGradients, tolerance);
    }

    private static void CompareGradients<TNet, T>(ReferenceCase expected, T[] gradients, double tolerance)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach ((string name, double[] values) in expected.Gradients)
            Close("gradient of " + name, values, TNet.Layout.Read<T>(gradients.AsSpan(), name), tolerance);
    }

    private static void Close<T>(string what, double[] expected, T[] actual, double tolerance)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            double value = double.CreateTruncating(actual[i]);
            Assert.True(
                Math.Abs(value - expected[i]) <= tolerance * Math.Max(1, Math.Abs(expected[i])),
                $"{what}[{i}]: PyTorch has {expected[i]:R}, the network {value:R}.");
        }
    }

    private static T[] Cast<T>(double[] values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => values.Select(T.CreateTruncating).ToArray();
}
