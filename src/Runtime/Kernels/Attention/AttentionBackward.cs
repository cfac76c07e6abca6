using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using GenNet.CompilerServices;

namespace GenNet;

/// <summary>The gradients of attention, head by head: a block of queries at a time, whose probabilities are computed once more.</summary>
/// <remarks>Blocks go from the last one to the first: the last one sees every key, and the sums over queries begin with it.</remarks>
/// <typeparam name="TLanes">The vectors.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal static class AttentionBackward<TLanes, T>
    where TLanes : struct, IKernelLanes<TLanes, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>See <see cref="Attention.InputGradient{T}(int, int, int, bool, Rows{T}, Rows{T}, Rows{T}, Rows{T}, Rows{T}, Rows{T}, Rows{T}, Rows{T})"/>.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Run(int rows, AttentionShape shape, Rows<T> da, Rows<T> qkv, Rows<T> a, Rows<T> l, Rows<T> dqkv, Rows<T> scores, Rows<T> copies, Rows<T> lengths)
    {
        for (int row = 0; row < rows; row++)
        {
            int step = row * shape.Steps, length = shape.Length(lengths, row);
            for (int head = 0; head < shape.Heads; head++)
                Head(shape.Of(length), head, da.From(step), qkv.From(step), a.From(step), l.From(row * shape.Heads + head), dqkv.From(step), scores, copies);
            Sequence.Clear(shape.Steps - length, dqkv.From(step + length));
        }

        int piece = dqkv.Columns / 3;
        if (shape.Width < piece)
            Sequence.ClearPadding(rows * shape.Steps, dqkv, piece, shape.Width);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Head(AttentionShape shape, int head, Rows<T> da, Rows<T> qkv, Rows<T> a, Rows<T> l, Rows<T> dqkv, Rows<T> scores, Rows<T> copies)
    {
        int width = shape.HeadWidth, column = head * width, piece = qkv.Columns / 3, steps = shape.Steps;
        Rows<T> keys = HeadRows.InPlace(qkv, piece + column, width), values = HeadRows.InPlace(qkv, 2 * piece + column, width);
        Rows<T> keysTurned = scores, valuesTurned = scores.From(width);
        Matrix.Transpose(steps, width, ref keys.Origin, keys.Stride, ref keysTurned.Origin, CacheLine.Padded<T>(steps), scores.Stride);
        Matrix.Transpose(steps, width, ref values.Origin, values.Stride, ref valuesTurned.Origin, CacheLine.Padded<T>(steps), scores.Stride);
        Rows<T> k = HeadRows.Read(steps, keys, copies), dkCopy = copies.From(steps), dvCopy = copies.From(2 * steps);
        Rows<T> dkHere = HeadRows.InPlace(dqkv, piece + column, width), dvHere = HeadRows.InPlace(dqkv, 2 * piece + column, width);
        Rows<T> dk = HeadRows.ToWrite(dkHere, dkCopy), dv = HeadRows.ToWrite(dvHere, dvCopy);
        for (int i = (steps - 1) / AttentionScratch.Queries * AttentionScratch.Queries; i >= 0; i -= AttentionScratch.Queries)
        {
            Block(
                shape, i, HeadRows.InPlace(da.From(i), column, width), HeadRows.InPlace(qkv.From(i), column, width), HeadRows.InPlace(a.From(i), column, width), l,
                HeadRows.InPlace(dqkv.From(i), column, width), k, dk, dv, scores, copies.From(3 * steps));
        }

        HeadRows.Write(steps, dkHere, dkCopy);
        HeadRows.Write(steps, dvHere, dvCopy);
    }

    /// <summary>A block of queries: their gradients, and what they add to those of keys and values.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Block(
        AttentionShape shape, int i, Rows<T> daHere, Rows<T> qHere, Rows<T> a, Rows<T> l, Rows<T> dqHere, Rows<T> k, Rows<T> dk, Rows<T> dv, Rows<T> scores, Rows<T> copies)
    {
        int queries = Math.Min(AttentionScratch.Queries, shape.Steps - i), end = shape.Keys(i + queries), width = shape.HeadWidth;
        int columns = CacheLine.Padded<T>(end), across = CacheLine.Padded<T>(width);
        bool adds = i + queries < shape.Steps;
        Rows<T> q = HeadRows.Read(queries, qHere, copies), da = HeadRows.Read(queries, daHere, copies.From(AttentionScratch.Queries));
        Rows<T> dqCopy = copies.From(2 * AttentionScratch.Queries), dq = HeadRows.ToWrite(dqHere, dqCopy);
        Rows<T> p = scores.From(2 * width), ds = scores.From(2 * width + AttentionScratch.Queries);
        AnyRows<TLanes, T>.Product(queries, columns, width, ref q.Origin, q.Stride, 1, ref scores.Origin, scores.Stride, adds: false, ref p.Origin, p.Stride);
        AnyRows<TLanes, T>.Product(queries, columns, width, ref da.Origin, da.Stride, 1, ref scores.From(width).Origin, scores.Stride, adds: false, ref ds.Origin, ds.Stride);
        Scores(queries, i, shape, columns, ref da.Origin, da.Stride, ref a.Origin, a.Stride, ref l.Origin, ref p.Origin, ref ds.Origin, p.Stride);
        AnyRows<TLanes, T>.Product(end, across, queries, ref p.Origin, 1, p.Stride, ref da.Origin, da.Stride, adds, ref dv.Origin, dv.Stride);
        AnyRows<TLanes, T>.Product(end, across, queries, ref ds.Origin, 1, ds.Stride, ref q.Origin, q.Stride, adds, ref dk.Origin, dk.Stride);
        AnyRows<TLanes, T>.Product(queries, across, end, ref ds.Origin, ds.Stride, 1, ref k.Origin, k.Stride, adds: false, ref dq.Origin, dq.Stride);
        HeadRows.Write(queries, dqHere, dqCopy);
    }

    /// <summary>p = exp(s scale - l) in the place of s, ds = p (dp - D) scale in that of dp, with D = the sum of da a; zeros behind the keys that a query sees.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Scores(
        int queries, int first, AttentionShape shape, int columns, ref T da, nint daRow, ref T a, nint aRow, ref T l, ref T p, ref T ds, nint row)
    {
        T scale = T.CreateTruncating(shape.Scale);
        TLanes factor = TLanes.All(scale);
        for (int i = first; i < first + queries; i++, p = ref Unsafe.Add(ref p, row), ds = ref Unsafe.Add(ref ds, row))
        {
            int end = shape.Keys(i + 1), last = LogitRow<TLanes, T>.Last(end);
            TLanes less = TLanes.All(-Unsafe.Add(ref l, i)), dot = TLanes.All(Dot(shape.HeadWidth, ref da, ref a)), inRow = TLanes.First(end - last);
            for (int j = 0; j < last; j += TLanes.Count)
            {
                TLanes e = TLanes.Exp(TLanes.MultiplyAdd(TLanes.Load(ref p, j), factor, less));
                TLanes.Store(e, ref p, j);
                TLanes.Store(e * factor * (TLanes.Load(ref ds, j) - dot), ref ds, j);
            }

            TLanes rest = TLanes.Exp(TLanes.MultiplyAdd(TLanes.Load(ref p, last), factor, less)) & inRow;
            TLanes.Store(rest, ref p, last);
            TLanes.Store(rest * factor * (TLanes.Load(ref ds, last) - dot) & inRow, ref ds, last);
            for (int j = last + TLanes.Count; j < columns; j += TLanes.Count)
            {
                TLanes.Store(TLanes.Zero, ref p, j);
                TLanes.Store(TLanes.Zero, ref ds, j);
            }

            da = ref Unsafe.Add(ref da, daRow);
            a = ref Unsafe.Add(ref a, aRow);
        }
    }

    /// <summary>The sum of the products of two runs: behind the last whole vector number by number, for behind a head there are other numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Dot(int n, ref T x, ref T y)
    {
        TLanes sums = TLanes.Zero;
        int j = 0;
        for (; j <= n - TLanes.Count; j += TLanes.Count)
            sums += TLanes.Load(ref x, j) * TLanes.Load(ref y, j);
        T sum = j > 0 ? TLanes.Sum(sums) : T.Zero;
        for (; j < n; j++)
            sum += Unsafe.Add(ref x, j) * Unsafe.Add(ref y, j);
        return sum;
    }
}
