using System.Runtime.CompilerServices;

namespace GenNet;

/// <summary>A product of any number of rows, with both strides of its left factor: a transposed matrix is read in place.</summary>
/// <typeparam name="TLanes">The vectors.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal static class AnyRows<TLanes, T>
    where TLanes : struct, IKernelLanes<TLanes, T>
    where T : unmanaged
{
    /// <summary>c = a b, or c += a b: a is [m x depth], b is [depth x n], c is [m x n], and n is a whole number of cache lines. All stay in the cache.</summary>
    /// <param name="m">The rows of c.</param>
    /// <param name="n">Its columns.</param>
    /// <param name="depth">The columns of a.</param>
    /// <param name="a">Element (i, k) of a is i * aRow + k * aDepth numbers from here.</param>
    /// <param name="aRow">See <paramref name="a"/>.</param>
    /// <param name="aDepth">See <paramref name="a"/>.</param>
    /// <param name="b">The right factor.</param>
    /// <param name="bRow">The distance between its rows.</param>
    /// <param name="adds">Whether the product is added to what is there.</param>
    /// <param name="c">The result.</param>
    /// <param name="cRow">The distance between its rows.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Product(int m, int n, int depth, ref T a, nint aRow, nint aDepth, ref T b, nint bRow, bool adds, ref T c, nint cRow)
    {
        int tiled = m / TLanes.TileRows * TLanes.TileRows;
        if (TLanes.TileRows == 8)
            Tiles<EightRows>(tiled, n, depth, ref a, aRow, aDepth, ref b, bRow, adds, ref c, cRow);
        else
            Tiles<SixRows>(tiled, n, depth, ref a, aRow, aDepth, ref b, bRow, adds, ref c, cRow);
        if (tiled < m)
            LastRows(m - tiled, n, depth, ref Unsafe.Add(ref a, tiled * aRow), aRow, aDepth, ref b, bRow, adds, ref Unsafe.Add(ref c, tiled * cRow), cRow);
    }

    /// <summary>Rows that fill no whole tile, in lower ones.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void LastRows(int m, int n, int depth, ref T a, nint aRow, nint aDepth, ref T b, nint bRow, bool adds, ref T c, nint cRow)
    {
        if (m >= 4)
        {
            Tiles<FourRows>(4, n, depth, ref a, aRow, aDepth, ref b, bRow, adds, ref c, cRow);
            a = ref Unsafe.Add(ref a, 4 * aRow);
            c = ref Unsafe.Add(ref c, 4 * cRow);
        }

        if ((m & 2) != 0)
        {
            Tiles<TwoRows>(2, n, depth, ref a, aRow, aDepth, ref b, bRow, adds, ref c, cRow);
            a = ref Unsafe.Add(ref a, 2 * aRow);
            c = ref Unsafe.Add(ref c, 2 * cRow);
        }

        if ((m & 1) != 0)
            Tiles<OneRow>(1, n, depth, ref a, aRow, aDepth, ref b, bRow, adds, ref c, cRow);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Tiles<THeight>(int m, int n, int depth, ref T a, nint aRow, nint aDepth, ref T b, nint bRow, bool adds, ref T c, nint cRow)
        where THeight : struct, ITileHeight =>
        TiledProduct<TLanes, THeight, T>.WholeTiles(m, n, depth, ref a, aRow, aDepth, ref b, bRow, adds, ref c, cRow, ref c, cRow, isLarge: false);
}
