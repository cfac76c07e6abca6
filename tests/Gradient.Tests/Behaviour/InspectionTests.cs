using System;
using System.Collections.Immutable;
using System.Linq;
using System.Numerics;
using GenNet;

namespace GenNet.Gradient.Tests.Behaviour;

/// <summary>What an inspection says, beside values computed another way.</summary>
public class InspectionTests
{
    [Fact]
    public void Activations_and_outputs_are_traced_number_by_number() => TraceAgrees<TinyNet, float>(1e-6);

    [Fact]
    public void Activations_and_outputs_are_traced() => TraceAgrees<PaddedDoubleNet, double>(1e-12);

    [Fact]
    public void Dropout_is_not_traced() => TraceAgrees<DropoutNet, float>(1e-5);

    [Fact]
    public void A_single_layer_is_traced() => TraceAgrees<WideSigmoidLogits, float>(1e-6);

    [Fact]
    public void Moments_histogram_and_gradient_norm_are_those_of_the_values()
    {
        var net = new PaddedDoubleNet(3);
        (double[] inputs, double[] targets) = Sample.Rows<PaddedDoubleNet, double>(150);
        NetworkInspection inspection = net.Inspect(inputs, targets);
        Assert.Equal(["0", "1", "2"], inspection.Layers.Select(layer => layer.Layer.Name));
        Assert.Equal(net.Evaluate(inputs, targets), inspection.Loss);

        double[] second = Traced<PaddedDoubleNet, double>(net, inputs).Skip(150 * 64).Take(150 * 21).ToArray();
        LayerInspection layer = inspection.Layers[1];
        double mean = second.Average();
        Assert.Equal(mean, layer.Mean, 1e-12);
        Assert.Equal(Math.Sqrt(second.Average(a => (a - mean) * (a - mean))), layer.Deviation, 1e-12);
        Assert.Equal((second.Min(), second.Max()), (layer.Histogram.From, layer.Histogram.To));
        Assert.Equal(second.Length, layer.Histogram.Total);
        double half = layer.Histogram.From + (layer.Histogram.To - layer.Histogram.From) / 2;
        Assert.Equal(second.Count(a => a < half), layer.Histogram.Counts.Take(25).Sum());

        var gradients = new double[net.Parameters.Length];
        net.Backward(inputs, targets, gradients);
        double squares = new[] { "1.weight", "1.bias" }.Sum(name => PaddedDoubleNet.Layout.Read<double>((ReadOnlySpan<double>)gradients, name).Sum(g => g * g));
        Assert.Equal(Math.Sqrt(squares), layer.GradientNorm, 1e-12);
    }

    [Fact]
    public void Saturated_and_dead_units_are_counted()
    {
        var net = new ReluNet(3);
        float[] bias = ReluNet.Layout.Read<float>((ReadOnlySpan<float>)net.Parameters, "0.bias");
        Array.Fill(bias, -1000, 0, 5);
        Array.Fill(bias, 1000, 5, 15);
        ReluNet.Layout.Write<float>(net.Parameters, "0.bias", bias);
        (float[] inputs, float[] targets) = Sample.Rows<ReluNet, float>(30);
        LayerInspection layer = net.Inspect(inputs, targets).Layers[0];
        Assert.Equal((0.25, 0.25), (layer.Saturated, layer.Dead));
        Assert.Null(net.Inspect(inputs, targets).Layers[1].Dead);
    }

    [Fact]
    public void A_large_sigmoid_is_saturated_and_its_table_says_so()
    {
        var net = new TinyNet(1);
        foreach (ref float parameter in net.Parameters)
            parameter *= 1000;
        NetworkInspection inspection = net.Inspect([1, 0.5f], [1]);
        Assert.Equal((1, 1), (inspection.Layers[0].Saturated, inspection.Layers[0].Dead));
        Assert.Contains("Dense, Sigmoid", inspection.ToString(), StringComparison.Ordinal);
        Assert.Contains("100 %", inspection.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Activations_are_given_layer_by_layer()
    {
        var net = new PaddedDoubleNet(3);
        double[] inputs = Sample.Rows<PaddedDoubleNet, double>(7).Inputs;
        ImmutableArray<ReadOnlyMemory<double>> activations = net.Activations(inputs);
        Assert.Equal([7 * 64, 7 * 21, 7 * PaddedDoubleNet.OutputSize], activations.Select(layer => layer.Length));
        Assert.Equal(Traced<PaddedDoubleNet, double>(net, inputs), activations.SelectMany(layer => layer.ToArray()));
        Assert.Equal("inputs", Assert.Throws<ArgumentException>(() => net.Activations(inputs.AsSpan(1))).ParamName);
    }

    /// <summary>Layer by layer from the parameters, with plain loops.</summary>
    private static void TraceAgrees<TNet, T>(double tolerance)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        const int Rows = 150;
        TNet net = TNet.Create(5);
        T[] inputs = Sample.Rows<TNet, T>(Rows).Inputs;
        T[] traced = Traced<TNet, T>(net, inputs);
        var outputs = new T[Rows * TNet.OutputSize];
        net.Forward(inputs, outputs);
        Assert.Equal(outputs, traced[^outputs.Length..]);

        double[] below = inputs.Select(double.CreateChecked).ToArray();
        int start = 0;
        foreach (LayerInfo layer in TNet.Layers)
        {
            if (layer.Activation != Activation.Softmax)
            {
                below = Plain<TNet, T>(net, layer, below, Rows);
                for (int i = 0; i < below.Length; i++)
                    Assert.Equal(below[i], double.CreateChecked(traced[start + i]), tolerance);
            }

            start += Rows * layer.Outputs;
        }
    }

    private static double[] Plain<TNet, T>(TNet net, LayerInfo layer, double[] below, int rows)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] weight = TNet.Layout.Read<T>((ReadOnlySpan<T>)net.Parameters, layer.Name + ".weight");
        T[] bias = TNet.Layout.Read<T>((ReadOnlySpan<T>)net.Parameters, layer.Name + ".bias");
        return Enumerable.Range(0, rows * layer.Outputs).Select(i =>
        {
            int row = i / layer.Outputs, j = i % layer.Outputs;
            double z = double.CreateChecked(bias[j]) + Enumerable.Range(0, layer.Inputs).Sum(k => below[row * layer.Inputs + k] * double.CreateChecked(weight[j * layer.Inputs + k]));
            return layer.Activation switch
            {
                Activation.Sigmoid => 1 / (1 + Math.Exp(-z)),
                Activation.Tanh => Math.Tanh(z),
                Activation.GELU => z * Phi(z),
                _ => throw new NotSupportedException(layer.Activation.ToString()),
            };
        }).ToArray();
    }

    /// <summary>The normal distribution function, integrated by Simpson's rule from far below.</summary>
    private static double Phi(double z)
    {
        const int Steps = 4000;
        double from = -12, h = (z - from) / Steps;
        static double Density(double t) => Math.Exp(-t * t / 2) / Math.Sqrt(2 * Math.PI);
        double sum = Density(from) + Density(z);
        for (int i = 1; i < Steps; i++)
            sum += (i % 2 == 0 ? 2 : 4) * Density(from + i * h);
        return sum * h / 3;
    }

    private static T[] Traced<TNet, T>(TNet net, T[] inputs)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var activations = new T[inputs.Length / TNet.InputSize * TNet.Layers.Sum(layer => layer.Outputs)];
        net.Trace(inputs, activations);
        return activations;
    }
}
