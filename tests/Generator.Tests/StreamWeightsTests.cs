extern alias runtime;

using System;
using System.Linq;
using runtime::GenNet;

namespace GenNet.Generator.Tests;

/// <summary>Networks that carry their weights in the assembly, step by step.</summary>
public sealed class StreamWeightsTests : IDisposable
{
    private readonly WeightsFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("", 1e-6)]
    [InlineData("Mode = NetworkMode.Inference, ", 1e-6)]
    [InlineData("Mode = NetworkMode.Inference, Precision = Precision.Double, ", 1e-13)]
    public void Steps_compute_with_the_weights_of_the_file(string named, double tolerance)
    {
        SafeTensor[] tensors =
        [
            Tensor("0.weight", 5, 6), Tensor("1.weight", 4, 6), Tensor("2.in_proj_weight", 18, 6), Tensor("2.in_proj_bias", 18), Tensor("2.out_proj.weight", 6, 6), Tensor("2.out_proj.bias", 6),
            Tensor("3.weight", 3, 6), Tensor("3.bias", 3),
        ];
        Compiled compiled = Compiled.From(
            $"[Network({named}Weights = \"net.safetensors\")] [Input(4)] [Embedding(5, 6)] [PositionEmbedding] [SelfAttention(2, Causal = true)] [Dense(3)] public partial class Net;"
            + WeightsFolder.Reader, null, _folder.Save("net.safetensors", tensors));
        Assert.Empty(compiled.Reported);
        compiled.AssertNoProblem();
        object net = Activator.CreateInstance(compiled.Load().GetType("Net", throwOnError: true)!)!;
        double[] tokens = [3, 0, 4, 1], whole = WeightsFolder.Outputs(net, tokens), steps = WeightsFolder.Steps(net, tokens);
        Assert.Equal(12, steps.Length);
        Assert.All(whole.Zip(steps), pair => Assert.Equal(pair.First, pair.Second, tolerance));
        Assert.Contains(whole, number => Math.Abs(number) > 0.1);
    }

    private static SafeTensor Tensor(string name, params int[] shape)
    {
        int count = shape.Aggregate((size, next) => size * next);
        return SafeTensor.Create<float>(name, shape, [.. Enumerable.Range(1, count).Select(i => (float)Math.Sin(i * (name.Length + count)) / 2)]);
    }
}
