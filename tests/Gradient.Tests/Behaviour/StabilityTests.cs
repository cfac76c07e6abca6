using System;
using System.Linq;

namespace GenNet.Gradient.Tests.Behaviour;

/// <summary>The fused losses for any logit that a float can hold. The networks pass their input on as logits.</summary>
public class StabilityTests
{
    private const float Huge = 3e38f;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Softmax_and_cross_entropy_of_huge_logits(int target)
    {
        var net = Unit<SoftmaxLogits>();
        float[] inputs = [Huge, 0, -Huge];
        var targets = new float[3];
        targets[target] = 1;
        var outputs = new float[3];
        var gradients = new float[net.Parameters.Length];
        var inputGradients = new float[3];
        net.Forward(inputs, outputs);
        Assert.Equal([1f, 0, 0], outputs);

        // Only the difference of two logits of opposite sign, 6e38, is more than a float can hold.
        float loss = net.Backward(inputs, targets, gradients, inputGradients);
        Assert.Equal(target switch { 0 => 0, 1 => Huge, _ => float.PositiveInfinity }, loss);
        Assert.Equal(outputs.Zip(targets, (y, d) => y - d), SoftmaxLogits.Layout.Read<float>(gradients.AsSpan(), "0.bias"));
    }

    [Fact]
    public void Softmax_of_many_huge_logits()
    {
        var net = Unit<WideSoftmaxLogits>();
        var inputs = Enumerable.Range(0, 40).Select(i => i % 3 == 0 ? -Huge : i).ToArray();
        inputs[17] = Huge;
        var targets = new float[40];
        targets[17] = 1;
        var gradients = new float[net.Parameters.Length];
        Assert.Equal(0, net.Backward(inputs, targets, gradients));
        Assert.All(WideSoftmaxLogits.Layout.Read<float>(gradients.AsSpan(), "0.bias"), g => Assert.Equal(0, g));
    }

    [Theory]
    [InlineData(Huge, 1, 0)]
    [InlineData(Huge, 0, Huge)]
    [InlineData(-Huge, 0, 0)]
    [InlineData(-Huge, 1, Huge)]
    [InlineData(200, 1, 0)]
    [InlineData(-200, 1, 200)]
    public void Sigmoid_and_binary_cross_entropy_of_huge_logits(float logit, float target, float loss)
    {
        var net = Unit<SigmoidLogit>();
        var gradients = new float[2];
        Assert.Equal(loss, net.Backward([logit], [target], gradients), loss * 1e-6f);
        Assert.Equal((logit > 0 ? 1 : 0) - target, SigmoidLogit.Layout.Read<float>(gradients.AsSpan(), "0.bias")[0]);
    }

    [Fact]
    public void Sigmoids_of_many_huge_logits()
    {
        var net = Unit<WideSigmoidLogits>();
        float[] inputs = Enumerable.Range(0, 40).Select(i => i % 2 == 0 ? Huge : -Huge).ToArray();
        float[] targets = Enumerable.Range(0, 40).Select(i => i % 2 == 0 ? 1f : 0).ToArray();
        Assert.Equal(0, net.Evaluate(inputs, targets));
    }

    private static TNet Unit<TNet>()
        where TNet : class, INetwork<TNet, float>
    {
        TNet net = TNet.Create();
        int n = TNet.InputSize;
        var unit = new float[n * n];
        for (int i = 0; i < n; i++)
            unit[i * n + i] = 1;
        TNet.Layout.Write<float>(net.Parameters, "0.weight", unit);
        return net;
    }
}
