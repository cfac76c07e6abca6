using System;
using System.IO;

namespace Edge;

/// <summary>
/// Binary PGM images, one or several: <c>P5</c>, width, height, the value of white, one white space, the bytes row by row;
/// a comment goes from # to the end of its line. Source: the Netpbm manual, "pgm".
/// </summary>
internal sealed class PgmImages(Stream stream, string name) : ImageSource
{
    private readonly byte[] _image = new byte[Pixels];

    public override bool TryRead(Span<float> pixels)
    {
        int first = SkipSpace(stream.ReadByte());
        if (first < 0)
            return false;
        if (first != 'P' || stream.ReadByte() != '5')
            throw new InvalidDataException($"{name}: expected a binary PGM image, which begins with P5.");
        int width = Number(), height = Number(), white = Number();
        if (width != Side || height != Side)
            throw new InvalidDataException($"{name}: expected an image of 28 x 28 pixels, found {width} x {height}.");
        if (white is < 1 or > byte.MaxValue)
            throw new InvalidDataException($"{name}: expected grey values from 0 to at most 255, found {white} for white.");
        if (!TryReadAll(stream, _image, name))
            throw new InvalidDataException($"{name}: truncated: the PGM header is there, its image is not.");
        int above = _image.AsSpan().IndexOfAnyExceptInRange((byte)0, (byte)white);
        if (above >= 0)
            throw new InvalidDataException($"{name}: pixel {above} is {_image[above]}, but the header says that white is {white}.");
        Scale(_image, white, pixels);
        return true;
    }

    /// <summary>The next number of the header, with the one white space after it.</summary>
    private int Number()
    {
        int value = 0, digits = 0, next = SkipSpace(stream.ReadByte());
        for (; next is >= '0' and <= '9' && digits < 9; digits++, next = stream.ReadByte())
            value = 10 * value + next - '0';
        if (digits == 0 || !IsSpace(next))
            throw new InvalidDataException($"{name}: expected width, height and the value of white after P5, each a number and a white space.");
        return value;
    }

    /// <summary>The first byte from here on that is neither white space nor comment, or -1 at the end.</summary>
    private int SkipSpace(int next)
    {
        while (IsSpace(next) || next == '#')
        {
            if (next == '#')
            {
                while (next is not ('\n' or '\r' or -1))
                    next = stream.ReadByte();
            }
            else
            {
                next = stream.ReadByte();
            }
        }

        return next;
    }

    private static bool IsSpace(int value) => value is ' ' or (>= '\t' and <= '\r');
}
