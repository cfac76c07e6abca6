using System.Runtime.CompilerServices;
using GenNet.CompilerServices;

namespace GenNet;

/// <summary>db += the sum of the rows of dz, or db = that sum for the first rows of a batch.</summary>
/// <typeparam name="TLanes">The vectors.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal static class ColumnSums<TLanes, T>
    where TLanes : struct, IKernelLanes<TLanes, T>
    where T : unmanaged
{
    /// <summary>So little is not worth dividing: the first part computes it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Run(int rows, Rows<T> dz, Rows<T> db, Share share)
    {
        if (share.IsFirstPart)
            Sum(rows, CacheLine.Padded<T>(db.Columns), ref dz.Origin, dz.Stride, ref db.Origin, share.First);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Sum(int m, int n, ref T dz, nint dzRow, ref T db, bool first)
    {
        for (int j = 0; j < n; j += TLanes.Count)
        {
            TLanes sum = TLanes.Zero;
            ref T row = ref Unsafe.Add(ref dz, j);
            for (int i = m; i != 0; i--)
            {
                sum += TLanes.Load(ref row, 0);
                row = ref Unsafe.Add(ref row, dzRow);
            }

            if (first)
                TLanes.Store(sum, ref db, j);
            else
                TLanes.StoreSum(sum, ref db, ref db, j);
        }
    }
}
