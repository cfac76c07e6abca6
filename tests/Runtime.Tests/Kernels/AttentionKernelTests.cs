using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using GenNet.CompilerServices;

namespace GenNet.Tests.Kernels;

/// <summary>Attention and its adjoint against plain loops: of few steps and of several blocks of queries, with heads that are whole cache lines and others.</summary>
public class AttentionKernelTests
{
    private static readonly int[] Steps = [1, 2, 5, 7, 8, 15, 16, 17, 23, 24, 25, 33, 48, 61];

    private static readonly int[] HeadWidths = [1, 2, 3, 5, 8, 11, 16, 17, 24, 32];

    [Fact]
    public void Of_floats() => Run<LanesAny<float>, float>();

    [Fact]
    public void Of_floats_512() => Run<Lanes512<float>, float>();

    [Fact]
    public void Of_doubles() => Run<LanesAny<double>, double>();

    [Fact]
    public void Of_doubles_512() => Run<Lanes512<double>, double>();

    [Theory]
    [InlineData(40, 5)]
    [InlineData(50, 16)]
    public void What_comes_later_changes_no_bit_of_a_causal_attention(int steps, int headWidth)
    {
        var data = new AttentionData<float>(1, steps, heads: 2, headWidth, causal: true);
        GuardedRows<float> before = Forward<LanesAny<float>, float>(data).A;
        for (int t = 30; t < steps; t++)
        {
            for (int j = 0; j < 3 * data.Piece; j++)
                data.Projected[t, j] = 9 - data.Projected[t, j];
        }

        GuardedRows<float> after = Forward<LanesAny<float>, float>(data).A;
        for (int t = 0; t < 30; t++)
            Assert.Equal(Enumerable.Range(0, data.Shape.Width).Select(j => before[t, j]), Enumerable.Range(0, data.Shape.Width).Select(j => after[t, j]));
        Assert.NotEqual(before[30, 0], after[30, 0]);
    }

