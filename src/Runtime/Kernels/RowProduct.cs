using System.Runtime.CompilerServices;

namespace GenNet;

/// <summary>z = x W + b row by row, which is bound by the reading of the weights.</summary>
/// <typeparam name="TLanes">The vectors.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal static class RowProduct<TLanes, T>
    where TLanes : struct, IKernelLanes<TLanes, T>
    where T : unmanaged
{
    /// <summary>m rows: x is [m x depth], W is [depth x n], z is [m x n], b is [n] or null.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Run(int m, int n, int depth, ref T x, nint xRow, ref T w, nint wRow, ref T b, ref T z, nint zRow)
    {
        for (int i = 0; i < m; i++)
            FourStreams(n, depth, ref Unsafe.Add(ref x, i * xRow), ref w, wRow, ref b, ref Unsafe.Add(ref z, i * zRow));
    }

    /// <summary>
    /// Four rows of W at a time, in the order of memory. Rows that meet zeros only, as most of an image's background does, are not
    /// read at all.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FourStreams(int n, int depth, ref T x, ref T w, nint wRow, ref T b, ref T z)
    {
        bool hasBias = !Unsafe.IsNullRef(ref b);
        for (int j = 0; j < n; j += TLanes.Count)
            TLanes.Store(hasBias ? TLanes.Load(ref b, j) : TLanes.Zero, ref z, j);

        int k = 0;
        for (; k <= depth - 4; k += 4, x = ref Unsafe.Add(ref x, 4), w = ref Unsafe.Add(ref w, 4 * wRow))
        {
            if (Number.IsZero(x) && Number.IsZero(Unsafe.Add(ref x, 1)) && Number.IsZero(Unsafe.Add(ref x, 2)) && Number.IsZero(Unsafe.Add(ref x, 3)))
                continue;
            TLanes x0 = TLanes.All(x), x1 = TLanes.All(Unsafe.Add(ref x, 1)), x2 = TLanes.All(Unsafe.Add(ref x, 2)), x3 = TLanes.All(Unsafe.Add(ref x, 3));
            ref T w1 = ref Unsafe.Add(ref w, wRow);
            ref T w2 = ref Unsafe.Add(ref w, 2 * wRow);
            ref T w3 = ref Unsafe.Add(ref w, 3 * wRow);
            for (int j = 0; j < n; j += TLanes.Count)
            {
                TLanes low = x0 * TLanes.Load(ref w, j), high = x2 * TLanes.Load(ref w2, j);
                TLanes.Accumulate(ref low, x1, TLanes.Load(ref w1, j));
                TLanes.Accumulate(ref high, x3, TLanes.Load(ref w3, j));
                TLanes.StoreSum(low + high, ref z, ref z, j);
            }
        }

        for (; k < depth; k++, x = ref Unsafe.Add(ref x, 1), w = ref Unsafe.Add(ref w, wRow))
        {
            TLanes x0 = TLanes.All(x);
            for (int j = 0; j < n; j += TLanes.Count)
            {
                TLanes sum = TLanes.Load(ref z, j);
                TLanes.Accumulate(ref sum, x0, TLanes.Load(ref w, j));
                TLanes.Store(sum, ref z, j);
            }
        }
    }
}
