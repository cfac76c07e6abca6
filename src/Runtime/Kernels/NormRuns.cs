using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace GenNet;

/// <summary>Sums over runs of neighbours, and functions of them: what is normalised in a sample, or a plane of an image.</summary>
/// <remarks>Lanes add up so many numbers, 64 vectors, in their own precision, and these sums are added in double: a mean of a million floats is as good as one of a hundred.</remarks>
/// <typeparam name="TLanes">The vectors.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal static class NormRuns<TLanes, T>
    where TLanes : struct, IKernelLanes<TLanes, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int VectorsAtOnce = 64;

    /// <summary>The sum of a term over n places.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum<TTerm>(TTerm term, int n, ref T a, ref T b, ref T c)
        where TTerm : struct, INormRule<TLanes> => n < TLanes.Count
            ? SumOfFew(ref term, n, ref a, ref b, ref c)
            : SumOfVectors(ref term, n, ref a, ref b, ref c);

    /// <inheritdoc cref="Sum{TTerm}(TTerm, int, ref T, ref T, ref T)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum<TTerm>(TTerm term, int n, ref T a)
        where TTerm : struct, INormRule<TLanes> => Sum(term, n, ref a, ref a, ref a);

    /// <summary>A function of n places; the result may stand where one of the arguments does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Map<TRule>(TRule rule, int n, ref T a, ref T b, ref T c, ref T to)
        where TRule : struct, INormRule<TLanes>
    {
        if (n < TLanes.Count)
            MapFew(ref rule, n, ref a, ref b, ref c, ref to);
        else
            MapVectors(ref rule, n, ref a, ref b, ref c, ref to);
    }

    /// <summary>The last vector ends with the run; of its lanes those count that no other vector has.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static double SumOfVectors<TTerm>(ref TTerm constants, int n, ref T a, ref T b, ref T c)
        where TTerm : struct, INormRule<TLanes>
    {
        TTerm term = constants;
        int whole = n & -TLanes.Count;
        double sum = 0;
        for (int i = 0; i < whole;)
        {
            int end = Math.Min(whole, i + VectorsAtOnce * TLanes.Count);
            TLanes sum0 = TLanes.Zero, sum1 = TLanes.Zero;
            for (; i <= end - 2 * TLanes.Count; i += 2 * TLanes.Count)
            {
                sum0 += Of(ref term, i, ref a, ref b, ref c);
                sum1 += Of(ref term, i + TLanes.Count, ref a, ref b, ref c);
            }

            for (; i < end; i += TLanes.Count)
                sum0 += Of(ref term, i, ref a, ref b, ref c);
            if (i == whole && whole < n)
                sum1 += TLanes.AndNot(Of(ref term, n - TLanes.Count, ref a, ref b, ref c), TLanes.First(whole - n + TLanes.Count));
            sum += double.CreateTruncating(TLanes.Sum(sum0 + sum1));
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static double SumOfFew<TTerm>(ref TTerm term, int n, ref T a, ref T b, ref T c)
        where TTerm : struct, INormRule<TLanes> => double.CreateTruncating(TLanes.Sum(OfFew(ref term, n, ref a, ref b, ref c) & TLanes.First(n)));

    /// <summary>The last vector ends with the run; of its lanes those are stored that no other vector has.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void MapVectors<TRule>(ref TRule constants, int n, ref T a, ref T b, ref T c, ref T to)
        where TRule : struct, INormRule<TLanes>
    {
        TRule rule = constants;
        int i = 0;
        for (; i <= n - TLanes.Count; i += TLanes.Count)
            TLanes.Store(Of(ref rule, i, ref a, ref b, ref c), ref to, i);
        if (i == n)
            return;
        int last = n - TLanes.Count;
        TLanes.Store(TLanes.Select(TLanes.First(i - last), TLanes.Load(ref to, last), Of(ref rule, last, ref a, ref b, ref c)), ref to, last);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void MapFew<TRule>(ref TRule rule, int n, ref T a, ref T b, ref T c, ref T to)
        where TRule : struct, INormRule<TLanes> =>
        PartialLanes<TLanes, T>.Store(OfFew(ref rule, n, ref a, ref b, ref c), ref to, 0, n);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Of<TRule>(ref TRule rule, int i, ref T a, ref T b, ref T c)
        where TRule : struct, INormRule<TLanes> => rule.Of(
            TLanes.Load(ref a, i), TRule.Reads > 1 ? TLanes.Load(ref b, i) : default, TRule.Reads > 2 ? TLanes.Load(ref c, i) : default);

    /// <summary>The function of fewer numbers than a vector has.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes OfFew<TRule>(ref TRule rule, int n, ref T a, ref T b, ref T c)
        where TRule : struct, INormRule<TLanes> => rule.Of(
            PartialLanes<TLanes, T>.Load(ref a, 0, n),
            TRule.Reads > 1 ? PartialLanes<TLanes, T>.Load(ref b, 0, n) : default,
            TRule.Reads > 2 ? PartialLanes<TLanes, T>.Load(ref c, 0, n) : default);
}
