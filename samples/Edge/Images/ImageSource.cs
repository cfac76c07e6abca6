using System;
using System.IO;
using GenNet;

namespace Edge;

/// <summary>Images of 28 x 28 grey values, one after the other.</summary>
internal abstract class ImageSource
{
    public const int Side = 28, Pixels = Side * Side;

    /// <summary>Reads the next image as soon as its last byte is there.</summary>
    /// <param name="pixels">[784], from 0 to 1; overwritten where there is an image.</param>
    /// <returns>False after the last image.</returns>
    /// <exception cref="InvalidDataException">The rest is no image; the message names the source.</exception>
    public abstract bool TryRead(Span<float> pixels);

    /// <summary>The images of a stream in the format that its first bytes announce.</summary>
    /// <exception cref="InvalidDataException">It is empty, or a header does not announce images of this size.</exception>
    public static ImageSource Open(Stream stream, string name)
    {
        var start = new byte[4];
        int read = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        if (read == 0)
            throw new InvalidDataException($"{name}: empty; expected an image of 28 x 28 pixels as IDX, PGM or 784 raw bytes.");
        var whole = new PrefixedStream(start.AsMemory(0, read), stream);
        return start switch
        {
            // gzip, and an IDX file of bytes
            [0x1F, 0x8B, ..] or [0, 0, 8, 1 or 2 or 3 or 4] => new IdxImages(IdxFile.Read(whole, name)),
            [(byte)'P', >= (byte)'1' and <= (byte)'7', ..] => new PgmImages(whole, name),
            // Anything can be raw; where the length is known it must be a whole number of images before the first is read.
            _ when stream.CanSeek && stream.Length % Pixels != 0 => throw new InvalidDataException(
                $"{name}: neither IDX nor PGM, and for raw images of 784 bytes its {stream.Length} bytes are no whole number."),
            _ => new RawImages(whole, name),
        };
    }

    /// <summary>The grey values as the network was trained on them.</summary>
    protected static void Scale(ReadOnlySpan<byte> values, float white, Span<float> pixels)
    {
        for (int i = 0; i < values.Length; i++)
            pixels[i] = values[i] / white;
    }

    /// <summary>Reads all bytes of an image, or none at the end of the stream.</summary>
    /// <exception cref="InvalidDataException">The stream ends within the image.</exception>
    protected static bool TryReadAll(Stream stream, Span<byte> values, string name)
    {
        int read = stream.ReadAtLeast(values, values.Length, throwOnEndOfStream: false);
        if (read != 0 && read != values.Length)
            throw new InvalidDataException($"{name}: truncated: the last image has {read} bytes, expected {values.Length}.");
        return read != 0;
    }
}
