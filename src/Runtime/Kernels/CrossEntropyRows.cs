using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using GenNet.CompilerServices;

namespace GenNet;

/// <summary>The cross-entropy of the softmax of rows.</summary>
/// <typeparam name="TLanes">The vectors.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal static class CrossEntropyRows<TLanes, T>
    where TLanes : struct, IKernelLanes<TLanes, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>See <see cref="SoftmaxCrossEntropy.Loss"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Loss(int rows, T scale, Rows<T> z, Rows<T> d, Rows<T> dz) => LogitRow<TLanes, T>.IsShort(z.Columns)
        ? OfShortRows(rows, z.Columns, scale, ref z.Origin, z.Stride, ref d.Origin, d.Stride, ref dz.Origin, dz.Stride)
        : OfRows(rows, z.Columns, scale, ref z.Origin, z.Stride, ref d.Origin, d.Stride, ref dz.Origin, dz.Stride);

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static double OfShortRows(int m, int n, T scale, ref T z, nint zRow, ref T d, nint dRow, ref T dz, nint dzRow)
    {
        int last = LogitRow<TLanes, T>.LastOfShort(n);
        TLanes inRow = TLanes.First(n - last);
        double loss = 0;
        for (int row = 0; row < m; row++, z = ref Unsafe.Add(ref z, zRow), d = ref Unsafe.Add(ref d, dRow), dz = ref Unsafe.Add(ref dz, dzRow))
        {
            T max = LogitRow<TLanes, T>.Max(ref z, last, inRow), cross = T.Zero, total = T.Zero;
            for (int j = 0; j < n; j++)
            {
                T dj = Unsafe.Add(ref d, j);
                cross += dj == T.Zero ? T.Zero : dj * (Unsafe.Add(ref z, j) - max);
                total += dj;
            }

            T sum = LogitRow<TLanes, T>.ShortExponentials(ref z, ref dz, n, last, inRow, max), weight = total / sum;
            for (int j = 0; j < n; j++)
                Unsafe.Add(ref dz, j) = scale * (Unsafe.Add(ref dz, j) * weight - Unsafe.Add(ref d, j));
            loss += Loss(total, sum, cross);
        }

        return loss;
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static double OfRows(int m, int n, T scale, ref T z, nint zRow, ref T d, nint dRow, ref T dz, nint dzRow)
    {
        int padding = CacheLine.Padded<T>(n) - n;
        int last = LogitRow<TLanes, T>.Last(n);
        TLanes inRow = TLanes.First(n - last);
        double loss = 0;
        for (int row = 0; row < m; row++, z = ref Unsafe.Add(ref z, zRow), d = ref Unsafe.Add(ref d, dRow), dz = ref Unsafe.Add(ref dz, dzRow))
        {
            loss += OfRow(n, LogitRow<TLanes, T>.Max(ref z, last, inRow), scale, ref z, ref d, ref dz);
            if (padding > 0)
                MemoryMarshal.CreateSpan(ref Unsafe.Add(ref dz, n), padding).Clear();
        }

        return loss;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double OfRow(int n, T max, T scale, ref T z, ref T d, ref T dz)
    {
        int j = 0;
        TLanes sums = TLanes.Zero, crosses = TLanes.Zero, totals = TLanes.Zero;
        for (; j <= n - TLanes.Count; j += TLanes.Count)
        {
            TLanes shifted = TLanes.Load(ref z, j) - TLanes.All(max), dj = TLanes.Load(ref d, j);
            crosses += TLanes.Select(TLanes.Equal(dj, TLanes.Zero), TLanes.Zero, dj * shifted);
            totals += dj;
            TLanes exp = TLanes.Exp(shifted);
            sums += exp;
            TLanes.Store(exp, ref dz, j);
        }

        T sum = T.Zero, cross = T.Zero, total = T.Zero;
        for (; j < n; j++)
        {
            T shifted = Unsafe.Add(ref z, j) - max, dj = Unsafe.Add(ref d, j);
            cross += dj == T.Zero ? T.Zero : dj * shifted;
            total += dj;
            T exp = LogitRow<TLanes, T>.Exp(shifted);
            sum += exp;
            Unsafe.Add(ref dz, j) = exp;
        }

        sum += TLanes.Sum(sums);
        cross += TLanes.Sum(crosses);
        total += TLanes.Sum(totals);
        for (j = 0; j <= n - TLanes.Count; j += TLanes.Count)
            TLanes.Store(TLanes.All(scale) * (TLanes.All(total) * (TLanes.Load(ref dz, j) / TLanes.All(sum)) - TLanes.Load(ref d, j)), ref dz, j);
        for (; j < n; j++)
            Unsafe.Add(ref dz, j) = scale * (total * (Unsafe.Add(ref dz, j) / sum) - Unsafe.Add(ref d, j));
        return Loss(total, sum, cross);
    }

    /// <summary>The logarithm and what follows in double: log y = z - max - log(sum).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Loss(T total, T sum, T cross) =>
        double.CreateTruncating(total) * Math.Log(double.CreateTruncating(sum)) - double.CreateTruncating(cross);
}
