using System;
using System.Numerics;

namespace GenNet;

/// <summary>What happens to one image.</summary>
/// <param name="Top">The row of the image where what is cut begins; rows above and below the image are its frame.</param>
/// <param name="Left">The column where it begins.</param>
/// <param name="IsMirrored">Whether it is mirrored then.</param>
internal readonly record struct ImageChange(int Top, int Left, bool IsMirrored)
{
    /// <summary>Writes the changed image.</summary>
    /// <param name="augmentation">The sizes, the frame and the numbers that normalise.</param>
    /// <param name="image">[channels x rows x columns].</param>
    /// <param name="result">[channels x rows x columns] of what is cut.</param>
    /// <typeparam name="T">float or double.</typeparam>
    public void Apply<T>(ImageAugmentation augmentation, ReadOnlySpan<T> image, Span<T> result)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int rows = augmentation.Rows, columns = augmentation.Columns, plane = augmentation.CropRows * augmentation.CropColumns;
        for (int channel = 0; channel < augmentation.Channels; channel++)
        {
            Span<T> changed = result.Slice(channel * plane, plane);
            Cut(augmentation, image.Slice(channel * rows * columns, rows * columns), changed);
            T mean = augmentation.Mean.IsEmpty ? T.Zero : T.CreateTruncating(augmentation.Mean[channel]);
            T deviation = augmentation.Deviation.IsEmpty ? T.One : T.CreateTruncating(augmentation.Deviation[channel]);
            foreach (ref T number in changed)
                number = (number - mean) / deviation;
        }
    }

    private void Cut<T>(ImageAugmentation augmentation, ReadOnlySpan<T> plane, Span<T> result)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int width = augmentation.CropColumns, first = Math.Max(0, -Left), end = Math.Min(width, augmentation.Columns - Left);
        for (int i = 0; i < augmentation.CropRows; i++)
        {
            Span<T> line = result.Slice(i * width, width);
            line.Fill(T.CreateTruncating(augmentation.Fill));
            int row = Top + i;
            if (row >= 0 && row < augmentation.Rows && first < end)
                plane.Slice(row * augmentation.Columns + Left + first, end - first).CopyTo(line[first..]);
            if (IsMirrored)
                line.Reverse();
        }
    }
}
