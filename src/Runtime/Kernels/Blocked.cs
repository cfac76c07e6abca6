using System.Runtime.CompilerServices;

namespace GenNet;

/// <summary>A product of at least as many rows as a register tile has.</summary>
/// <typeparam name="TLanes">The vectors.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal static class Blocked<TLanes, T>
    where TLanes : struct, IKernelLanes<TLanes, T>
    where T : unmanaged
{
    /// <summary>c = start + a b: a is [m x depth], b is [depth x n], c is [m x n]; rows so many numbers apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Product(
        int m, int n, int depth, ref T a, nint aRow, ref T b, nint bRow, bool hasStart, ref T start, nint startRow, ref T c, nint cRow, bool isLarge)
    {
        if (TLanes.TileRows == 8)
            Product<EightRows>(m, n, depth, ref a, aRow, ref b, bRow, hasStart, ref start, startRow, ref c, cRow, isLarge);
        else
            Product<SixRows>(m, n, depth, ref a, aRow, ref b, bRow, hasStart, ref start, startRow, ref c, cRow, isLarge);
    }

    /// <summary>c = start + a b, where b is a panel two vectors wide with its rows close together. Meanwhile the first rows of the next panel, so many, are fetched from where they are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Panel(
        int m, int depth, ref T a, nint aRow, ref T panel, int nextRows, ref T next, nint nextRow, bool hasStart, ref T start, nint startRow, ref T c, nint cRow)
    {
        if (TLanes.TileRows == 8)
            Panel<EightRows>(m, depth, ref a, aRow, ref panel, nextRows, ref next, nextRow, hasStart, ref start, startRow, ref c, cRow);
        else
            Panel<SixRows>(m, depth, ref a, aRow, ref panel, nextRows, ref next, nextRow, hasStart, ref start, startRow, ref c, cRow);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Panel<THeight>(
        int m, int depth, ref T a, nint aRow, ref T panel, int nextRows, ref T next, nint nextRow, bool hasStart, ref T start, nint startRow, ref T c, nint cRow)
        where THeight : struct, ITileHeight
    {
        TiledProduct<TLanes, THeight, T>.Panel(m, depth, ref a, aRow, ref panel, nextRows, ref next, nextRow, hasStart, ref start, startRow, ref c, cRow);
        Rest<THeight>(m, 2 * TLanes.Count, depth, ref a, aRow, ref panel, 2 * TLanes.Count, hasStart, ref start, startRow, ref c, cRow);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Product<THeight>(
        int m, int n, int depth, ref T a, nint aRow, ref T b, nint bRow, bool hasStart, ref T start, nint startRow, ref T c, nint cRow, bool isLarge)
        where THeight : struct, ITileHeight
    {
        TiledProduct<TLanes, THeight, T>.WholeTiles(m, n, depth, ref a, aRow, 1, ref b, bRow, hasStart, ref start, startRow, ref c, cRow, isLarge);
        Rest<THeight>(m, n, depth, ref a, aRow, ref b, bRow, hasStart, ref start, startRow, ref c, cRow);
    }

    /// <summary>The last rows, where m is no multiple of a tile's: the last tile takes the last rows there are; those that are done already stay as they are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Rest<THeight>(
        int m, int n, int depth, ref T a, nint aRow, ref T b, nint bRow, bool hasStart, ref T start, nint startRow, ref T c, nint cRow)
        where THeight : struct, ITileHeight
    {
        int rest = m % THeight.Rows;
        if (rest == 0)
            return;

        int i = m - THeight.Rows;
        TiledProduct<TLanes, THeight, T>.LastTiles(
            n, depth, ref Unsafe.Add(ref a, i * aRow), aRow, ref b, bRow,
            THeight.Rows - rest, hasStart, ref Unsafe.Add(ref start, i * startRow), startRow, ref Unsafe.Add(ref c, i * cRow), cRow);
    }
}
