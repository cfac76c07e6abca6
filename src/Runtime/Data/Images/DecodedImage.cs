using System;

namespace GenNet;

/// <summary>An image as a sample: the first channel row by row, then the second, and so on, as <see cref="InputAttribute">[Input(channels, rows, columns)]</see> takes it.</summary>
public sealed class DecodedImage
{
    /// <summary>An image over an array, which is kept, not copied.</summary>
    /// <param name="channels">The number of channels, at least 1: 1 for grey, 3 for red, green and blue.</param>
    /// <param name="rows">The height, at least 1.</param>
    /// <param name="columns">The width, at least 1.</param>
    /// <param name="pixels">[channels x rows x columns], usually from 0 (dark) to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is below 1.</exception>
    /// <exception cref="ArgumentException">There is another number of pixels.</exception>
    public DecodedImage(int channels, int rows, int columns, float[] pixels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(channels, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        ArgumentNullException.ThrowIfNull(pixels);
        if (pixels.Length != (Int128)channels * rows * columns)
            throw new ArgumentException($"An image of {channels} x {rows} x {columns} has {(Int128)channels * rows * columns} numbers, got {pixels.Length}.", nameof(pixels));
        (Channels, Rows, Columns, PixelArray) = (channels, rows, columns, pixels);
    }

    /// <summary>The number of channels.</summary>
    public int Channels { get; }

    /// <summary>The height.</summary>
    public int Rows { get; }

    /// <summary>The width.</summary>
    public int Columns { get; }

    /// <summary>All numbers, [Channels x Rows x Columns].</summary>
    public ReadOnlySpan<float> Pixels => PixelArray;

    internal float[] PixelArray { get; }

    /// <summary>For messages: <c>3 x 32 x 32</c>.</summary>
    internal string Shape => $"{Channels} x {Rows} x {Columns}";
}
