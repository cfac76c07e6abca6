using System;

namespace GenNet.Generator.Model;

/// <summary>
/// Windows that slide over the planes of a sample, [planes, rows, columns]. The channels of an image are its planes; a sequence is one plane whose rows are the
/// steps, with windows one column wide.
/// </summary>
/// <param name="Planes">The planes.</param>
/// <param name="Rows">The rows of a plane.</param>
/// <param name="Columns">The columns of a plane.</param>
/// <param name="Size">The rows and columns of a window.</param>
/// <param name="Stride">The distance from one window to the next, down and to the right.</param>
/// <param name="Padding">How far windows reach beyond the plane, above and below, and on both sides.</param>
internal sealed record PoolWindows(int Planes, int Rows, int Columns, (int Rows, int Columns) Size, (int Rows, int Columns) Stride, (int Rows, int Columns) Padding)
{
    /// <summary>The rows of windows.</summary>
    public int ResultRows => Fit(Rows, Size.Rows, Stride.Rows, Padding.Rows);

    /// <summary>The windows of a row.</summary>
    public int ResultColumns => Fit(Columns, Size.Columns, Stride.Columns, Padding.Columns);

    /// <summary>The numbers of a window.</summary>
    public long Numbers => (long)Size.Rows * Size.Columns;

    /// <summary>Whether a window fits into a plane with its padding.</summary>
    public bool Fits => Rows + 2L * Padding.Rows >= Size.Rows && Columns + 2L * Padding.Columns >= Size.Columns;

    /// <summary>The windows over an image.</summary>
    public static PoolWindows OfImage(Shape image, (int Rows, int Columns) size, int stride, int padding) =>
        new(image.Dimensions[0], image.Dimensions[1], image.Dimensions[2], size, (stride, stride), (padding, padding));

    /// <summary>Windows over the steps of a sequence, for each feature.</summary>
    public static PoolWindows OfSequence(Shape sequence, int size, int stride, int padding) =>
        new(1, sequence.Dimensions[0], sequence.Dimensions[1], (size, 1), (stride, 1), (padding, 0));

    /// <summary>The same windows where the sequence is turned: each feature is a plane of one row, with the steps as columns.</summary>
    public PoolWindows AsLines() => new(Columns, 1, Rows, (1, Size.Rows), (1, Stride.Rows), (0, Padding.Rows));

    /// <summary>Squares side by side over an image whose pixels have become such squares.</summary>
    public static PoolWindows OfSquares(Shape image, int side) => OfImage(image, (side, side), side, 0);

    /// <summary>For people: <c>windows of 3 x 3, one every 2 x 2, with a padding of 1 x 1</c>.</summary>
    public override string ToString()
    {
        string stride = Stride == Size ? " side by side" : $", one every {Text(Stride)}";
        return $"windows of {Text(Size)}{stride}{(Padding == (0, 0) ? "" : $", with a padding of {Text(Padding)}")}";
    }

    private static string Text((int Rows, int Columns) pair) => FormattableString.Invariant($"{pair.Rows} x {pair.Columns}");

    private static int Fit(int length, int size, int stride, int padding) => (int)Math.Max(1, (length + 2L * padding - size) / stride + 1);
}
