using System;
using GenNet;

namespace GenNet.Gradient.Tests.Behaviour;

/// <summary>Maxout beside the layers that it contains.</summary>
public class MaxoutTests
{
    [Fact]
    public void With_one_piece_zero_it_is_the_rectifier()
    {
        var relu = new ReluNet(3);
        var maxout = new MaxoutNet(4);
        maxout.Parameters.Clear();
        float[] weight = ReluNet.Layout.Read<float>((ReadOnlySpan<float>)relu.Parameters, "0.weight");
        MaxoutNet.Layout.Write<float>(maxout.Parameters, "0.weight", [.. new float[weight.Length], .. weight]);
        foreach (string same in new[] { "1.weight", "1.bias" })
            MaxoutNet.Layout.Write<float>(maxout.Parameters, same, ReluNet.Layout.Read<float>((ReadOnlySpan<float>)relu.Parameters, same));

        (float[] inputs, float[] targets) = Sample.Rows<ReluNet, float>(50);
        var expected = new float[50 * 3];
        var outputs = new float[50 * 3];
        relu.Forward(inputs, expected);
        maxout.Forward(inputs, outputs);
        Assert.Equal(expected, outputs);

        var reluGradient = new float[relu.Parameters.Length];
        var maxoutGradient = new float[maxout.Parameters.Length];
        Assert.Equal(relu.Backward(inputs, targets, reluGradient), maxout.Backward(inputs, targets, maxoutGradient));
        float[] ofWeight = MaxoutNet.Layout.Read<float>((ReadOnlySpan<float>)maxoutGradient, "0.weight");
        Assert.Equal(ReluNet.Layout.Read<float>((ReadOnlySpan<float>)reluGradient, "0.weight"), ofWeight[weight.Length..]);
        Assert.Equal(ReluNet.Layout.Read<float>((ReadOnlySpan<float>)reluGradient, "1.weight"), MaxoutNet.Layout.Read<float>((ReadOnlySpan<float>)maxoutGradient, "1.weight"));
    }

    [Fact]
    public void Of_equal_pieces_the_first_takes_the_gradient()
    {
        var net = new MaxoutNet(4);
        float[] piece = MaxoutNet.Layout.Read<float>((ReadOnlySpan<float>)net.Parameters, "0.weight")[..(20 * 7)];
        MaxoutNet.Layout.Write<float>(net.Parameters, "0.weight", [.. piece, .. piece]);
        (float[] inputs, float[] targets) = Sample.Rows<MaxoutNet, float>(9);
        var gradients = new float[net.Parameters.Length];
        net.Backward(inputs, targets, gradients);
        float[] ofWeight = MaxoutNet.Layout.Read<float>((ReadOnlySpan<float>)gradients, "0.weight");
        Assert.Contains(ofWeight[..(20 * 7)], value => value != 0);
        Assert.All(ofWeight[(20 * 7)..], value => Assert.Equal(0, value));
    }
}

[Network]
[Dense(7, 20, Activation.ReLU)]
[Dense(3, Activation.Softmax)]
internal sealed partial class ReluNet;

[Network]
[Maxout(7, 20, 2)]
[Dense(3, Activation.Softmax)]
internal sealed partial class MaxoutNet;
