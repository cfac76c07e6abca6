using System;
using System.Globalization;
using System.IO;
using System.Text;

namespace GenNet;

/// <summary>
/// Images in the plainest of formats: PGM, grey, and PPM, red, green and blue, as text (P2, P3) or in bytes (P5, P6). Most programs for images write them.
/// Source: J. Poskanzer, the manual pages pgm(5) and ppm(5) of Netpbm.
/// </summary>
public static class Netpbm
{
    private const int MostSide = 1 << 20;

    /// <summary>Reads an image: its numbers divided by the largest that its header allows, so from 0 to 1. What stands behind the image is not read.</summary>
    /// <param name="stream">From the start of the image.</param>
    /// <exception cref="InvalidDataException">It is no PGM or PPM file, or damaged; the message names it where it is a file.</exception>
    public static DecodedImage Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        string name = ByteReader.NameOf(stream);
        var reader = new NetpbmReader(stream, name);
        (int channels, bool isText) = Kind(reader, name);
        int columns = reader.Number("width", 1, MostSide), rows = reader.Number("height", 1, MostSide), most = reader.Number("largest number", 1, ushort.MaxValue);
        long numbers = (long)channels * rows * columns;
        if (numbers > Array.MaxLength / sizeof(float))
            throw new InvalidDataException($"{name}: an image of {channels} x {rows} x {columns} is more than one array holds.");

        // The file has the channels of a pixel together. Rows as they come: nobody is to make room for an image whose size only a header claims.
        int pixels = rows * columns;
        float[] values = [];
        for (int row = 0, at = 0; row < rows; row++)
        {
            int needed = channels * columns * (row + 1);
            if (values.Length < needed)
                Array.Resize(ref values, (int)Math.Min(numbers, Math.Max(needed, 2L * values.Length)));
            for (int i = 0; i < channels * columns; i++, at++)
                values[at] = (isText ? reader.Number("pixel", 0, most) : reader.Binary(most, at)) / (float)most;
        }

        var planes = new float[values.Length];
        for (int i = 0; i < planes.Length; i++)
            planes[i % channels * pixels + i / channels] = values[i];
        return new DecodedImage(channels, rows, columns, planes);
    }

    /// <summary>Writes an image of one channel as PGM, of three as PPM, in bytes: 0 becomes 0, 1 becomes 255, and what lies beyond becomes the nearest of them.</summary>
    /// <param name="stream">Where it goes; it is left open.</param>
    /// <param name="image">The image.</param>
    /// <exception cref="ArgumentException">The image has neither one channel nor three.</exception>
    public static void Write(Stream stream, DecodedImage image)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(image);
        if (image.Channels is not (1 or 3))
            throw new ArgumentException($"PGM has one channel and PPM three, got an image of {image.Shape}.", nameof(image));
        stream.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"P{(image.Channels == 1 ? 5 : 6)}\n{image.Columns} {image.Rows}\n255\n")));
        int pixels = image.Rows * image.Columns;
        var bytes = new byte[image.Pixels.Length];
        for (int i = 0; i < bytes.Length; i++)
        {
            float value = image.Pixels[i % image.Channels * pixels + i / image.Channels];
            bytes[i] = (byte)(float.IsNaN(value) ? 0 : Math.Clamp(MathF.Round(value * 255), 0, 255));
        }

        stream.Write(bytes);
    }

    private static (int Channels, bool IsText) Kind(NetpbmReader reader, string name) => reader.Magic() switch
    {
        "P2" => (1, true),
        "P3" => (3, true),
        "P5" => (1, false),
        "P6" => (3, false),
        var other => throw new InvalidDataException($"{name}: not a PGM or PPM image: expected it to begin with P2, P3, P5 or P6, found '{other}'."),
    };
}