    private static IEnumerable<AttentionData<T>> Cases<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int number = 0;
        foreach (int steps in Steps)
        {
            foreach (bool causal in new[] { false, true })
            {
                yield return new AttentionData<T>(1 + number % 3, steps, 1 + number % 4, HeadWidths[number % HeadWidths.Length], causal);
                number += 3;
            }
        }
    }

    private static void Run<TLanes, T>()
        where TLanes : struct, IKernelLanes<TLanes, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (AttentionData<T> data in Cases<T>())
        {
            (GuardedRows<T> a, GuardedRows<T> l) = Forward<TLanes, T>(data);
            ForEachHead(data, (sample, head) =>
            {
                for (int t = 0; t < data.Shape.Steps; t++)
                {
                    double sum = data.Score(sample, head, t, 0) - Math.Log(data.Weight(sample, head, t, 0));
                    if (data.Weight(sample, head, t, 0) > 1e-10)
                        Close(data, l[sample * data.Shape.Heads + head, t], sum, 1 + Math.Abs(sum), "l", t, head);
                    for (int j = 0; j < data.Shape.HeadWidth; j++)
                        Close(data, a[sample * data.Shape.Steps + t, head * data.Shape.HeadWidth + j], data.Output(sample, head, t, j), Largest(data, sample), "a", t, j);
                }
            });
            Backward<TLanes, T>(data, a, l);
        }
    }

    private static (GuardedRows<T> A, GuardedRows<T> L) Forward<TLanes, T>(AttentionData<T> data)
        where TLanes : struct, IKernelLanes<TLanes, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        AttentionShape shape = data.Shape;
        GuardedRows<T> a = GuardedRows<T>.PaddedRows(data.Rows * shape.Steps, shape.Width, 3, T.NaN).Guarded(), bare = a.Copy();
        GuardedRows<T> l = GuardedRows<T>.PaddedRows(data.Rows * shape.Heads, shape.Steps, 4, T.NaN, 1).Guarded();
        GuardedRows<T> scores = Scratch<T>(AttentionScratch.ForwardScores(shape.HeadWidth), shape.Steps);
        GuardedRows<T> copies = Scratch<T>(AttentionScratch.ForwardCopies(shape.Steps), shape.HeadWidth);
        AttentionForward<TLanes, T>.Run(data.Rows, shape, data.Projected.Rows, a.Rows, l.Rows, scores.Rows, copies.Rows);
        a.AssertUntouchedBehind(shape.Width);
        l.AssertUntouchedBehind(GuardedRows<T>.Padded(shape.Steps));
        AssertScratch(scores, copies);

        // Where nothing is trained, the same without l.
        AttentionForward<TLanes, T>.Run(data.Rows, shape, data.Projected.Rows, bare.Rows, default, scores.Rows, copies.Rows);
        a.AssertSame(bare, shape.Width);
        return (a, l);
    }

    private static void Backward<TLanes, T>(AttentionData<T> data, GuardedRows<T> a, GuardedRows<T> l)
        where TLanes : struct, IKernelLanes<TLanes, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        AttentionShape shape = data.Shape;
        GuardedRows<T> gradient = GuardedRows<T>.PaddedRows(data.Rows * shape.Steps, 3 * data.Piece, 5, T.NaN, 1).Guarded();
        GuardedRows<T> scores = Scratch<T>(AttentionScratch.BackwardScores(shape.HeadWidth), shape.Steps);
        GuardedRows<T> copies = Scratch<T>(AttentionScratch.BackwardCopies(shape.Steps), shape.HeadWidth);
        AttentionBackward<TLanes, T>.Run(data.Rows, shape, data.OutputGradient.Rows, data.Projected.Rows, a.Rows, l.Rows, gradient.Rows, scores.Rows, copies.Rows);
        gradient.AssertUntouchedBehind(3 * data.Piece);
        AssertScratch(scores, copies);
        for (int piece = 0; piece < 3; piece++)
            gradient.AssertZero(piece * data.Piece + shape.Width, (piece + 1) * data.Piece);
        ForEachHead(data, (sample, head) =>
        {
            double[,] weights = new double[shape.Steps, shape.Steps], ds = new double[shape.Steps, shape.Steps];
            for (int at = 0; at < shape.Steps * shape.Steps; at++)
            {
                (int query, int key) = (at / shape.Steps, at % shape.Steps);
                (weights[query, key], ds[query, key]) = (data.Weight(sample, head, query, key), data.ScoreGradient(sample, head, query, key));
            }

            for (int t = 0; t < shape.Steps; t++)
            {
                for (int j = 0; j < shape.HeadWidth; j++)
                {
                    int row = sample * shape.Steps + t, column = head * shape.HeadWidth + j;
                    Close(data, gradient[row, column], data.Steps(key => ds[t, key] * data.Number(1, sample, head, key, j)), Largest(data, sample), "dq", row, column);
                    double dk = data.Steps(query => ds[query, t] * data.Number(0, sample, head, query, j));
                    Close(data, gradient[row, data.Piece + column], dk, Largest(data, sample) * Largest(data, sample), "dk", row, column);
                    Close(data, gradient[row, 2 * data.Piece + column], data.Steps(query => weights[query, t] * data.Gradient(sample, head, query, j)), Largest(data, sample), "dv", row, column);
                }
            }
        });
    }

    private static void ForEachHead<T>(AttentionData<T> data, Action<int, int> action)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int sample = 0; sample < data.Rows; sample++)
        {
            for (int head = 0; head < data.Shape.Heads; head++)
                action(sample, head);
        }
    }

    /// <summary>Rounding of a score is one of the weight: in the samples of large scores it counts so many times.</summary>
    private static double Largest<T>(AttentionData<T> data, int sample)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => sample % 3 == 1 ? 300 : 3;

    private static void Close<T>(AttentionData<T> data, T actual, double expected, double size, string what, int i, int j)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => Expected.Close(actual, expected, 4 * (data.Shape.HeadWidth + data.Shape.Steps + 8) * size, what, i, j);

    private static GuardedRows<T> Scratch<T>(int rows, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => GuardedRows<T>.PaddedRows(rows, columns, 6, T.NaN, 1).Guarded();

    private static void AssertScratch<T>(GuardedRows<T> scores, GuardedRows<T> copies)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        scores.AssertUntouchedBehind(GuardedRows<T>.Padded(scores.Columns));
        copies.AssertUntouchedBehind(GuardedRows<T>.Padded(copies.Columns));
    }
}
