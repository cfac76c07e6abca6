using System;
using GenNet;

namespace GenNet.Gradient.Tests.Behaviour;

/// <summary>Threshold units, and what the perceptron rule can learn.</summary>
public class ThresholdTests
{
    private static readonly float[] Corners = [0, 0, 0, 1, 1, 0, 1, 1];

    [Fact]
    public void The_step_is_one_from_zero_on()
    {
        var net = new Perceptron();
        Assert.Equal([1, 0, 1, 0, 0], Outputs(net, [0, -float.Epsilon, float.Epsilon, float.NegativeInfinity, float.NaN]));
    }

    [Fact]
    public void The_sign_of_zero_is_zero()
    {
        var net = new SignPerceptron();
        Assert.Equal([0, -1, 1, -1, float.NaN], Outputs(net, [0, -float.Epsilon, float.Epsilon, float.NegativeInfinity, float.NaN]));
    }

    [Theory]
    [InlineData("AND", new float[] { 0, 0, 0, 1 })]
    [InlineData("OR", new float[] { 0, 1, 1, 1 })]
    [InlineData("NAND", new float[] { 1, 1, 1, 0 })]
    public void What_a_line_separates_is_learned(string function, float[] targets)
    {
        for (int seed = 0; seed < 10; seed++)
            Assert.True(Learns(targets, seed), $"{function} is not learned from seed {seed}.");
    }

    [Fact]
    public void Exclusive_or_is_not()
    {
        for (int seed = 0; seed < 10; seed++)
            Assert.False(Learns([0, 1, 1, 0], seed));
    }

    [Fact]
    public void A_step_of_gradient_descent_is_the_perceptron_rule()
    {
        var net = new Perceptron(5);
        float[] before = Read(net, "0.weight");
        float bias = Read(net, "0.bias")[0];
        float[] x = [0.5f, -2];
        var y = new float[1];
        net.Forward(x, y);
        float d = 1 - y[0];
        new Trainer<Perceptron>(net, new Sgd(0.25f)).Step(x, [d]);
        float change = 0.25f * (d - y[0]);
        Assert.Equal([before[0] + change * x[0], before[1] + change * x[1]], Read(net, "0.weight"));
        Assert.Equal(bias + change, Read(net, "0.bias")[0]);
    }

    [Fact]
    public void Thresholds_in_hidden_layers_compute()
    {
        // XOR of two lines: x1 or x2, and not both.
        ThresholdXor net = Create<ThresholdXor>();
        ThresholdXor.Layout.Write<float>(net.Parameters, "0.weight", [1, 1, 1, 1]);
        ThresholdXor.Layout.Write<float>(net.Parameters, "0.bias", [-0.5f, -1.5f]);
        ThresholdXor.Layout.Write<float>(net.Parameters, "1.weight", [1, -1]);
        ThresholdXor.Layout.Write<float>(net.Parameters, "1.bias", [-0.5f]);
        var outputs = new float[4];
        net.Forward(Corners, outputs);
        Assert.Equal([0, 1, 1, 0], outputs);
    }

    private static TNet Create<TNet>()
        where TNet : class, IInferenceNetwork<TNet, float> => TNet.Create();

    private static bool Learns(float[] targets, int seed)
    {
        var net = new Perceptron(seed);
        var trainer = new Trainer<Perceptron>(net, new Sgd(0.1f));
        var outputs = new float[4];
        for (int epoch = 0; epoch < 200; epoch++)
        {
            for (int i = 0; i < 4; i++)
                trainer.Step(Corners.AsSpan(2 * i, 2), targets.AsSpan(i, 1));
            net.Forward(Corners, outputs);
            if (outputs.AsSpan().SequenceEqual(targets))
                return true;
        }

        return false;
    }

    private static float[] Outputs<TNet>(TNet net, float[] z)
        where TNet : class, INetwork<TNet, float>
    {
        net.Parameters.Clear();
        TNet.Layout.Write<float>(net.Parameters, "0.weight", [1, 0]);
        var outputs = new float[z.Length];
        for (int i = 0; i < z.Length; i++)
            net.Forward([z[i], 0], outputs.AsSpan(i, 1));
        return outputs;
    }

    private static float[] Read(Perceptron net, string tensor) => Perceptron.Layout.Read<float>((ReadOnlySpan<float>)net.Parameters, tensor);
}

[Network]
[Dense(2, 1, Activation.Step)]
internal sealed partial class Perceptron;

[Network(Loss.Perceptron)]
[Dense(2, 1, Activation.Sign)]
internal sealed partial class SignPerceptron;

[Network(Mode = NetworkMode.Inference)]
[Dense(2, 2, Activation.Step)]
[Dense(1, Activation.Step)]
internal sealed partial class ThresholdXor;
