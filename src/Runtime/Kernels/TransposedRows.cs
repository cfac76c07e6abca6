using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GenNet;

/// <summary>dx = dz W^T for few rows: transposing W first would cost more than it saves.</summary>
/// <remarks>
/// A sum takes the used numbers of each piece and none of the padding behind them, whatever stands there: a batch with NaN may have left it
/// in that of dz too.
/// </remarks>
/// <typeparam name="TLanes">The vectors.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal static class TransposedRows<TLanes, T>
    where TLanes : struct, IKernelLanes<TLanes, T>
    where T : unmanaged
{
    /// <summary>dz is [m x depth], W is [count x depth], dx is [m x count]. The columns of dz and W stand in pieces, of which the first are used.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Run(int m, int count, int depth, ref T dz, nint dzRow, ref T w, nint wRow, ref T dx, nint dxRow, int piece, int used)
    {
        int last = (used - 1) / TLanes.Count * TLanes.Count, n = CacheLine.Padded<T>(count);
        TLanes inRow = TLanes.First(used - last);
        for (int row = 0; row < m; row++)
        {
            ref T wi = ref w;
            int i = 0;
            for (; i <= count - 4; i += 4, wi = ref Unsafe.Add(ref wi, 4 * wRow))
                Four(depth, ref dz, ref wi, wRow, ref Unsafe.Add(ref dx, i), piece, last, inRow);
            for (; i < count; i++, wi = ref Unsafe.Add(ref wi, wRow))
                Unsafe.Add(ref dx, i) = One(depth, ref dz, ref wi, piece, last, inRow);
            if (count < n)
                MemoryMarshal.CreateSpan(ref Unsafe.Add(ref dx, count), n - count).Clear();
            dz = ref Unsafe.Add(ref dz, dzRow);
            dx = ref Unsafe.Add(ref dx, dxRow);
        }
    }

    /// <summary>Four rows of W at a time, since a multiply-add takes as long as several of them side by side.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Four(int depth, ref T dz, ref T w, nint wRow, ref T dx, int piece, int last, TLanes inRow)
    {
        TLanes sum0 = TLanes.Zero, sum1 = TLanes.Zero, sum2 = TLanes.Zero, sum3 = TLanes.Zero;
        ref T w1 = ref Unsafe.Add(ref w, wRow);
        ref T w2 = ref Unsafe.Add(ref w, 2 * wRow);
        ref T w3 = ref Unsafe.Add(ref w1, 2 * wRow);
        for (int p = 0; p < depth; p += piece)
        {
            for (int j = p; j < p + last; j += TLanes.Count)
            {
                TLanes factor = TLanes.Load(ref dz, j);
                TLanes.Accumulate(ref sum0, factor, TLanes.Load(ref w, j));
                TLanes.Accumulate(ref sum1, factor, TLanes.Load(ref w1, j));
                TLanes.Accumulate(ref sum2, factor, TLanes.Load(ref w2, j));
                TLanes.Accumulate(ref sum3, factor, TLanes.Load(ref w3, j));
            }

            TLanes rest = TLanes.Load(ref dz, p + last) & inRow;
            TLanes.Accumulate(ref sum0, rest, TLanes.Load(ref w, p + last) & inRow);
            TLanes.Accumulate(ref sum1, rest, TLanes.Load(ref w1, p + last) & inRow);
            TLanes.Accumulate(ref sum2, rest, TLanes.Load(ref w2, p + last) & inRow);
            TLanes.Accumulate(ref sum3, rest, TLanes.Load(ref w3, p + last) & inRow);
        }

        TLanes.StoreSums(sum0, sum1, sum2, sum3, ref dx);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T One(int depth, ref T dz, ref T w, int piece, int last, TLanes inRow)
    {
        TLanes sum = TLanes.Zero;
        for (int p = 0; p < depth; p += piece)
        {
            for (int j = p; j < p + last; j += TLanes.Count)
                TLanes.Accumulate(ref sum, TLanes.Load(ref dz, j), TLanes.Load(ref w, j));
            TLanes.Accumulate(ref sum, TLanes.Load(ref dz, p + last) & inRow, TLanes.Load(ref w, p + last) & inRow);
        }

        return TLanes.Sum(sum);
    }
}
