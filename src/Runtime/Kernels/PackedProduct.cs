using System;
using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using GenNet.CompilerServices;

namespace GenNet;

/// <summary>z = x W + b for weights that are read from beyond the second-level cache, and rows enough that copies pay.</summary>
/// <remarks>
/// Rows of such weights are on pages of their own, more than the first-level TLB knows: a panel that all rows of x will pass by is copied
/// to one place first. While they do, the next one comes into the second-level cache.
/// </remarks>
/// <typeparam name="TLanes">The vectors.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal static class PackedProduct<TLanes, T>
    where TLanes : struct, IKernelLanes<TLanes, T>
    where T : unmanaged
{
    /// <summary>From so many rows on, a copy of the panel costs less than it saves.</summary>
    public const int FewestRows = 96;

    /// <summary>The bytes of a row of the panel, two cache lines, and the rows that the deepest block has.</summary>
    private const int PanelRow = 2 * CacheLine.Bytes, PanelRows = 256;

    /// <summary>The parameters are those of <see cref="Dense"/>, in numbers; without a bias its reference is null.</summary>
    public static void Run(int m, int n, int depth, ref T x, int xRow, ref T w, int wRow, ref T b, ref T z, int zRow)
    {
        // Rows whole pages apart fall into the same sets of all caches.
        if ((long)xRow * Unsafe.SizeOf<T>() % CacheLine.PageBytes != 0)
        {
            DepthBlocks(m, n, depth, ref x, xRow, ref w, wRow, ref b, ref z, zRow, ref Unsafe.NullRef<T>(), 0);
            return;
        }

        // An odd number of cache lines.
        int packedRow = TLanes.DepthBlock + CacheLine.Lanes<T>();
        T[] packed = ArrayPool<T>.Shared.Rent(m * packedRow);
        DepthBlocks(m, n, depth, ref x, xRow, ref w, wRow, ref b, ref z, zRow, ref MemoryMarshal.GetArrayDataReference(packed), packedRow);
        ArrayPool<T>.Shared.Return(packed);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    [SkipLocalsInit]
    private static unsafe void DepthBlocks(
        int m, int n, int depth, ref T x, nint xRow, ref T w, nint wRow, ref T b, ref T z, nint zRow, ref T packed, nint packedRow)
    {
        byte* memory = stackalloc byte[PanelRows * PanelRow + CacheLine.Bytes];
        ref T panel = ref Unsafe.AsRef<T>((void*)(((nuint)memory + CacheLine.Bytes - 1) & ~(nuint)(CacheLine.Bytes - 1)));
        bool hasStart = !Unsafe.IsNullRef(ref b);
        ref T start = ref b;
        nint startRow = 0;
        for (int k = 0; k < depth; k += TLanes.DepthBlock)
        {
            int deep = Math.Min(TLanes.DepthBlock, depth - k), deepNext = Math.Min(TLanes.DepthBlock, depth - k - deep);
            ref T a = ref Unsafe.Add(ref x, k);
            nint aRow = xRow;
            if (packedRow != 0)
            {
                Matrix.CopyRows(m, deep, ref a, (int)aRow, ref packed, (int)packedRow);
                a = ref packed;
                aRow = packedRow;
            }

            Panels(m, n, deep, ref a, aRow, ref Unsafe.Add(ref w, k * wRow), wRow, deepNext, hasStart, ref start, startRow, ref z, zRow, ref panel);
            hasStart = true;
            start = ref z;
            startRow = zRow;
        }
    }

    /// <summary>z = start + a w, two vectors of columns at a time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Panels(
        int m, int n, int depth, ref T a, nint aRow, ref T w, nint wRow, int depthBelow,
        bool hasStart, ref T start, nint startRow, ref T z, nint zRow, ref T panel)
    {
        int wide = 2 * TLanes.Count, j = 0;
        for (; j <= n - wide; j += wide)
        {
            Pack(depth, ref Unsafe.Add(ref w, j), wRow, ref panel);

            // The next panel stands beside this one, or below all of these.
            bool isLast = j > n - 2 * wide;
            ref T next = ref w;
            next = ref Unsafe.Add(ref next, isLast ? (depthBelow == 0 ? 0 : depth * wRow) : j + wide);
            Blocked<TLanes, T>.Panel(
                m, depth, ref a, aRow, ref panel, isLast ? depthBelow : depth, ref next, wRow,
                hasStart, ref Unsafe.Add(ref start, j), startRow, ref Unsafe.Add(ref z, j), zRow);
        }

        if (j < n)
        {
            Blocked<TLanes, T>.Product(
                m, n - j, depth, ref a, aRow, ref Unsafe.Add(ref w, j), wRow,
                hasStart, ref Unsafe.Add(ref start, j), startRow, ref Unsafe.Add(ref z, j), zRow, isLarge: false);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Pack(int depth, ref T w, nint wRow, ref T panel)
    {
        for (int k = depth; k != 0; k--)
        {
            TLanes.Store(TLanes.Load(ref w, 0), ref panel, 0);
            TLanes.Store(TLanes.Load(ref w, TLanes.Count), ref panel, TLanes.Count);
            w = ref Unsafe.Add(ref w, wRow);
            panel = ref Unsafe.Add(ref panel, 2 * TLanes.Count);
        }
    }
}
