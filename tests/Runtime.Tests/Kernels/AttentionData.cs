using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using GenNet.CompilerServices;

namespace GenNet.Tests.Kernels;

/// <summary>The rows of an attention, and what becomes of them in plain loops in double.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal sealed class AttentionData<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly int[] StepsOfCases = [1, 2, 5, 7, 8, 15, 16, 17, 23, 24, 25, 33, 48, 61];

    private static readonly int[] HeadWidthsOfCases = [1, 2, 3, 5, 8, 11, 16, 17, 24, 32];

    private readonly double[][][] _weights;

    /// <summary>Random rows; of every third sample the scores are so large that most weights are nearly 0 or 1.</summary>
    public AttentionData(int rows, int steps, int heads, int headWidth, bool causal)
    {
        (Rows, IsCausal, Shape) = (rows, causal, new AttentionShape(steps, heads, heads * headWidth, causal));
        ulong seed = (ulong)(steps * 1000 + Shape.Width);
        Projected = GuardedRows<T>.PaddedRows(rows * steps, 3 * Piece, seed, T.NaN, steps % 2);
        for (int row = 0; row < rows * steps; row++)
        {
            for (int j = 0; j < 3 * Piece; j++)
            {
                if (j % Piece >= Shape.Width)
                    Projected[row, j] = T.NaN;
                else if (j < Piece)
                    Projected[row, j] *= T.CreateTruncating(row / steps % 3 == 1 ? 300 : 3);
            }
        }

        OutputGradient = GuardedRows<T>.PaddedRows(rows * steps, Shape.Width, seed + 1, T.NaN, steps % 3);
        _weights = [.. Enumerable.Range(0, rows * heads).Select(head => Enumerable.Range(0, steps).Select(t => Weights(head / heads, head % heads, t)).ToArray())];
    }

    public int Rows { get; }

    public bool IsCausal { get; }

    public AttentionShape Shape { get; }

    /// <summary>The columns of q, of k and of v, with their padding.</summary>
    public int Piece => GuardedRows<T>.Padded(Shape.Width);

    /// <summary>q, k and v.</summary>
    public GuardedRows<T> Projected { get; }

    /// <summary>da.</summary>
    public GuardedRows<T> OutputGradient { get; }

    /// <summary>Few steps and several blocks of queries, one head and several, of whole cache lines and others.</summary>
    public static IEnumerable<AttentionData<T>> Cases()
    {
        int number = 0;
        foreach (int steps in StepsOfCases)
        {
            foreach (bool causal in new[] { false, true })
            {
                yield return new AttentionData<T>(1 + number % 3, steps, 1 + number % 4, HeadWidthsOfCases[number % HeadWidthsOfCases.Length], causal);
                number += 3;
            }
        }
    }

    /// <summary>Rounding of a score is one of the weight: in the samples of large scores it counts so many times.</summary>
    public static double Largest(int sample) => sample % 3 == 1 ? 300 : 3;

    /// <summary>Asserts that a number is what it should be but for rounding.</summary>
    public void Close(T actual, double expected, double size, string what, int i, int j) =>
        Expected.Close(actual, expected, 4 * (Shape.HeadWidth + Shape.Steps + 8) * size, what, i, j);

    /// <summary>A number of q (0), k (1) or v (2), of a head.</summary>
    public double Number(int piece, int sample, int head, int step, int j) => double.CreateTruncating(Projected[sample * Shape.Steps + step, piece * Piece + head * Shape.HeadWidth + j]);

    /// <summary>A number of da.</summary>
    public double Gradient(int sample, int head, int step, int j) => double.CreateTruncating(OutputGradient[sample * Shape.Steps + step, head * Shape.HeadWidth + j]);

    /// <summary>q k^T / sqrt(d) of a query and a key.</summary>
    public double Score(int sample, int head, int query, int key) => Dot(j => Number(0, sample, head, query, j) * Number(1, sample, head, key, j)) / Math.Sqrt(Shape.HeadWidth);

    /// <summary>p of a query and a key.</summary>
    public double Weight(int sample, int head, int query, int key) => key < Shape.Keys(query + 1) ? _weights[sample * Shape.Heads + head][query][key] : 0;

    /// <summary>a.</summary>
    public double Output(int sample, int head, int query, int j) => Steps(key => Weight(sample, head, query, key) * Number(2, sample, head, key, j));

    /// <summary>ds / sqrt(d) of a query and a key.</summary>
    public double ScoreGradient(int sample, int head, int query, int key) =>
        Weight(sample, head, query, key) / Math.Sqrt(Shape.HeadWidth) * Dot(j => Gradient(sample, head, query, j) * (Number(2, sample, head, key, j) - Output(sample, head, query, j)));

    public double Steps(Func<int, double> term) => Enumerable.Range(0, Shape.Steps).Sum(term);

    private double Dot(Func<int, double> term) => Enumerable.Range(0, Shape.HeadWidth).Sum(term);

    private double[] Weights(int sample, int head, int query)
    {
        double[] scores = [.. Enumerable.Range(0, Shape.Keys(query + 1)).Select(key => Score(sample, head, query, key))];
        double max = scores.Max(), sum = scores.Sum(score => Math.Exp(score - max));
        return Array.ConvertAll(scores, score => Math.Exp(score - max) / sum);
    }
}
