using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using GenNet.CompilerServices;

namespace GenNet;

/// <summary>c = start + a b in register tiles of one height.</summary>
/// <remarks>Pairs of vectors and a single one have methods of their own: in one, their tiles would leave each other too few registers for addresses.</remarks>
/// <typeparam name="TLanes">The vectors.</typeparam>
/// <typeparam name="THeight">The rows of a tile.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal static class TiledProduct<TLanes, THeight, T>
    where TLanes : struct, IKernelLanes<TLanes, T>
    where THeight : struct, ITileHeight
    where T : unmanaged
{
    /// <summary>As many of the m rows as are whole tiles, in n columns; the other parameters as those of the tile, but in numbers instead of bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WholeTiles(
        int m, int n, int depth, ref T a, nint aRow, nint aDepth, ref T b, nint bRow,
        bool hasStart, ref T start, nint startRow, ref T c, nint cRow, bool isLarge)
    {
        if (n >= 2 * TLanes.Count)
        {
            if (isLarge)
                LargePairs(m, n, depth, ref a, aRow, aDepth, ref b, bRow, hasStart, ref start, startRow, ref c, cRow);
            else
                Pairs(m, n, depth, ref a, aRow, aDepth, ref b, bRow, hasStart, ref start, startRow, ref c, cRow);
        }

        // A cache line of shorter vectors has an even number of them.
        if (TLanes.Count == CacheLine.Lanes<T>() && n % (2 * TLanes.Count) != 0)
        {
            int j = n - TLanes.Count;
            Single(m, depth, ref a, aRow, aDepth, ref Unsafe.Add(ref b, j), bRow, hasStart, ref Unsafe.Add(ref start, j), startRow, ref Unsafe.Add(ref c, j), cRow);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Pairs(
        int m, int n, int depth, ref T a, nint aRow, nint aDepth, ref T b, nint bRow, bool hasStart, ref T start, nint startRow, ref T c, nint cRow)
    {
        nint size = Unsafe.SizeOf<T>();
        aRow *= size;
        aDepth *= size;
        bRow *= size;
        startRow *= size;
        cRow *= size;
        for (int columns = n / (2 * TLanes.Count); columns != 0; columns--)
        {
            ref T ai = ref a;
            ref T si = ref start;
            ref T ci = ref c;
            for (int i = m; i >= THeight.Rows; i -= THeight.Rows)
            {
                Tile<TLanes, THeight, T>.Sum(true, depth, ref ai, aRow, aDepth, ref b, bRow, 0, hasStart, ref si, startRow, ref ci, cRow);
                ai = ref Unsafe.AddByteOffset(ref ai, THeight.Rows * aRow);
                si = ref Unsafe.AddByteOffset(ref si, THeight.Rows * startRow);
                ci = ref Unsafe.AddByteOffset(ref ci, THeight.Rows * cRow);
            }

            b = ref Unsafe.Add(ref b, 2 * TLanes.Count);
            start = ref Unsafe.Add(ref start, 2 * TLanes.Count);
            c = ref Unsafe.Add(ref c, 2 * TLanes.Count);
        }
    }

    /// <summary>The same for matrices that are read from beyond the second-level cache.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void LargePairs(
        int m, int n, int depth, ref T a, nint aRow, nint aDepth, ref T b, nint bRow, bool hasStart, ref T start, nint startRow, ref T c, nint cRow)
    {
        nint size = Unsafe.SizeOf<T>();
        for (int j = 0; j <= n - 2 * TLanes.Count; j += 2 * TLanes.Count)
        {
            ref T ai = ref a;
            ref T si = ref Unsafe.Add(ref start, j);
            ref T ci = ref Unsafe.Add(ref c, j);
            for (int i = 0; i <= m - THeight.Rows; i += THeight.Rows)
            {
                // The tile of c, and for each tile some rows of the panel of b that comes next.
                Matrix.Prefetch(THeight.Rows, ref ci, cRow);
                Matrix.Prefetch(depth * THeight.Rows / m, ref Unsafe.Add(ref b, depth * i / m * bRow + j + 2 * TLanes.Count), bRow);
                Tile<TLanes, THeight, T>.Sum(
                    true, depth, ref ai, aRow * size, aDepth * size, ref Unsafe.Add(ref b, j), bRow * size,
                    0, hasStart, ref si, startRow * size, ref ci, cRow * size);
                ai = ref Unsafe.Add(ref ai, THeight.Rows * aRow);
                si = ref Unsafe.Add(ref si, THeight.Rows * startRow);
                ci = ref Unsafe.Add(ref ci, THeight.Rows * cRow);
            }
        }
    }

    /// <summary>Whole tiles of c = start + a b, where b is a panel two vectors wide; see <see cref="Blocked{TLanes, T}"/>.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Panel(
        int m, int depth, ref T a, nint aRow, ref T panel, int nextRows, ref T next, nint nextRow, bool hasStart, ref T start, nint startRow, ref T c, nint cRow)
    {
        nint size = Unsafe.SizeOf<T>();
        int share = (nextRows * THeight.Rows + m - 1) / m;
        for (int i = m; i >= THeight.Rows; i -= THeight.Rows)
        {
            int rows = Math.Min(share, nextRows);
            Matrix.Prefetch(THeight.Rows, ref c, cRow);
            PrefetchFar(rows, ref next, nextRow);
            nextRows -= rows;
            if (nextRows > 0)
                next = ref Unsafe.Add(ref next, rows * nextRow);
            Tile<TLanes, THeight, T>.Sum(
                true, depth, ref a, aRow * size, size, ref panel, 2 * TLanes.Count * size, 0, hasStart, ref start, startRow * size, ref c, cRow * size);
            a = ref Unsafe.Add(ref a, THeight.Rows * aRow);
            start = ref Unsafe.Add(ref start, THeight.Rows * startRow);
            c = ref Unsafe.Add(ref c, THeight.Rows * cRow);
        }
    }

    /// <summary>Asks for two cache lines of some rows, but only into the second-level cache: the first has no room left beside the panel.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void PrefetchFar(int rows, ref T b, nint bRow)
    {
        if (!Sse.IsSupported)
            return;
        byte* row = (byte*)Unsafe.AsPointer(ref b);
        for (int i = 0; i < rows; i++)
        {
            Sse.Prefetch1(row);
            Sse.Prefetch1(row + CacheLine.Bytes);
            row += bRow * sizeof(T);
        }
    }

    /// <summary>The column one vector wide at the end of rows that have an odd number of them.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Single(
        int m, int depth, ref T a, nint aRow, nint aDepth, ref T b, nint bRow, bool hasStart, ref T start, nint startRow, ref T c, nint cRow)
    {
        nint size = Unsafe.SizeOf<T>();
        aRow *= size;
        aDepth *= size;
        bRow *= size;
        startRow *= size;
        cRow *= size;
        for (int i = m; i >= THeight.Rows; i -= THeight.Rows)
        {
            Tile<TLanes, THeight, T>.Sum(false, depth, ref a, aRow, aDepth, ref b, bRow, 0, hasStart, ref start, startRow, ref c, cRow);
            a = ref Unsafe.AddByteOffset(ref a, THeight.Rows * aRow);
            start = ref Unsafe.AddByteOffset(ref start, THeight.Rows * startRow);
            c = ref Unsafe.AddByteOffset(ref c, THeight.Rows * cRow);
        }
    }

    /// <summary>One row of tiles, in which the first rows of c, so many as are skipped, stay as they are.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void LastTiles(
        int n, int depth, ref T a, nint aRow, ref T b, nint bRow, int skipped, bool hasStart, ref T start, nint startRow, ref T c, nint cRow)
    {
        nint size = Unsafe.SizeOf<T>();
        int j = 0;
        for (; j <= n - 2 * TLanes.Count; j += 2 * TLanes.Count)
        {
            Tile<TLanes, THeight, T>.Sum(
                true, depth, ref a, aRow * size, size, ref Unsafe.Add(ref b, j), bRow * size,
                skipped, hasStart, ref Unsafe.Add(ref start, j), startRow * size, ref Unsafe.Add(ref c, j), cRow * size);
        }

        if (TLanes.Count == CacheLine.Lanes<T>() && j < n)
        {
            Tile<TLanes, THeight, T>.Sum(
                false, depth, ref a, aRow * size, size, ref Unsafe.Add(ref b, j), bRow * size,
                skipped, hasStart, ref Unsafe.Add(ref start, j), startRow * size, ref Unsafe.Add(ref c, j), cRow * size);
        }
    }
}
