using System;
using System.Runtime.CompilerServices;
using GenNet.CompilerServices;

namespace GenNet;

/// <summary>z = x W + b.</summary>
/// <typeparam name="TLanes">The vectors.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal static class ForwardProduct<TLanes, T>
    where TLanes : struct, IKernelLanes<TLanes, T>
    where T : unmanaged
{
    /// <summary>See <see cref="Dense.Forward{T}(int, Rows{T}, Rows{T}, Rows{T}, Rows{T})"/>; without a bias its origin is null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Run(int rows, Rows<T> x, Rows<T> W, Rows<T> b, Rows<T> z)
    {
        int n = CacheLine.Padded<T>(z.Columns);
        if (rows < TLanes.TileRows)
            FewRows(rows, n, x.Columns, ref x.Origin, x.Stride, ref W.Origin, W.Stride, ref b.Origin, ref z.Origin, z.Stride);
        else
            ManyRows(rows, n, x.Columns, ref x.Origin, x.Stride, ref W.Origin, W.Stride, ref b.Origin, ref z.Origin, z.Stride);
    }

    /// <summary>Row by row, by a kernel that a caller who knows the width of a row knows too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FewRows(int m, int n, int depth, ref T x, int xRow, ref T w, int wRow, ref T b, ref T z, int zRow)
    {
        // From three vectors on, sums in registers measure better than four rows of weights at a time; with shorter vectors they do not.
        switch (TLanes.Count == CacheLine.Lanes<T>() ? n / TLanes.Count : 0)
        {
            case 3: RowInRegisters<TLanes, ThreeVectors, T>.Run(m, depth, ref x, xRow, ref w, wRow, ref b, ref z, zRow); break;
            case 4: RowInRegisters<TLanes, FourVectors, T>.Run(m, depth, ref x, xRow, ref w, wRow, ref b, ref z, zRow); break;
            case 5: RowInRegisters<TLanes, FiveVectors, T>.Run(m, depth, ref x, xRow, ref w, wRow, ref b, ref z, zRow); break;
            case 6: RowInRegisters<TLanes, SixVectors, T>.Run(m, depth, ref x, xRow, ref w, wRow, ref b, ref z, zRow); break;
            case 7: RowInRegisters<TLanes, SevenVectors, T>.Run(m, depth, ref x, xRow, ref w, wRow, ref b, ref z, zRow); break;
            case 8: RowInRegisters<TLanes, EightVectors, T>.Run(m, depth, ref x, xRow, ref w, wRow, ref b, ref z, zRow); break;
            default: RowProduct<TLanes, T>.Run(m, n, depth, ref x, xRow, ref w, wRow, ref b, ref z, zRow); break;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void ManyRows(int m, int n, int depth, ref T x, int xRow, ref T w, int wRow, ref T b, ref T z, int zRow)
    {
        bool hasBias = !Unsafe.IsNullRef(ref b), isLarge = CacheLine.IsLarge<T>(depth, wRow);
        if (isLarge && m >= PackedProduct<TLanes, T>.FewestRows)
        {
            PackedProduct<TLanes, T>.Run(m, n, depth, ref x, xRow, ref w, wRow, ref b, ref z, zRow);
            return;
        }

        // So many rows of W, two vectors wide, stay in the first-level cache while all rows of x pass by.
        Blocked<TLanes, T>.Product(m, n, Math.Min(TLanes.DepthBlock, depth), ref x, xRow, ref w, wRow, hasBias, ref b, 0, ref z, zRow, isLarge);
        for (int k = TLanes.DepthBlock; k < depth; k += TLanes.DepthBlock)
        {
            Blocked<TLanes, T>.Product(
                m, n, Math.Min(TLanes.DepthBlock, depth - k), ref Unsafe.Add(ref x, k), xRow, ref Unsafe.Add(ref w, k * (nint)wRow), wRow, true, ref z, zRow, ref z, zRow, isLarge);
        }
    }
}
