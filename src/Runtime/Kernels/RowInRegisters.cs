using System.Runtime.CompilerServices;

namespace GenNet;

/// <summary>z = x W + b row by row, where the sums of a row all stay in registers.</summary>
/// <remarks>Weights that meet a zero, as most of an image's background is, are not read at all.</remarks>
/// <typeparam name="TLanes">The vectors.</typeparam>
/// <typeparam name="TWidth">The vectors of a row of z: three to eight.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal static class RowInRegisters<TLanes, TWidth, T>
    where TLanes : struct, IKernelLanes<TLanes, T>
    where TWidth : struct, IRowWidth
    where T : unmanaged
{
    /// <summary>m rows: x is [m x depth], W is [depth x width], z is [m x width], b is [width] or null.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Run(int m, int depth, ref T x, nint xRow, ref T w, nint wRow, ref T b, ref T z, nint zRow)
    {
        for (int i = 0; i < m; i++)
            Sum(depth, ref Unsafe.Add(ref x, i * xRow), ref w, wRow * Unsafe.SizeOf<T>(), ref b, ref Unsafe.Add(ref z, i * zRow));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Sum(int depth, ref T x, ref T w, nint wRow, ref T b, ref T z)
    {
        TLanes z0 = TLanes.Zero, z1 = TLanes.Zero, z2 = TLanes.Zero, z3 = TLanes.Zero;
        TLanes z4 = TLanes.Zero, z5 = TLanes.Zero, z6 = TLanes.Zero, z7 = TLanes.Zero;
        for (int k = depth; k != 0; k--, x = ref Unsafe.Add(ref x, 1), w = ref Unsafe.AddByteOffset(ref w, wRow))
        {
            if (Number.IsZero(x))
                continue;
            TLanes xk = TLanes.All(x);
            TLanes.Accumulate(ref z0, xk, TLanes.Load(ref w, 0));
            TLanes.Accumulate(ref z1, xk, TLanes.Load(ref w, TLanes.Count));
            TLanes.Accumulate(ref z2, xk, TLanes.Load(ref w, 2 * TLanes.Count));
            if (TWidth.Vectors > 3)
                TLanes.Accumulate(ref z3, xk, TLanes.Load(ref w, 3 * TLanes.Count));
            if (TWidth.Vectors > 4)
                TLanes.Accumulate(ref z4, xk, TLanes.Load(ref w, 4 * TLanes.Count));
            if (TWidth.Vectors > 5)
                TLanes.Accumulate(ref z5, xk, TLanes.Load(ref w, 5 * TLanes.Count));
            if (TWidth.Vectors > 6)
                TLanes.Accumulate(ref z6, xk, TLanes.Load(ref w, 6 * TLanes.Count));
            if (TWidth.Vectors > 7)
                TLanes.Accumulate(ref z7, xk, TLanes.Load(ref w, 7 * TLanes.Count));
        }

        bool hasBias = !Unsafe.IsNullRef(ref b);
        Finish(z0, hasBias, ref b, ref z, 0);
        Finish(z1, hasBias, ref b, ref z, TLanes.Count);
        Finish(z2, hasBias, ref b, ref z, 2 * TLanes.Count);
        if (TWidth.Vectors > 3)
            Finish(z3, hasBias, ref b, ref z, 3 * TLanes.Count);
        if (TWidth.Vectors > 4)
            Finish(z4, hasBias, ref b, ref z, 4 * TLanes.Count);
        if (TWidth.Vectors > 5)
            Finish(z5, hasBias, ref b, ref z, 5 * TLanes.Count);
        if (TWidth.Vectors > 6)
            Finish(z6, hasBias, ref b, ref z, 6 * TLanes.Count);
        if (TWidth.Vectors > 7)
            Finish(z7, hasBias, ref b, ref z, 7 * TLanes.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Finish(TLanes sum, bool hasBias, ref T b, ref T z, nint j)
    {
        if (hasBias)
            TLanes.StoreSum(sum, ref b, ref z, j);
        else
            TLanes.Store(sum, ref z, j);
    }
}
