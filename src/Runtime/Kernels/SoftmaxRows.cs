using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using GenNet.CompilerServices;

namespace GenNet;

/// <summary>Softmax of rows: in whole vectors, then number by number what is left of a row, since the caller's rows have no padding.</summary>
/// <typeparam name="TLanes">The vectors.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal static class SoftmaxRows<TLanes, T>
    where TLanes : struct, IKernelLanes<TLanes, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>See <see cref="Softmax.Forward"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Forward(int rows, Rows<T> z, Rows<T> y)
    {
        if (LogitRow<TLanes, T>.IsShort(z.Columns))
            ForwardOfShortRows(rows, z.Columns, ref z.Origin, z.Stride, ref y.Origin, y.Stride);
        else
            ForwardOfRows(rows, z.Columns, ref z.Origin, z.Stride, ref y.Origin, y.Stride);
    }

    /// <summary>See <see cref="Softmax.Gradient"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Gradient(int rows, Rows<T> y, Rows<T> dy, Rows<T> dz) =>
        Gradient(rows, y.Columns, ref y.Origin, y.Stride, ref dy.Origin, dy.Stride, ref dz.Origin, dz.Stride);

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void ForwardOfShortRows(int m, int n, ref T z, nint zRow, ref T y, nint yRow)
    {
        int last = LogitRow<TLanes, T>.LastOfShort(n);
        TLanes inRow = TLanes.First(n - last);
        for (int row = 0; row < m; row++, z = ref Unsafe.Add(ref z, zRow), y = ref Unsafe.Add(ref y, yRow))
        {
            T max = LogitRow<TLanes, T>.Max(ref z, last, inRow);
            T inverse = T.One / LogitRow<TLanes, T>.ShortExponentials(ref z, ref z, n, last, inRow, max);
            for (int i = 0; i < n; i++)
                Unsafe.Add(ref y, i) = Unsafe.Add(ref z, i) * inverse;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void ForwardOfRows(int m, int n, ref T z, nint zRow, ref T y, nint yRow)
    {
        int last = LogitRow<TLanes, T>.Last(n);
        TLanes inRow = TLanes.First(n - last);
        for (int row = 0; row < m; row++, z = ref Unsafe.Add(ref z, zRow), y = ref Unsafe.Add(ref y, yRow))
        {
            T max = LogitRow<TLanes, T>.Max(ref z, last, inRow);
            int j = 0;
            TLanes sums = TLanes.Zero;
            for (; j <= n - TLanes.Count; j += TLanes.Count)
            {
                TLanes exp = TLanes.Exp(TLanes.Load(ref z, j) - TLanes.All(max));
                sums += exp;
                TLanes.Store(exp, ref y, j);
            }

            T sum = T.Zero;
            for (; j < n; j++)
            {
                T exp = LogitRow<TLanes, T>.Exp(Unsafe.Add(ref z, j) - max);
                sum += exp;
                Unsafe.Add(ref y, j) = exp;
            }

            sum += TLanes.Sum(sums);
            for (j = 0; j <= n - TLanes.Count; j += TLanes.Count)
                TLanes.Store(TLanes.Load(ref y, j) / TLanes.All(sum), ref y, j);
            for (; j < n; j++)
                Unsafe.Add(ref y, j) /= sum;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Gradient(int m, int n, ref T y, nint yRow, ref T dy, nint dyRow, ref T dz, nint dzRow)
    {
        // Rows shorter than a cache line number by number, whatever the width of vectors.
        int whole = n < CacheLine.Lanes<T>() ? 0 : n / TLanes.Count * TLanes.Count;
        int padding = dzRow < CacheLine.Padded<T>(n) ? 0 : CacheLine.Padded<T>(n) - n;
        for (int row = 0; row < m; row++, y = ref Unsafe.Add(ref y, yRow), dy = ref Unsafe.Add(ref dy, dyRow), dz = ref Unsafe.Add(ref dz, dzRow))
        {
            TLanes dots = TLanes.Zero;
            for (int j = 0; j < whole; j += TLanes.Count)
                dots += TLanes.Load(ref dy, j) * TLanes.Load(ref y, j);
            T dot = T.Zero;
            for (int j = whole; j < n; j++)
                dot += Unsafe.Add(ref dy, j) * Unsafe.Add(ref y, j);
            if (whole > 0)
                dot += TLanes.Sum(dots);
            for (int j = 0; j < whole; j += TLanes.Count)
                TLanes.Store(TLanes.Load(ref y, j) * (TLanes.Load(ref dy, j) - TLanes.All(dot)), ref dz, j);
            for (int j = whole; j < n; j++)
                Unsafe.Add(ref dz, j) = Unsafe.Add(ref y, j) * (Unsafe.Add(ref dy, j) - dot);
            if (padding > 0)
                MemoryMarshal.CreateSpan(ref Unsafe.Add(ref dz, n), padding).Clear();
        }
    }
}
