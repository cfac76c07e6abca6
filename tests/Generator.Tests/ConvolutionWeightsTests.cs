extern alias runtime;

using System;
using System.Collections.Generic;
using System.Linq;
using runtime::GenNet;

namespace GenNet.Generator.Tests;

/// <summary>Convolutional networks that carry their weights in the assembly, and with them the running statistics of their normalisations.</summary>
public sealed class ConvolutionWeightsTests : IDisposable
{
    private const int Channels = 2, Rows = 4, Columns = 5, Filters = 3, Outputs = 2, Pixels = Rows * Columns;

    private readonly WeightsFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("", 1e-5)]
    [InlineData("Mode = NetworkMode.Inference, ", 1e-5)]
    [InlineData("Mode = NetworkMode.Inference, Precision = Precision.Double, ", 1e-12)]
    public void A_network_computes_with_the_weights_and_statistics_of_the_file(string named, double tolerance)
    {
        SafeTensor[] tensors = [.. Tensors(), SafeTensor.Create<float>("1.num_batches_tracked", [], [7f])];
        Compiled compiled = Compiled.From(
            $"[Network({named}Weights = \"net.safetensors\")] [Input({Channels}, {Rows}, {Columns})] [Conv2D({Filters}, 3, Padding = 1)] [BatchNorm(Activation.ReLU)] [Flatten] [Dense({Outputs})] "
            + "public partial class Net;" + WeightsFolder.Reader, null, _folder.Save("net.safetensors", tensors));
        Assert.Empty(compiled.Reported);
        compiled.AssertNoProblem();
        object net = Activator.CreateInstance(compiled.Load().GetType("Net", throwOnError: true)!)!;
        foreach (SafeTensor tensor in Tensors())
            Assert.Equal(tensor.ToArray<double>(), WeightsFolder.Read(net, tensor.Name));

        double[] inputs = Numbers(Channels * Pixels, 9), outputs = WeightsFolder.Outputs(net, inputs);
        Assert.All(Expected(inputs).Zip(outputs), pair => Assert.Equal(pair.First, pair.Second, tolerance));
    }

    [Fact]
    public void A_file_without_the_statistics_does_not_fit()
    {
        Compiled compiled = Compiled.From(
            $"[Network(Weights = \"net.safetensors\")] [Input({Channels}, {Rows}, {Columns})] [Conv2D({Filters}, 3, Padding = 1)] [BatchNorm(Activation.ReLU)] [Flatten] [Dense({Outputs})] "
            + "public partial class Net;", null, _folder.Save("net.safetensors", Tensors().Where(tensor => tensor.Name != "1.running_var")));
        Assert.Equal("'net.safetensors' does not fit this network: tensor 1.running_var [3] is missing", Assert.Single(compiled.Reported).GetMessage(null));
    }

    /// <summary>The network by its definition.</summary>
    private static double[] Expected(double[] x)
    {
        Dictionary<string, double[]> p = Tensors().ToDictionary(tensor => tensor.Name, tensor => tensor.ToArray<double>());
        var a = new double[Filters * Pixels];
        for (int k = 0; k < a.Length; k++)
        {
            (int f, int i, int j) = (k / Pixels, k % Pixels / Columns, k % Columns);
            double z = p["0.bias"][f];
            for (int tap = 0; tap < Channels * 9; tap++)
            {
                (int c, int row, int column) = (tap / 9, i + tap % 9 / 3 - 1, j + tap % 3 - 1);
                if (row is >= 0 and < Rows && column is >= 0 and < Columns)
                    z += p["0.weight"][f * Channels * 9 + tap] * x[c * Pixels + row * Columns + column];
            }

            a[k] = Math.Max(0, (z - p["1.running_mean"][f]) / Math.Sqrt(p["1.running_var"][f] + 1e-5) * p["1.weight"][f] + p["1.bias"][f]);
        }

        return [.. Enumerable.Range(0, Outputs).Select(o => p["2.bias"][o] + a.Select((number, k) => number * p["2.weight"][o * a.Length + k]).Sum())];
    }

    private static IEnumerable<SafeTensor> Tensors() =>
    [
        Tensor("0.weight", 1, Filters, Channels, 3, 3), Tensor("0.bias", 2, Filters), Tensor("1.weight", 3, Filters), Tensor("1.bias", 4, Filters),
        Tensor("1.running_mean", 5, Filters), SafeTensor.Create<float>("1.running_var", [Filters], [0.5f, 2f, 1.25f]),
        Tensor("2.weight", 6, Outputs, Filters * Pixels), Tensor("2.bias", 7, Outputs),
    ];

    private static SafeTensor Tensor(string name, int seed, params int[] shape) =>
        SafeTensor.Create<float>(name, shape, Array.ConvertAll(Numbers(shape.Aggregate((size, next) => size * next), seed), number => (float)number));

    private static double[] Numbers(int count, int seed) => [.. Enumerable.Range(1, count).Select(i => Math.Sin(i * (seed + 1)) / 2)];
}
