using System;
using System.Linq;
using GenNet.Generator.Model;

namespace GenNet.Generator.Tests.Graphs;

/// <summary>Self-attention as the documentation of PyTorch's MultiheadAttention writes it.</summary>
/// <param name="layer">The layer.</param>
/// <param name="parameter">A number of a tensor, W or O by input and column, b or Ob by column.</param>
internal sealed class PlainAttention(SelfAttentionLayer layer, Func<string, int, int, double> parameter)
{
    public double[] Of(double[] x)
    {
        double[][] projected = [.. x.Chunk(layer.Width).Select(step => Affine(step, "W", "b", 3 * layer.Width))];
        return [.. projected.SelectMany((_, t) => Affine(
            [.. Enumerable.Range(0, layer.Heads).SelectMany(head => Head([.. projected.Take(layer.Causal ? t + 1 : layer.Steps)], projected[t], head))], "O", "Ob", layer.Width))];
    }

    /// <summary>What a query gets from the steps that it sees.</summary>
    private double[] Head(double[][] seen, double[] query, int head)
    {
        double[] q = Columns(query, 0, head);
        double[] exponentials = [.. seen.Select(step => Math.Exp(Columns(step, 1, head).Zip(q, (kj, qj) => kj * qj).Sum() / Math.Sqrt(layer.HeadWidth)))];
        return [.. q.Select((_, j) => seen.Select((step, i) => exponentials[i] * Columns(step, 2, head)[j]).Sum() / exponentials.Sum())];
    }

    private double[] Columns(double[] projected, int piece, int head) => projected[(piece * layer.Width + head * layer.HeadWidth)..][..layer.HeadWidth];

    private double[] Affine(double[] x, string weight, string bias, int columns) => [.. Enumerable.Range(0, columns).Select(column =>
        x.Select((xi, i) => xi * parameter(weight, i, column)).Sum() + (layer.Bias ? parameter(bias, 0, column) : 0))];
}
