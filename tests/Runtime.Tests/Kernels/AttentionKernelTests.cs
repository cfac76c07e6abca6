using System;
using System.Linq;
using System.Numerics;
using GenNet.CompilerServices;

namespace GenNet.Tests.Kernels;

/// <summary>Attention and its adjoint against plain loops: of few steps and of several blocks of queries, with heads that are whole cache lines and others.</summary>
public class AttentionKernelTests
{
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

    [Fact]
    public void Samples_of_fewer_steps_are_those_cut_short()
    {
        CutShort<LanesAny<float>, float>();
        CutShort<Lanes512<double>, double>();
    }

    /// <summary>Behind the length there is NaN, which no number may show; what comes out is the same to the last bit, and zero behind.</summary>
    private static void CutShort<TLanes, T>()
        where TLanes : struct, IKernelLanes<TLanes, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (AttentionData<T> data in AttentionData<T>.Cases())
        {
            AttentionShape shape = data.Shape;
            GuardedRows<T> lengths = GuardedRows<T>.PaddedRows(data.Rows, 1, 6, T.NaN);
            for (int sample = 0; sample < data.Rows; sample++)
            {
                int length = 1 + (sample * 7 + shape.Steps / 2) % shape.Steps;
                lengths[sample, 0] = T.CreateTruncating(length);
                for (int t = length; t < shape.Steps; t++)
                {
                    for (int j = 0; j < 3 * data.Piece; j++)
                        data.Projected[sample * shape.Steps + t, j] = T.NaN;
                    for (int j = 0; j < shape.Width; j++)
                        data.OutputGradient[sample * shape.Steps + t, j] = T.NaN;
                }
            }

            GuardedRows<T> Results(int rows, int columns) => GuardedRows<T>.PaddedRows(rows, columns, 3, T.Zero);
            GuardedRows<T> a = Results(data.Rows * shape.Steps, shape.Width), l = Results(data.Rows * shape.Heads, shape.Steps), dqkv = Results(data.Rows * shape.Steps, 3 * data.Piece);
            GuardedRows<T> expectedA = a.Copy(), expectedL = l.Copy(), expected = dqkv.Copy();
            GuardedRows<T> scores = Scratch<T>(AttentionScratch.BackwardScores(shape.HeadWidth), shape.Steps), copies = Scratch<T>(AttentionScratch.BackwardCopies(shape.Steps), shape.HeadWidth);
            AttentionForward<TLanes, T>.Run(data.Rows, shape, data.Projected.Rows, a.Rows, l.Rows, scores.Rows, copies.Rows, lengths.Rows);
            AttentionBackward<TLanes, T>.Run(data.Rows, shape, data.OutputGradient.Rows, data.Projected.Rows, a.Rows, l.Rows, dqkv.Rows, scores.Rows, copies.Rows, lengths.Rows);
            for (int sample = 0; sample < data.Rows; sample++)
            {
                int first = sample * shape.Steps, length = int.CreateTruncating(lengths[sample, 0]);
                Rows<T> qkv = data.Projected.Rows.From(first), da = data.OutputGradient.Rows.From(first), logarithms = expectedL.Rows.From(sample * shape.Heads);
                AttentionForward<TLanes, T>.Run(1, shape.Of(length), qkv, expectedA.Rows.From(first), logarithms, scores.Rows, copies.Rows, default);
                AttentionBackward<TLanes, T>.Run(1, shape.Of(length), da, qkv, expectedA.Rows.From(first), logarithms, expected.Rows.From(first), scores.Rows, copies.Rows, default);
                for (int t = 0; t < shape.Steps; t++)
                {
                    for (int j = 0; j < shape.Width; j++)
                    {
                        Assert.Equal(t < length ? expectedA[first + t, j] : T.Zero, a[first + t, j]);
                        foreach (int piece in new[] { 0, 1, 2 })
                            Assert.Equal(t < length ? expected[first + t, piece * data.Piece + j] : T.Zero, dqkv[first + t, piece * data.Piece + j]);
                    }
                }
            }
        }
    }

    private static void Run<TLanes, T>()
        where TLanes : struct, IKernelLanes<TLanes, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (AttentionData<T> data in AttentionData<T>.Cases())
        {
            (GuardedRows<T> a, GuardedRows<T> l) = Forward<TLanes, T>(data);
            ForEachHead(data, (sample, head) =>
            {
                for (int t = 0; t < data.Shape.Steps; t++)
                {
                    double sum = data.Score(sample, head, t, 0) - Math.Log(data.Weight(sample, head, t, 0));
                    if (data.Weight(sample, head, t, 0) > 1e-10)
                        data.Close(l[sample * data.Shape.Heads + head, t], sum, 1 + Math.Abs(sum), "l", t, head);
                    for (int j = 0; j < data.Shape.HeadWidth; j++)
                        data.Close(a[sample * data.Shape.Steps + t, head * data.Shape.HeadWidth + j], data.Output(sample, head, t, j), AttentionData<T>.Largest(sample), "a", t, j);
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
        AttentionForward<TLanes, T>.Run(data.Rows, shape, data.Projected.Rows, a.Rows, l.Rows, scores.Rows, copies.Rows, default);
        a.AssertUntouchedBehind(shape.Width);
        l.AssertUntouchedBehind(GuardedRows<T>.Padded(shape.Steps));
        AssertScratch(scores, copies);

        // Where nothing is trained, the same without l.
        AttentionForward<TLanes, T>.Run(data.Rows, shape, data.Projected.Rows, bare.Rows, default, scores.Rows, copies.Rows, default);
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
        AttentionBackward<TLanes, T>.Run(data.Rows, shape, data.OutputGradient.Rows, data.Projected.Rows, a.Rows, l.Rows, gradient.Rows, scores.Rows, copies.Rows, default);
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
                    data.Close(gradient[row, column], data.Steps(key => ds[t, key] * data.Number(1, sample, head, key, j)), AttentionData<T>.Largest(sample), "dq", row, column);
                    double dk = data.Steps(query => ds[query, t] * data.Number(0, sample, head, query, j));
                    data.Close(gradient[row, data.Piece + column], dk, AttentionData<T>.Largest(sample) * AttentionData<T>.Largest(sample), "dk", row, column);
                    data.Close(gradient[row, 2 * data.Piece + column], data.Steps(query => weights[query, t] * data.Gradient(sample, head, query, j)), AttentionData<T>.Largest(sample), "dv", row, column);
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
