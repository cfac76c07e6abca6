using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace GenNet;

/// <summary>
/// Sums down columns, and functions of them: features that are normalised over the rows of a block, and over the steps of each row, which stand
/// behind one another without a gap.
/// </summary>
/// <remarks>Sixteen numbers of a column are added, then these sums: errors grow with a sixteenth of the rows.</remarks>
/// <typeparam name="TLanes">The vectors.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal static class NormColumns<TLanes, T>
    where TLanes : struct, IKernelLanes<TLanes, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int RowsAtOnce = 16;

    /// <summary>The sum of a term over rows and steps, for a vector of columns; of fewer columns, zeros in the other lanes.</summary>
    /// <param name="term">The term.</param>
    /// <param name="extent">The rows and steps.</param>
    /// <param name="count">The columns.</param>
    /// <param name="a">The first number of these columns.</param>
    /// <param name="aRow">The distance of rows.</param>
    /// <param name="b">Likewise.</param>
    /// <param name="bRow">Likewise.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Sum<TTerm>(TTerm term, ColumnExtent extent, int count, ref T a, nint aRow, ref T b, nint bRow)
        where TTerm : struct, INormRule<TLanes> => count == TLanes.Count
            ? SumOfWhole(ref term, extent, ref a, aRow, ref b, bRow)
            : SumOfRest(ref term, extent, count, ref a, aRow, ref b, bRow);

    /// <summary>A function of all rows and steps, for a vector of columns or fewer; the result may stand where one of the arguments does.</summary>
    /// <param name="rule">The function.</param>
    /// <param name="extent">The rows and steps.</param>
    /// <param name="count">The columns.</param>
    /// <param name="skip">The first columns that are not to be stored: those of a vector before.</param>
    /// <param name="a">The first number of these columns.</param>
    /// <param name="aRow">The distance of rows.</param>
    /// <param name="b">Likewise.</param>
    /// <param name="bRow">Likewise.</param>
    /// <param name="to">Where the result goes.</param>
    /// <param name="toRow">The distance of its rows.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Map<TRule>(TRule rule, ColumnExtent extent, int count, int skip, ref T a, nint aRow, ref T b, nint bRow, ref T to, nint toRow)
        where TRule : struct, INormRule<TLanes>
    {
        if (count == TLanes.Count && skip == 0)
            MapWhole(ref rule, extent, ref a, aRow, ref b, bRow, ref to, toRow);
        else if (count == TLanes.Count)
            MapOthers(ref rule, extent, skip, ref a, aRow, ref b, bRow, ref to, toRow);
        else
            MapRest(ref rule, extent, count, ref a, aRow, ref b, bRow, ref to, toRow);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static TLanes SumOfWhole<TTerm>(ref TTerm constants, ColumnExtent extent, ref T a, nint aRow, ref T b, nint bRow)
        where TTerm : struct, INormRule<TLanes>
    {
        TTerm term = constants;
        TLanes sum = TLanes.Zero;
        for (int step = 0; step < extent.Steps; step++)
        {
            nint aAt = step * extent.StepStride, bAt = aAt;
            for (int row = 0; row < extent.Rows;)
            {
                TLanes part = TLanes.Zero;
                for (int end = Math.Min(extent.Rows, row + RowsAtOnce); row < end; row++, aAt += aRow, bAt += bRow)
                    part += term.Of(TLanes.Load(ref a, aAt), TTerm.Reads > 1 ? TLanes.Load(ref b, bAt) : default, default);
                sum += part;
            }
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static TLanes SumOfRest<TTerm>(ref TTerm term, ColumnExtent extent, int count, ref T a, nint aRow, ref T b, nint bRow)
        where TTerm : struct, INormRule<TLanes>
    {
        TLanes sum = TLanes.Zero;
        for (int step = 0; step < extent.Steps; step++)
        {
            nint aAt = step * extent.StepStride, bAt = aAt;
            for (int row = 0; row < extent.Rows;)
            {
                TLanes part = TLanes.Zero;
                for (int end = Math.Min(extent.Rows, row + RowsAtOnce); row < end; row++, aAt += aRow, bAt += bRow)
                {
                    part += term.Of(
                        PartialLanes<TLanes, T>.Load(ref a, aAt, count),
                        TTerm.Reads > 1 ? PartialLanes<TLanes, T>.Load(ref b, bAt, count) : default, default);
                }

                sum += part;
            }
        }

        return sum & TLanes.First(count);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void MapWhole<TRule>(ref TRule constants, ColumnExtent extent, ref T a, nint aRow, ref T b, nint bRow, ref T to, nint toRow)
        where TRule : struct, INormRule<TLanes>
    {
        TRule rule = constants;
        for (int step = 0; step < extent.Steps; step++)
        {
            nint aAt = step * extent.StepStride, bAt = aAt, toAt = aAt;
            for (int row = 0; row < extent.Rows; row++, aAt += aRow, bAt += bRow, toAt += toRow)
                TLanes.Store(rule.Of(TLanes.Load(ref a, aAt), TRule.Reads > 1 ? TLanes.Load(ref b, bAt) : default, default), ref to, toAt);
        }
    }

    /// <summary>What the lanes of a vector before have stored stays.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void MapOthers<TRule>(ref TRule constants, ColumnExtent extent, int skip, ref T a, nint aRow, ref T b, nint bRow, ref T to, nint toRow)
        where TRule : struct, INormRule<TLanes>
    {
        TRule rule = constants;
        TLanes before = TLanes.First(skip);
        for (int step = 0; step < extent.Steps; step++)
        {
            nint aAt = step * extent.StepStride, bAt = aAt, toAt = aAt;
            for (int row = 0; row < extent.Rows; row++, aAt += aRow, bAt += bRow, toAt += toRow)
            {
                TLanes result = rule.Of(TLanes.Load(ref a, aAt), TRule.Reads > 1 ? TLanes.Load(ref b, bAt) : default, default);
                TLanes.Store(TLanes.Select(before, TLanes.Load(ref to, toAt), result), ref to, toAt);
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void MapRest<TRule>(ref TRule rule, ColumnExtent extent, int count, ref T a, nint aRow, ref T b, nint bRow, ref T to, nint toRow)
        where TRule : struct, INormRule<TLanes>
    {
        for (int step = 0; step < extent.Steps; step++)
        {
            nint aAt = step * extent.StepStride, bAt = aAt, toAt = aAt;
            for (int row = 0; row < extent.Rows; row++, aAt += aRow, bAt += bRow, toAt += toRow)
            {
                TLanes result = rule.Of(
                    PartialLanes<TLanes, T>.Load(ref a, aAt, count), TRule.Reads > 1 ? PartialLanes<TLanes, T>.Load(ref b, bAt, count) : default, default);
                PartialLanes<TLanes, T>.Store(result, ref to, toAt, count);
            }
        }
    }
}

/// <summary>The numbers of a column.</summary>
/// <param name="Rows">The samples.</param>
/// <param name="Steps">The steps of each.</param>
/// <param name="StepStride">The distance of steps.</param>
internal readonly record struct ColumnExtent(int Rows, int Steps, int StepStride)
{
    /// <summary>How many they are.</summary>
    public double Count => (double)Rows * Steps;
}
