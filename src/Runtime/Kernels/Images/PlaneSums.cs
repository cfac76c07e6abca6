using System.Runtime.CompilerServices;
using GenNet.CompilerServices;

namespace GenNet;

/// <summary>db += the sum of each plane of dz over all samples, or db = that sum for the first rows of a batch.</summary>
/// <typeparam name="TLanes">The vectors.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal static class PlaneSums<TLanes, T>
    where TLanes : struct, IKernelLanes<TLanes, T>
    where T : unmanaged
{
    /// <summary>So little is not worth dividing: the first part computes it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Run(int rows, Rows<T> dz, Rows<T> db, Share share)
    {
        if (share.IsFirstPart)
            Sum(rows, dz, db, share.First);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Sum(int rows, Rows<T> dz, Rows<T> db, bool first)
    {
        int planes = db.Columns, size = dz.Columns / planes, whole = size / TLanes.Count * TLanes.Count;
        TLanes tail = TLanes.First(size - whole);
        for (int plane = 0; plane < planes; plane++)
        {
            // Two sums, as an addition takes as long as several of them side by side.
            TLanes even = TLanes.Zero, odd = TLanes.Zero;
            for (int row = 0; row < rows; row++)
            {
                ref T numbers = ref dz.From(row)[plane * size];
                int j = 0;
                for (; j <= whole - 2 * TLanes.Count; j += 2 * TLanes.Count)
                {
                    even += TLanes.Load(ref numbers, j);
                    odd += TLanes.Load(ref numbers, j + TLanes.Count);
                }

                if (j < whole)
                    even += TLanes.Load(ref numbers, j);
                if (whole < size)
                    odd += plane * size + whole + TLanes.Count <= dz.Columns ? TLanes.Load(ref numbers, whole) & tail : PartialLanes<TLanes, T>.Load(ref numbers, whole, size - whole);
            }

            T sum = TLanes.Sum(even + odd);
            db[plane] = first ? sum : Number.Sum(db[plane], sum);
        }

        if (first)
            Matrix.ClearPadding(1, db);
    }
}
