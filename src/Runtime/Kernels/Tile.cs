using System.Runtime.CompilerServices;

namespace GenNet;

/// <summary>The register tile: up to eight rows by one or two vectors of c = start + a b are summed in registers.</summary>
/// <remarks>
/// Each vector read of b serves all rows, each number read of a both vectors. Its height and width are known where it is inlined, so that of the
/// text those parts remain that it has. The start is added last: to a weight, the sum over a batch is added in one rounding.
/// </remarks>
/// <typeparam name="TLanes">The vectors.</typeparam>
/// <typeparam name="THeight">The rows.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal static class Tile<TLanes, THeight, T>
    where TLanes : struct, IKernelLanes<TLanes, T>
    where THeight : struct, ITileHeight
    where T : unmanaged
{
    /// <summary>c = start + a b, or c = a b.</summary>
    /// <param name="isPair">Whether the tile is two vectors wide, a constant.</param>
    /// <param name="depth">The columns of a and rows of b.</param>
    /// <param name="a">Element (i, k) of a is i * aRow + k * aDepth bytes from here, so a transposed matrix is read in place.</param>
    /// <param name="aRow">See <paramref name="a"/>.</param>
    /// <param name="aDepth">See <paramref name="a"/>.</param>
    /// <param name="b">The first row of b.</param>
    /// <param name="bRow">The bytes between the rows of b.</param>
    /// <param name="skipped">The first rows of c, which stay as they are.</param>
    /// <param name="hasStart">Whether something is added to a b.</param>
    /// <param name="start">What.</param>
    /// <param name="startRow">The bytes between its rows: 0 where all rows start from the same one, a bias.</param>
    /// <param name="c">The result; it may be the start.</param>
    /// <param name="cRow">The bytes between its rows.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Sum(
        bool isPair, int depth, ref T a, nint aRow, nint aDepth, ref T b, nint bRow,
        int skipped, bool hasStart, ref T start, nint startRow, ref T c, nint cRow)
    {
        TLanes c00 = TLanes.Zero, c01 = TLanes.Zero;
        TLanes c10 = TLanes.Zero, c11 = TLanes.Zero;
        TLanes c20 = TLanes.Zero, c21 = TLanes.Zero;
        TLanes c30 = TLanes.Zero, c31 = TLanes.Zero;
        TLanes c40 = TLanes.Zero, c41 = TLanes.Zero;
        TLanes c50 = TLanes.Zero, c51 = TLanes.Zero;
        TLanes c60 = TLanes.Zero, c61 = TLanes.Zero;
        TLanes c70 = TLanes.Zero, c71 = TLanes.Zero;

        // Two references, so that four rows of a each are within an address: more offsets would not fit into registers.
        nint aRow3 = 3 * aRow;
        ref T high = ref Unsafe.AddByteOffset(ref a, 4 * aRow);
        for (int k = depth; k != 0; k--)
        {
            TLanes b0 = TLanes.Load(ref b, 0), b1 = isPair ? TLanes.Load(ref b, TLanes.Count) : b0;
            Add(isPair, a, b0, b1, ref c00, ref c01);
            if (THeight.Rows > 1)
                Add(isPair, Unsafe.AddByteOffset(ref a, aRow), b0, b1, ref c10, ref c11);
            if (THeight.Rows > 2)
                Add(isPair, Unsafe.AddByteOffset(ref a, 2 * aRow), b0, b1, ref c20, ref c21);
            if (THeight.Rows > 3)
                Add(isPair, Unsafe.AddByteOffset(ref a, aRow3), b0, b1, ref c30, ref c31);
            if (THeight.Rows > 4)
                Add(isPair, high, b0, b1, ref c40, ref c41);
            if (THeight.Rows > 5)
                Add(isPair, Unsafe.AddByteOffset(ref high, aRow), b0, b1, ref c50, ref c51);
            if (THeight.Rows > 6)
                Add(isPair, Unsafe.AddByteOffset(ref high, 2 * aRow), b0, b1, ref c60, ref c61);
            if (THeight.Rows > 7)
                Add(isPair, Unsafe.AddByteOffset(ref high, aRow3), b0, b1, ref c70, ref c71);
            a = ref Unsafe.AddByteOffset(ref a, aDepth);
            if (THeight.Rows > 4)
                high = ref Unsafe.AddByteOffset(ref high, aDepth);
            b = ref Unsafe.AddByteOffset(ref b, bRow);
        }

        if (hasStart)
            Finish(isPair, skipped, true, ref start, startRow, ref c, cRow,
                ref c00, ref c01, ref c10, ref c11, ref c20, ref c21, ref c30, ref c31,
                ref c40, ref c41, ref c50, ref c51, ref c60, ref c61, ref c70, ref c71);
        else
            Finish(isPair, skipped, false, ref start, startRow, ref c, cRow,
                ref c00, ref c01, ref c10, ref c11, ref c20, ref c21, ref c30, ref c31,
                ref c40, ref c41, ref c50, ref c51, ref c60, ref c61, ref c70, ref c71);
    }

    /// <summary>Stores the sums, with the start added or not: a constant, as is the width.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Finish(
        bool isPair, int skipped, bool hasStart, ref T start, nint startRow, ref T c, nint cRow,
        ref TLanes c00, ref TLanes c01, ref TLanes c10, ref TLanes c11, ref TLanes c20, ref TLanes c21, ref TLanes c30, ref TLanes c31,
        ref TLanes c40, ref TLanes c41, ref TLanes c50, ref TLanes c51, ref TLanes c60, ref TLanes c61, ref TLanes c70, ref TLanes c71)
    {
        Store(isPair, 0 < skipped, ref c00, ref c01, hasStart, ref start, ref c);
        if (THeight.Rows > 1)
        {
            start = ref Unsafe.AddByteOffset(ref start, startRow);
            c = ref Unsafe.AddByteOffset(ref c, cRow);
            Store(isPair, 1 < skipped, ref c10, ref c11, hasStart, ref start, ref c);
        }

        if (THeight.Rows > 2)
        {
            start = ref Unsafe.AddByteOffset(ref start, startRow);
            c = ref Unsafe.AddByteOffset(ref c, cRow);
            Store(isPair, 2 < skipped, ref c20, ref c21, hasStart, ref start, ref c);
        }

        if (THeight.Rows > 3)
        {
            start = ref Unsafe.AddByteOffset(ref start, startRow);
            c = ref Unsafe.AddByteOffset(ref c, cRow);
            Store(isPair, 3 < skipped, ref c30, ref c31, hasStart, ref start, ref c);
        }

        if (THeight.Rows > 4)
        {
            start = ref Unsafe.AddByteOffset(ref start, startRow);
            c = ref Unsafe.AddByteOffset(ref c, cRow);
            Store(isPair, 4 < skipped, ref c40, ref c41, hasStart, ref start, ref c);
        }

        if (THeight.Rows > 5)
        {
            start = ref Unsafe.AddByteOffset(ref start, startRow);
            c = ref Unsafe.AddByteOffset(ref c, cRow);
            Store(isPair, 5 < skipped, ref c50, ref c51, hasStart, ref start, ref c);
        }

        if (THeight.Rows > 6)
        {
            start = ref Unsafe.AddByteOffset(ref start, startRow);
            c = ref Unsafe.AddByteOffset(ref c, cRow);
            Store(isPair, 6 < skipped, ref c60, ref c61, hasStart, ref start, ref c);
        }

        if (THeight.Rows > 7)
        {
            start = ref Unsafe.AddByteOffset(ref start, startRow);
            c = ref Unsafe.AddByteOffset(ref c, cRow);
            Store(isPair, 7 < skipped, ref c70, ref c71, hasStart, ref start, ref c);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(bool isPair, T a, TLanes b0, TLanes b1, ref TLanes c0, ref TLanes c1)
    {
        if (isPair)
        {
            TLanes factor = TLanes.All(a);
            TLanes.Accumulate(ref c0, factor, b0);
            TLanes.Accumulate(ref c1, factor, b1);
        }
        else
        {
            TLanes.Accumulate(ref c0, a, b0);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(bool isPair, bool isSkipped, ref TLanes sum0, ref TLanes sum1, bool hasStart, ref T start, ref T c)
    {
        if (isSkipped)
            return;
        if (hasStart)
        {
            TLanes.StoreSum(sum0, ref start, ref c, 0);
            if (isPair)
                TLanes.StoreSum(sum1, ref start, ref c, TLanes.Count);
        }
        else
        {
            TLanes.Store(sum0, ref c, 0);
            if (isPair)
                TLanes.Store(sum1, ref c, TLanes.Count);
        }
    }
}
