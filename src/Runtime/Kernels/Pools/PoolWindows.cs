using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace GenNet.CompilerServices;

/// <summary>The windows of a pool over the planes of a sample: [planes, rows, columns] becomes [planes, rows of windows, columns of windows].</summary>
/// <remarks>
/// The channels of an image are its planes. A sequence is one plane whose rows are the steps, with windows one column wide. The window (i, j) begins at row
/// i stride - padding and at column j stride - padding; there are as many as fit into the plane with its padding, and each has at least one number of the plane in it.
/// </remarks>
/// <param name="planes">The planes of a sample.</param>
/// <param name="rows">The rows of a plane.</param>
/// <param name="columns">The columns of a plane.</param>
/// <param name="size">The rows and columns of a window.</param>
/// <param name="stride">The distance from one window to the next, down and to the right.</param>
/// <param name="padding">The rows above and below a plane, and the columns beside it, that windows reach into.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct PoolWindows(
    int planes, int rows, int columns, (int Rows, int Columns) size, (int Rows, int Columns) stride, (int Rows, int Columns) padding)
{
    internal int Planes { get; } = planes;

    internal int Rows { get; } = rows;

    internal int Columns { get; } = columns;

    internal (int Rows, int Columns) Size { get; } = size;

    internal (int Rows, int Columns) Stride { get; } = stride;

    internal (int Rows, int Columns) Padding { get; } = padding;

    /// <summary>The rows of windows.</summary>
    internal int ResultRows => (Rows + 2 * Padding.Rows - Size.Rows) / Stride.Rows + 1;

    /// <summary>The windows of a row.</summary>
    internal int ResultColumns => (Columns + 2 * Padding.Columns - Size.Columns) / Stride.Columns + 1;

    /// <summary>The first window of a row that begins within the plane.</summary>
    internal int FirstWhole => Math.Min(ResultColumns, (Padding.Columns + Stride.Columns - 1) / Stride.Columns);

    /// <summary>The window behind the last one of a row that begins and ends within the plane.</summary>
    internal int EndWhole => Math.Max(FirstWhole, Columns + Padding.Columns < Size.Columns ? 0 : Math.Min(ResultColumns, (Columns + Padding.Columns - Size.Columns) / Stride.Columns + 1));

    /// <summary>Whether two windows may have a number in common.</summary>
    internal bool Overlap => Stride.Rows < Size.Rows || Stride.Columns < Size.Columns;

    /// <summary>Whether windows are two by two numbers side by side.</summary>
    internal bool AreFours => Size == (2, 2) && Stride == (2, 2) && Padding == (0, 0);

    /// <summary>Whether each number is in one window.</summary>
    internal bool Partition => Stride == Size && Padding == (0, 0) && Rows % Size.Rows == 0 && Columns % Size.Columns == 0;

    /// <summary>The rows that a window has within the plane: the first one and how many.</summary>
    /// <param name="i">The row of windows.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal (int First, int Count) RowsOf(int i) => Within(i * Stride.Rows - Padding.Rows, Size.Rows, Rows);

    /// <summary>The columns that a window has within the plane: the first one and how many.</summary>
    /// <param name="j">The window of the row.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal (int First, int Count) ColumnsOf(int j) => Within(j * Stride.Columns - Padding.Columns, Size.Columns, Columns);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (int First, int Count) Within(int first, int size, int length)
    {
        int from = Math.Max(first, 0);
        return (from, Math.Min(first + size, length) - from);
    }
}
