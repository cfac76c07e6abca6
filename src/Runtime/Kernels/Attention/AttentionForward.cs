using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using GenNet.CompilerServices;

namespace GenNet;

/// <summary>Attention, head by head: the scores of a block of queries, their exponentials less the largest, and the mean of the values that these weight.</summary>
/// <remarks>The products are those of the register tiles, on matrices that stay in the cache. What is behind the diagonal of a causal attention is computed as far as the block.</remarks>
/// <typeparam name="TLanes">The vectors.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal static class AttentionForward<TLanes, T>
    where TLanes : struct, IKernelLanes<TLanes, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>See <see cref="Attention.Forward{T}(int, int, int, bool, Rows{T}, Rows{T}, Rows{T}, Rows{T}, Rows{T}, Rows{T})"/>; without l its origin is null.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Run(int rows, AttentionShape shape, Rows<T> qkv, Rows<T> a, Rows<T> l, Rows<T> scores, Rows<T> copies, Rows<T> lengths)
    {
        for (int row = 0; row < rows; row++)
        {
            int step = row * shape.Steps, length = shape.Length(lengths, row);
            for (int head = 0; head < shape.Heads; head++)
            {
                bool keeps = !Unsafe.IsNullRef(ref l.Origin);
                Head(shape.Of(length), head, qkv.From(step), a.From(step), keeps, keeps ? l.From(row * shape.Heads + head) : l, scores, copies);
            }

            Sequence.Clear(shape.Steps - length, a.From(step + length));
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Head(AttentionShape shape, int head, Rows<T> qkv, Rows<T> a, bool keeps, Rows<T> l, Rows<T> scores, Rows<T> copies)
    {
        int width = shape.HeadWidth, column = head * width, piece = qkv.Columns / 3, steps = shape.Steps;
        Rows<T> q = HeadRows.InPlace(qkv, column, width), k = HeadRows.InPlace(qkv, piece + column, width);
        Rows<T> v = HeadRows.Read(steps, HeadRows.InPlace(qkv, 2 * piece + column, width), copies), copy = copies.From(steps);
        Rows<T> keys = scores, p = scores.From(width), sums = scores.From(width + AttentionScratch.Queries);
        Matrix.Transpose(steps, width, ref k.Origin, k.Stride, ref keys.Origin, CacheLine.Padded<T>(steps), keys.Stride);
        for (int i = 0; i < steps; i += AttentionScratch.Queries)
        {
            int queries = Math.Min(AttentionScratch.Queries, steps - i), end = shape.Keys(i + queries), columns = CacheLine.Padded<T>(end);
            AnyRows<TLanes, T>.Product(queries, columns, width, ref q.From(i).Origin, q.Stride, 1, ref keys.Origin, keys.Stride, adds: false, ref p.Origin, p.Stride);
            Exponentials(queries, i, shape, columns, ref p.Origin, p.Stride, keeps, ref l.Origin, ref sums.Origin);
            Rows<T> here = HeadRows.InPlace(a.From(i), column, width), result = HeadRows.ToWrite(here, copy);
            AnyRows<TLanes, T>.Product(queries, CacheLine.Padded<T>(width), end, ref p.Origin, p.Stride, 1, ref v.Origin, v.Stride, adds: false, ref result.Origin, result.Stride);
            Divide(queries, CacheLine.Padded<T>(width), ref result.Origin, result.Stride, ref sums[i]);
            HeadRows.Write(queries, here, copy);
        }

        if (keeps)
            AddLogarithms(CacheLine.Padded<T>(steps), ref sums.Origin, ref l.Origin);
    }

    /// <summary>p = exp(s scale - max) in the place of the scores s, zeros behind the keys that a query sees; the sum of each row, and its max where it is kept.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Exponentials(int queries, int first, AttentionShape shape, int columns, ref T p, nint pRow, bool keeps, ref T max, ref T sums)
    {
        T scale = T.CreateTruncating(shape.Scale);
        for (int i = first; i < first + queries; i++, p = ref Unsafe.Add(ref p, pRow))
        {
            Unsafe.Add(ref sums, i) = ScoreRow<TLanes, T>.Exponentials(shape.Keys(i + 1), columns, scale, ref p, out T largest);
            if (keeps)
                Unsafe.Add(ref max, i) = largest;
        }
    }

    /// <summary>Rows by the sums of their weights.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Divide(int m, int n, ref T a, nint aRow, ref T sums)
    {
        for (int i = 0; i < m; i++, a = ref Unsafe.Add(ref a, aRow))
        {
            TLanes inverse = TLanes.All(T.One / Unsafe.Add(ref sums, i));
            for (int j = 0; j < n; j += TLanes.Count)
                TLanes.Store(TLanes.Load(ref a, j) * inverse, ref a, j);
        }
    }

    /// <summary>l = max + log(sum).</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void AddLogarithms(int n, ref T sums, ref T l)
    {
        for (int i = 0; i < n; i += TLanes.Count)
            TLanes.StoreSum(TLanes.Log(TLanes.Load(ref sums, i)), ref l, ref l, i);
    }
}
