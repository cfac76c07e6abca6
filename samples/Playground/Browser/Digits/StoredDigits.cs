using System;
using System.IO;
using System.Linq;

namespace Playground.Browser;

/// <summary>Digits that the site brings along: to look at, and to mix with a drawing, so that the network does not forget the others while it learns that.</summary>
/// <remarks>The file has a record of 785 bytes for each: the digit, then its pixels.</remarks>
internal sealed class StoredDigits
{
    private const int Record = 1 + DigitImage.Size;

    private readonly byte[] _file;
    private readonly float[]?[] _images;

    /// <summary>Takes the file. An image becomes numbers when it is first asked for: all at once would keep a visitor waiting.</summary>
    /// <exception cref="InvalidDataException">It has another length than a number of records, or a label that is no digit.</exception>
    public StoredDigits(byte[] file)
    {
        if (file.Length == 0 || file.Length % Record != 0)
            throw new InvalidDataException($"Stored digits are records of {Record} bytes, got {file.Length} bytes.");
        _file = file;
        _images = new float[]?[file.Length / Record];
        for (int i = 0; i < Count; i++)
        {
            if (Label(i) > 9)
                throw new InvalidDataException($"Record {i} has the label {Label(i)}, expected 0 to 9.");
        }
    }

    public int Count => _images.Length;

    /// <summary>The file of images and labels.</summary>
    public static byte[] Write(float[][] images, int[] labels) =>
        [.. labels.SelectMany((label, i) => images[i].Select(ink => (byte)MathF.Round(ink * 255)).Prepend((byte)label))];

    public int Label(int index) => _file[index * Record];

    /// <summary>[28 x 28], 1 is ink.</summary>
    public ReadOnlySpan<float> Image(int index) => _images[index] ??= Decode(_file.AsSpan(index * Record + 1, DigitImage.Size));

    /// <summary>The next one of a digit behind an index, around the end.</summary>
    /// <exception cref="InvalidDataException">There is none.</exception>
    public int Next(int digit, int behind)
    {
        for (int i = 1; i <= Count; i++)
        {
            if (Label((behind + i) % Count) == digit)
                return (behind + i) % Count;
        }

        throw new InvalidDataException($"There is no stored {digit}.");
    }

    private static float[] Decode(ReadOnlySpan<byte> pixels)
    {
        var image = new float[pixels.Length];
        for (int i = 0; i < image.Length; i++)
            image[i] = pixels[i] / 255f;
        return image;
    }
}
