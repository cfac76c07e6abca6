using System;
using System.Collections.Generic;
using System.Linq;
using GenNet.Generator.Model;

namespace GenNet.Generator.Tests.Graphs;

/// <summary>Recurrent layers as the documentation of PyTorch's RNN, GRU and LSTM writes them.</summary>
/// <param name="layer">The layer.</param>
/// <param name="parameter">A number of a tensor, W or R by input and column, b or Rb by column: the columns of the gates follow one another.</param>
/// <param name="activation">That of a simple cell.</param>
internal sealed class PlainRecurrence(RecurrentLayer layer, Func<string, int, int, double> parameter, Func<double, double> activation)
{
    public double[] Of(double[] x)
    {
        double[] h = new double[layer.Hidden], c = new double[layer.Hidden];
        List<double> all = [];
        foreach (double[] step in x.Chunk(layer.Input.Features))
        {
            (h, c) = layer.Cell switch
            {
                "Lstm" => Lstm(step, h, c),
                "Gru" => (Gru(step, h), c),
                _ => ([.. Units().Select(j => activation(OfInput(step, 0, j) + OfState(h, 0, j)))], c),
            };
            all.AddRange(h);
        }

        return layer.IsOfEveryStep ? [.. all] : h;
    }

    private (double[], double[]) Lstm(double[] x, double[] h, double[] c)
    {
        double[] next = [.. Units().Select(j => Sigmoid(Gate(x, h, 1, j)) * c[j] + Sigmoid(Gate(x, h, 0, j)) * Math.Tanh(Gate(x, h, 2, j)))];
        return ([.. Units().Select(j => Sigmoid(Gate(x, h, 3, j)) * Math.Tanh(next[j]))], next);
    }

    private double[] Gru(double[] x, double[] h) => [.. Units().Select(j =>
    {
        double z = Sigmoid(Gate(x, h, 1, j)), n = Math.Tanh(OfInput(x, 2, j) + Sigmoid(Gate(x, h, 0, j)) * OfState(h, 2, j));
        return (1 - z) * n + z * h[j];
    })];

    private IEnumerable<int> Units() => Enumerable.Range(0, layer.Hidden);

    private double Gate(double[] x, double[] h, int gate, int unit) => OfInput(x, gate, unit) + OfState(h, gate, unit);

    private double OfInput(double[] x, int gate, int unit) => Affine(x, "W", "b", gate * layer.Hidden + unit);

    private double OfState(double[] h, int gate, int unit) => Affine(h, "R", "Rb", gate * layer.Hidden + unit);

    private double Affine(double[] x, string weight, string bias, int column) =>
        x.Select((xi, i) => xi * parameter(weight, i, column)).Sum() + (layer.Bias ? parameter(bias, 0, column) : 0);

    private static double Sigmoid(double z) => 1 / (1 + Math.Exp(-z));
}
