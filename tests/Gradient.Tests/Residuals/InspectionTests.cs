using System;
using System.Linq;
using System.Numerics;
using GenNet.Gradient.Tests.Behaviour;

namespace GenNet.Gradient.Tests.Residuals;

/// <summary>What an inspection says of a residual network, beside its layers as plain loops.</summary>
public class InspectionTests
{
    private const int Rows = 150;

    [Fact]
    public void Activations_are_those_of_plain_loops() => Agree<NamedResidual, float>(1e-5);

    [Fact]
    public void Activations_in_double_are_those_of_plain_loops() => Agree<NamedResidualD, double>(1e-12);

    [Fact]
    public void Layers_are_listed_with_the_names_of_their_tensors()
    {
        (float[] inputs, float[] targets) = Sample.Rows<NamedResidual, float>(Rows);
        NetworkInspection inspection = new NamedResidual(3).Inspect(inputs, targets);
        Assert.Equal(
            ["Dense", "Dense", "Residual", "Dense", "Residual", "Residual", "Flatten", "Dense", "Residual"], inspection.Layers.Select(layer => layer.Layer.Kind));
        foreach (LayerInspection layer in inspection.Layers)
        {
            bool hasTensors = NamedResidual.Layout.Names.Contains(layer.Layer.Name + ".weight");
            Assert.Equal(layer.Layer.Name.Length > 0, hasTensors);
            Assert.Equal(hasTensors, layer.GradientNorm > 0);
        }

        Assert.Contains("Residual, Sigmoid", inspection.ToString(), StringComparison.Ordinal);
    }

    private static void Agree<TNet, T>(double tolerance)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TNet net = Shapes.Batch.Network<TNet, T>();
        (T[] inputs, T[] targets) = Sample.Rows<TNet, T>(Rows);
        double[][][] expected = [.. inputs.Chunk(TNet.InputSize).Select(x => Plain<TNet, T>(net, [.. x.Select(double.CreateTruncating)]))];
        NetworkInspection inspection = net.Inspect(inputs, targets);

        var activations = new T[Rows * TNet.Layers.Sum(layer => layer.Outputs)];
        net.Trace(inputs, activations);
        int start = 0;
        for (int i = 0; i < TNet.Layers.Length; i++)
        {
            int outputs = TNet.Layers[i].Outputs;
            double[] layer = [.. expected.SelectMany(row => row[i])];
            Assert.Equal(Rows * outputs, layer.Length);
            for (int k = 0; k < layer.Length; k++)
                Assert.Equal(layer[k], double.CreateTruncating(activations[start + k]), tolerance);
            Assert.Equal(layer.Average(), inspection.Layers[i].Mean, tolerance);
            Assert.Equal((layer.Min(), layer.Max()), (inspection.Layers[i].Histogram.From, inspection.Layers[i].Histogram.To), (a, b) =>
                Math.Abs(a.Item1 - b.Item1) <= tolerance && Math.Abs(a.Item2 - b.Item2) <= tolerance);
            start += Rows * outputs;
        }
    }

    /// <summary>The activations of each layer but dropout, for one sample.</summary>
    private static double[][] Plain<TNet, T>(TNet net, double[] x)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        string[] names = [.. TNet.Layers.Where(layer => layer.Name.Length > 0).Select(layer => layer.Name)];
        double[] a1 = Each(Affine(0, x), Math.Tanh);
        double[] a2 = Each(Affine(1, a1), Sigmoid), a3 = Each(Sum(a2, Affine(2, a1)), Math.Tanh);
        double[] a4 = Each(Affine(3, a3), Sigmoid), a5 = Each(Sum(a4, Affine(4, a3)), Math.Tanh);
        double[] a7 = Each(Sum(a5, a1), Sigmoid), a9 = Each(Affine(5, a7), Math.Tanh), z = Sum(a9, Affine(6, a7));
        double[] exponentials = Each(z, value => Math.Exp(value - z.Max()));
        return [a1, a2, a3, a4, a5, a7, a7, a9, Each(exponentials, value => value / exponentials.Sum())];

        double[] Affine(int layer, double[] s)
        {
            T[] weight = TNet.Layout.Read<T>(net.Parameters, names[layer] + ".weight"), bias = TNet.Layout.Read<T>(net.Parameters, names[layer] + ".bias");
            return [.. bias.Select((b, j) => double.CreateTruncating(b) + s.Select((value, k) => value * double.CreateTruncating(weight[(j * s.Length) + k])).Sum())];
        }

        static double[] Sum(double[] one, double[] other) => [.. one.Zip(other, (a, b) => a + b)];
        static double[] Each(double[] values, Func<double, double> function) => [.. values.Select(function)];
        static double Sigmoid(double value) => 1 / (1 + Math.Exp(-value));
    }
}
