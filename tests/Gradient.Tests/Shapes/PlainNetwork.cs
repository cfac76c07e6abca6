using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;

namespace GenNet.Gradient.Tests.Shapes;

/// <summary>
/// A network of dense layers as plain loops over one sample at a time, in double: the textbook beside the emitted code.
/// Hidden layers are tanh; the last layer is the one that goes with the loss, so that its dz is y - d, but for the mean.
/// </summary>
internal sealed class PlainNetwork<TNet, T>(TNet network, Loss loss)
    where TNet : class, INetwork<TNet, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly double[][] _weights = Tensors(network, ".weight");
    private readonly double[][] _biases = Tensors(network, ".bias");
    private readonly Dictionary<string, double[]> _sizes = TNet.Layout.Tensors.ToDictionary(tensor => tensor.Name, tensor => new double[tensor.Count]);

    public double[] Outputs { get; private set; } = [];

    public double[] InputGradients { get; private set; } = [];

    /// <summary>By the names of the layout, in its dense shapes.</summary>
    public Dictionary<string, double[]> Gradients { get; } =
        TNet.Layout.Tensors.ToDictionary(tensor => tensor.Name, tensor => new double[tensor.Count]);

    /// <summary>For each gradient the largest sum of the sizes of its terms: what its rounding errors are in proportion to, where terms cancel.</summary>
    public Dictionary<string, double> Sizes => _sizes.ToDictionary(pair => pair.Key, pair => pair.Value.Max());

    /// <summary>Computes everything for a batch and returns its mean loss.</summary>
    public double Run(double[] inputs, double[] targets)
    {
        int rows = inputs.Length / TNet.InputSize;
        Outputs = new double[targets.Length];
        InputGradients = new double[inputs.Length];
        double sum = 0;
        for (int row = 0; row < rows; row++)
        {
            double[][] a = Forward(inputs[(row * TNet.InputSize)..((row + 1) * TNet.InputSize)]);
            double[] d = targets[(row * TNet.OutputSize)..((row + 1) * TNet.OutputSize)];
            a[^1].CopyTo(Outputs, row * TNet.OutputSize);
            sum += Cost(a[^1], d);
            double terms = loss == Loss.BinaryCrossEntropy ? rows * TNet.OutputSize : rows;
            Backward(a, a[^1].Zip(d, (y, t) => (y - t) / terms).ToArray()).CopyTo(InputGradients, row * TNet.InputSize);
        }

        return sum / rows;
    }

    private double[][] Forward(double[] x)
    {
        var a = new List<double[]> { x };
        for (int layer = 0; layer < _weights.Length; layer++)
        {
            var z = new double[_biases[layer].Length];
            for (int j = 0; j < z.Length; j++)
            {
                z[j] = _biases[layer][j];
                for (int i = 0; i < x.Length; i++)
                    z[j] += _weights[layer][j * x.Length + i] * x[i];
            }

            x = layer < _weights.Length - 1 ? z.Select(Math.Tanh).ToArray() : Output(z);
            a.Add(x);
        }

        return [.. a];
    }

    /// <summary>Adds the gradients of one sample and returns that of its inputs.</summary>
    private double[] Backward(double[][] a, double[] dz)
    {
        for (int layer = _weights.Length - 1; ; layer--)
        {
            double[] x = a[layer], dW = Gradients[$"{layer}.weight"], db = Gradients[$"{layer}.bias"];
            double[] sizeW = _sizes[$"{layer}.weight"], sizeB = _sizes[$"{layer}.bias"];
            var dx = new double[x.Length];
            for (int j = 0; j < dz.Length; j++)
            {
                db[j] += dz[j];
                sizeB[j] += Math.Abs(dz[j]);
                for (int i = 0; i < x.Length; i++)
                {
                    dW[j * x.Length + i] += dz[j] * x[i];
                    sizeW[j * x.Length + i] += Math.Abs(dz[j] * x[i]);
                    dx[i] += dz[j] * _weights[layer][j * x.Length + i];
                }
            }

            if (layer == 0)
                return dx;
            dz = dx.Zip(x, (gradient, tanh) => gradient * (1 - tanh * tanh)).ToArray();
        }
    }

    private double[] Output(double[] z)
    {
        if (loss == Loss.HalfSquaredError)
            return z;
        if (loss == Loss.BinaryCrossEntropy)
            return z.Select(value => 1 / (1 + Math.Exp(-value))).ToArray();
        double max = z.Max();
        double[] exp = z.Select(value => Math.Exp(value - max)).ToArray();
        double sum = exp.Sum();
        return exp.Select(value => value / sum).ToArray();
    }

    private double Cost(double[] y, double[] d) => loss switch
    {
        Loss.HalfSquaredError => 0.5 * y.Zip(d, (a, b) => (a - b) * (a - b)).Sum(),
        Loss.BinaryCrossEntropy => -y.Zip(d, (a, b) => b * Math.Log(a) + (1 - b) * Math.Log(1 - a)).Average(),
        _ => -y.Zip(d, (a, b) => b * Math.Log(a)).Sum(),
    };

    private static double[][] Tensors(TNet network, string role) => TNet.Layout.Names
        .Where(name => name.EndsWith(role, StringComparison.Ordinal))
        .Select(name => TNet.Layout.Read((ReadOnlySpan<T>)network.Parameters, name).Select(double.CreateTruncating).ToArray()).ToArray();
}
