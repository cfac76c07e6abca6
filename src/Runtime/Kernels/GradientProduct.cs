using System.Runtime.CompilerServices;
using GenNet.CompilerServices;

namespace GenNet;

/// <summary>dW += x^T dz, or dW = x^T dz for the first rows of a batch.</summary>
/// <typeparam name="TLanes">The vectors.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal static class GradientProduct<TLanes, T>
    where TLanes : struct, IKernelLanes<TLanes, T>
    where T : unmanaged
{
    /// <summary>See <see cref="Dense.WeightGradient"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Run(int rows, Rows<T> x, Rows<T> dz, Rows<T> dW, Share share) => Part(
        share.Part, share.Parts, share.First, x.Columns, CacheLine.Padded<T>(dW.Columns), rows,
        ref x.Origin, x.Stride, ref dz.Origin, dz.Stride, ref dW.Origin, dW.Stride);

    /// <summary>Each part computes its share of the m rows of dW, in whole tiles; the last one also the rows that fill none.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Part(int part, int parts, bool first, int m, int n, int rows, ref T x, nint xRow, ref T dz, nint dzRow, ref T dw, nint dwRow)
    {
        int tiled = m / TLanes.TileRows * TLanes.TileRows;
        int from = Share.Start(tiled, TLanes.TileRows, part, parts), to = Share.Start(tiled, TLanes.TileRows, part + 1, parts);
        int end = part == parts - 1 ? m : to;
        bool isLarge = CacheLine.IsLarge<T>(m, (int)dwRow);
        x = ref Unsafe.Add(ref x, from);
        dw = ref Unsafe.Add(ref dw, from * dwRow);
        if (rows == 1)
        {
            if (first)
                OuterProduct<TLanes, T>.Set(end - from, n, ref x, ref dz, ref dw, dwRow);
            else
                OuterProduct<TLanes, T>.Add(end - from, n, ref x, ref dz, ref dw, dwRow);
        }
        else
        {
            if (TLanes.TileRows == 8)
                Tiles<EightRows>(to - from, n, rows, ref x, xRow, ref dz, dzRow, ref dw, dwRow, first, isLarge);
            else
                Tiles<SixRows>(to - from, n, rows, ref x, xRow, ref dz, dzRow, ref dw, dwRow, first, isLarge);
            if (to < end)
                AnyRows<TLanes, T>.LastRows(end - to, n, rows, ref Unsafe.Add(ref x, to - from), 1, xRow, ref dz, dzRow, !first, ref Unsafe.Add(ref dw, (to - from) * dwRow), dwRow);
        }

        if (first && n < dwRow)
            ClearBehind(end - from, n, ref dw, dwRow);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Tiles<THeight>(int m, int n, int rows, ref T x, nint xRow, ref T dz, nint dzRow, ref T dw, nint dwRow, bool first, bool isLarge)
        where THeight : struct, ITileHeight =>
        TiledProduct<TLanes, THeight, T>.WholeTiles(m, n, rows, ref x, 1, xRow, ref dz, dzRow, !first, ref dw, dwRow, ref dw, dwRow, isLarge);

    /// <summary>Columns of dW behind the first n keep its rows out of each other's cache sets, and are zero.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void ClearBehind(int m, int n, ref T dw, nint dwRow)
    {
        for (int i = 0; i < m; i++, dw = ref Unsafe.Add(ref dw, dwRow))
        {
            for (int j = n; j < dwRow; j += TLanes.Count)
                TLanes.Store(TLanes.Zero, ref dw, j);
        }
    }
}
