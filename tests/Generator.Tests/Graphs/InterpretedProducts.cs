using System;
using System.Linq;
using GenNet.Generator.Graphs;
using GenNet.Generator.Operations;

namespace GenNet.Generator.Tests.Graphs;

/// <summary>
/// The products of a dense layer by their definition. A row is computed as far as the end of a cache line: the padding of parameters, which is anything,
/// goes to that of z; that of gradients must be zero, and is zero afterwards.
/// </summary>
/// <param name="memory">Where the values stand.</param>
/// <param name="rows">The rows of the block.</param>
internal sealed class InterpretedProducts(Memory memory, int rows)
{
    /// <summary>z = x W + b, or s (x W) + b.</summary>
    public void Run(Product op)
    {
        for (int row = 0; row < rows * op.Steps; row++)
        {
            var sums = new double[memory.Width(op.Result)];
            if (op.Bias is { } bias && op.Scale is null)
                memory.Row(bias, 0)[..sums.Length].CopyTo(sums);
            for (int k = 0; k < op.Source.Columns; k++)
                AddTo(sums, memory[op.Source, row, k], memory.Row(op.Weight, k));
            for (int j = 0; op.Scale is { } scale && j < sums.Length; j++)
                sums[j] = sums[j] * memory.Row(scale, 0)[j] + memory.Row(op.Bias!, 0)[j];
            sums.CopyTo(memory.Row(op.Result, row));
        }
    }

    /// <summary>dx = dz W^T. Padding of W counts in no sum; that of dz does, since it must be zero.</summary>
    public void Run(InputGradient op)
    {
        int[] columns = [.. Enumerable.Range(0, op.Gradient.Columns).Select(j => memory.Index(op.Gradient, j))];
        for (int row = 0; row < rows * op.Steps; row++)
        {
            double[] gradient = memory.Row(op.Gradient, row).ToArray(), sums = new double[memory.Width(op.Result)];
            double start = HasZeroPadding(op.Gradient, row) ? 0 : double.NaN;
            for (int i = 0; i < op.Result.Columns; i++)
            {
                ReadOnlySpan<double> weights = memory.Row(op.Weight, i);
                sums[i] = start;
                foreach (int j in columns)
                    sums[i] += gradient[j] * weights[j];
            }

            sums.CopyTo(memory.Row(op.Result, row));
        }
    }

    /// <summary>dW += x^T dz.</summary>
    public void Run(WeightGradient op, bool isFirst)
    {
        for (int i = 0; i < op.Result.Rows; i++)
        {
            var sums = new double[memory.Width(op.Result)];
            for (int row = 0; row < rows * op.Steps; row++)
                AddTo(sums, memory[op.Source, row, i], memory.Row(op.Gradient, row));
            Put(sums, memory.Row(op.Result, i), isFirst);
        }
    }

    /// <summary>db += the sum of dz.</summary>
    public void Run(BiasGradient op, bool isFirst)
    {
        var sums = new double[memory.Width(op.Result)];
        for (int row = 0; row < rows * op.Steps; row++)
            AddTo(sums, 1, memory.Row(op.Gradient, row));
        Put(sums, memory.Row(op.Result, 0), isFirst);
    }

    private static void AddTo(double[] sums, double factor, ReadOnlySpan<double> row)
    {
        for (int j = 0; j < sums.Length; j++)
            sums[j] += factor * row[j];
    }

    private static void Put(double[] sums, Span<double> to, bool isFirst)
    {
        for (int j = 0; j < sums.Length; j++)
            to[j] = isFirst ? sums[j] : to[j] + sums[j];
    }

    private bool HasZeroPadding(Value value, int row)
    {
        int stride = memory.Format.PieceStride(value), used = value.Columns / value.Pieces;
        for (int j = 0; j < memory.Width(value); j++)
        {
            if (j % stride >= used && memory.Row(value, row)[j] != 0)
                return false;
        }

        return true;
    }
}
