using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using GenNet.CompilerServices;

namespace GenNet;

/// <summary>dx = dz W^T: a product whose right factor has to be transposed.</summary>
/// <typeparam name="TLanes">The vectors.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal static class TransposedProduct<TLanes, T>
    where TLanes : struct, IKernelLanes<TLanes, T>
    where T : unmanaged
{
    /// <summary>The bytes of a row of the panel, two cache lines, and the rows that the deepest block has.</summary>
    private const int PanelRow = 2 * CacheLine.Bytes, PanelRows = 256;

    /// <summary>See <see cref="Dense.InputGradient{T}(int, Rows{T}, Rows{T}, Rows{T}, int, int)"/>; without pieces one piece is used as a whole.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Run(int rows, Rows<T> dz, Rows<T> W, Rows<T> dx, int piece, int used)
    {
        if (rows < TLanes.TileRows)
            TransposedRows<TLanes, T>.Run(rows, dx.Columns, dz.Columns, ref dz.Origin, dz.Stride, ref W.Origin, W.Stride, ref dx.Origin, dx.Stride, piece, used);
        else
            ManyRows(rows, dx.Columns, dz.Columns, ref dz.Origin, dz.Stride, ref W.Origin, W.Stride, ref dx.Origin, dx.Stride, piece, used);
    }

    /// <summary>Two cache lines of dx at a time: blocks of W are transposed into a panel, which stays in the cache while all rows of dz pass by.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    [SkipLocalsInit]
    private static unsafe void ManyRows(
        int m, int count, int depth, ref T dz, nint dzRow, ref T w, nint wRow, ref T dx, nint dxRow, int piece, int used)
    {
        byte* memory = stackalloc byte[PanelRows * PanelRow + CacheLine.Bytes];
        ref T panel = ref Unsafe.AsRef<T>((void*)(((nuint)memory + CacheLine.Bytes - 1) & ~(nuint)(CacheLine.Bytes - 1)));
        int panelRow = PanelRow / sizeof(T), n = CacheLine.Padded<T>(count);
        for (int j = 0; j < n; j += panelRow)
        {
            int columns = Math.Min(panelRow, n - j);
            for (int k = 0; k < depth; k += TLanes.DepthBlock)
            {
                int deep = Math.Min(TLanes.DepthBlock, depth - k);
                Matrix.Transpose(Math.Min(columns, count - j), deep, ref Unsafe.Add(ref w, j * wRow + k), wRow, ref panel, columns, panelRow);
                if (used < piece)
                    ClearPadding(k, deep, ref panel, panelRow, piece, used);
                Blocked<TLanes, T>.Product(
                    m, columns, deep, ref Unsafe.Add(ref dz, k), dzRow, ref panel, panelRow,
                    k > 0, ref Unsafe.Add(ref dx, j), dxRow, ref Unsafe.Add(ref dx, j), dxRow, isLarge: false);
            }
        }
    }

    /// <summary>The padding behind each piece counts in no sum, whatever stands there.</summary>
    private static void ClearPadding(int k, int deep, ref T panel, int panelRow, int piece, int used)
    {
        for (int start = k / piece * piece; start < k + deep; start += piece)
        {
            int from = Math.Max(start + used, k), to = Math.Min(start + piece, k + deep);
            if (from < to)
                MemoryMarshal.CreateSpan(ref Unsafe.Add(ref panel, (from - k) * panelRow), (to - from) * panelRow).Clear();
        }
    }
}
