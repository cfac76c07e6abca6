using System.Numerics;
using System.Runtime.CompilerServices;
using GenNet.CompilerServices;

namespace GenNet;

/// <summary>Causal attention of one step: its key and value go behind those of the steps before, and its query sees all of them.</summary>
/// <remarks>
/// Both caches are the right factors of products with one row, so that neither product sums over the lanes of a vector. Keys stand turned, a row for each column of all heads:
/// the scores of neighbouring steps are a vector. Values stand head by head, a row for each step, padded to a cache line: no vector meets the end of a head.
/// </remarks>
/// <typeparam name="TLanes">The vectors.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal static class AttentionStep<TLanes, T>
    where TLanes : struct, IKernelLanes<TLanes, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>See <see cref="Attention.Step{T}(int, int, Rows{T}, Rows{T}, Rows{T}, Rows{T}, Rows{T}, Rows{T})"/>.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Run(int place, AttentionShape shape, Rows<T> qkv, Rows<T> keys, Rows<T> values, Rows<T> a, Rows<T> scores, Rows<T> copy)
    {
        int width = shape.HeadWidth, steps = place + 1, columns = CacheLine.Padded<T>(steps), across = CacheLine.Padded<T>(width);
        Keep(place, shape, qkv, keys, values);

        // All heads at each of the three: within a head each waits for the one before.
        for (int head = 0; head < shape.Heads; head++)
        {
            Rows<T> k = keys.From(head * width);
            VectorByMatrix(width, columns, ref qkv[head * width], ref k.Origin, k.Stride, ref scores.From(head).Origin);
        }

        T scale = T.CreateTruncating(shape.Scale);
        for (int head = 0; head < shape.Heads; head++)
            Weights(steps, columns, scale, ref scores.From(head).Origin);
        for (int head = 0; head < shape.Heads; head++)
        {
            Rows<T> v = values.From(head * shape.Steps), here = HeadRows.InPlace(a, head * width, width), result = HeadRows.ToWrite(here, copy);
            VectorByMatrix(steps, across, ref scores.From(head).Origin, ref v.Origin, v.Stride, ref result.Origin);
            HeadRows.Write(1, here, copy);
        }
    }

    /// <summary>The key as a column of keys, the value as a row of each head's values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Keep(int place, AttentionShape shape, Rows<T> qkv, Rows<T> keys, Rows<T> values)
    {
        int piece = qkv.Columns / 3, width = shape.HeadWidth;
        ref T key = ref qkv[piece];
        ref T column = ref keys[place];
        for (int j = 0; j < shape.Width; j++)
            Unsafe.Add(ref column, j * (nint)keys.Stride) = Unsafe.Add(ref key, j);
        Matrix.CopyRows(shape.Heads, width, ref qkv[2 * piece], width, ref values.From(place).Origin, shape.Steps * values.Stride);
    }

    /// <summary>y = x M: x is [depth], M is [depth x n], and n is a whole number of vectors.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void VectorByMatrix(int depth, int n, ref T x, ref T m, nint mRow, ref T y)
    {
        int j = 0;
        for (; j <= n - 4 * TLanes.Count; j += 4 * TLanes.Count)
            FourVectors(depth, ref x, ref Unsafe.Add(ref m, j), mRow, ref Unsafe.Add(ref y, j));
        for (; j < n; j += TLanes.Count)
            OneVector(depth, ref x, ref Unsafe.Add(ref m, j), mRow, ref Unsafe.Add(ref y, j));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FourVectors(int depth, ref T x, ref T m, nint mRow, ref T y)
    {
        TLanes y0 = TLanes.Zero, y1 = TLanes.Zero, y2 = TLanes.Zero, y3 = TLanes.Zero;
        for (int k = 0; k < depth; k++, m = ref Unsafe.Add(ref m, mRow))
        {
            TLanes xk = TLanes.All(Unsafe.Add(ref x, k));
            TLanes.Accumulate(ref y0, xk, TLanes.Load(ref m, 0));
            TLanes.Accumulate(ref y1, xk, TLanes.Load(ref m, TLanes.Count));
            TLanes.Accumulate(ref y2, xk, TLanes.Load(ref m, 2 * TLanes.Count));
            TLanes.Accumulate(ref y3, xk, TLanes.Load(ref m, 3 * TLanes.Count));
        }

        TLanes.Store(y0, ref y, 0);
        TLanes.Store(y1, ref y, TLanes.Count);
        TLanes.Store(y2, ref y, 2 * TLanes.Count);
        TLanes.Store(y3, ref y, 3 * TLanes.Count);
    }

    /// <summary>Four sums, each of every fourth row, so that none waits for the one before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void OneVector(int depth, ref T x, ref T m, nint mRow, ref T y)
    {
        TLanes y0 = TLanes.Zero, y1 = TLanes.Zero, y2 = TLanes.Zero, y3 = TLanes.Zero;
        int k = 0;
        for (; k <= depth - 4; k += 4, m = ref Unsafe.Add(ref m, 4 * mRow))
        {
            TLanes.Accumulate(ref y0, TLanes.All(Unsafe.Add(ref x, k)), TLanes.Load(ref m, 0));
            TLanes.Accumulate(ref y1, TLanes.All(Unsafe.Add(ref x, k + 1)), TLanes.Load(ref m, mRow));
            TLanes.Accumulate(ref y2, TLanes.All(Unsafe.Add(ref x, k + 2)), TLanes.Load(ref m, 2 * mRow));
            TLanes.Accumulate(ref y3, TLanes.All(Unsafe.Add(ref x, k + 3)), TLanes.Load(ref m, 3 * mRow));
        }

        for (; k < depth; k++, m = ref Unsafe.Add(ref m, mRow))
            TLanes.Accumulate(ref y0, TLanes.All(Unsafe.Add(ref x, k)), TLanes.Load(ref m, 0));
        TLanes.Store(y0 + y1 + (y2 + y3), ref y, 0);
    }

    /// <summary>p = softmax(s scale) in the place of the scores s, zeros behind the keys that there are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Weights(int steps, int columns, T scale, ref T p)
    {
        TLanes inverse = TLanes.All(T.One / ScoreRow<TLanes, T>.Exponentials(steps, columns, scale, ref p, out _));
        for (int j = 0; j < columns; j += TLanes.Count)
            TLanes.Store(TLanes.Load(ref p, j) * inverse, ref p, j);
    }
}
