using System.Numerics;
using System.Runtime.CompilerServices;
using GenNet.CompilerServices;

namespace GenNet;

/// <summary>A padded row of logits: what softmax and its cross-entropy do alike.</summary>
/// <typeparam name="TLanes">The vectors.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal static class LogitRow<TLanes, T>
    where TLanes : struct, IKernelLanes<TLanes, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Whether a row is shorter than a cache line: then its exponentials are taken of the whole line, padding included.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsShort(int n) => n > 1 && n < CacheLine.Lanes<T>();

    /// <summary>Where the last vector of a row starts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Last(int n) => (n - 1) / TLanes.Count * TLanes.Count;

    /// <summary>Where the last vector of a short row starts: one as wide as a cache line is the only one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int LastOfShort(int n) => TLanes.Count == CacheLine.Lanes<T>() ? 0 : Last(n);

    /// <summary>The largest number of a row. Where there is a NaN it may be any other: that one's exponential makes all of the row NaN.</summary>
    /// <param name="z">The row.</param>
    /// <param name="last">Where its last vector starts.</param>
    /// <param name="inRow">The lanes of that vector that are in the row.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Max(ref T z, int last, TLanes inRow)
    {
        TLanes max = TLanes.Select(inRow, TLanes.Load(ref z, last), TLanes.All(T.NegativeInfinity));
        for (int j = 0; j < last; j += TLanes.Count)
            max = TLanes.Max(max, TLanes.Load(ref z, j));
        return TLanes.Max(max);
    }

    /// <summary>e = exp(z - max) in whole vectors, with zeros in the padding, and the sum of the n numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ShortExponentials(ref T z, ref T e, int n, int last, TLanes inRow, T max)
    {
        for (int j = 0; TLanes.Count < CacheLine.Lanes<T>() && j < last; j += TLanes.Count)
            TLanes.Store(TLanes.Exp(TLanes.Load(ref z, j) - TLanes.All(max)), ref e, j);
        TLanes.Store(TLanes.Exp(TLanes.Load(ref z, last) - TLanes.All(max)) & inRow, ref e, last);
        for (int j = last + TLanes.Count; j < CacheLine.Lanes<T>(); j += TLanes.Count)
            TLanes.Store(TLanes.Zero, ref e, j);
        T sum = T.Zero;
        for (int j = 0; j < n; j++)
            sum += Unsafe.Add(ref e, j);
        return sum;
    }

    /// <summary>e^x of one number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Exp(T x) => typeof(T) == typeof(float)
        ? Unsafe.BitCast<float, T>(VectorMath.Exp(Unsafe.BitCast<T, float>(x)))
        : Unsafe.BitCast<double, T>(VectorMath.Exp(Unsafe.BitCast<T, double>(x)));
}
