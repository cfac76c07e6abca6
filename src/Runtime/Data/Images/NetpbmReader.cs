using System.IO;

namespace GenNet;

/// <summary>The parts of a PGM or PPM file, one after the other.</summary>
/// <param name="stream">The file.</param>
/// <param name="name">What messages call it.</param>
internal sealed class NetpbmReader(Stream stream, string name)
{
    private const int End = -1;

    private readonly byte[] _buffer = new byte[4096];
    private int _at;
    private int _filled;

    /// <summary>The first two characters.</summary>
    public string Magic()
    {
        int first = Next(), second = Next();
        return string.Concat(Text(first), Text(second));
    }

    /// <summary>The next number in digits, behind white space and comments; one character behind it is read too.</summary>
    public int Number(string what, int least, int most)
    {
        int character = Next();
        while (character is ' ' or '\t' or '\n' or '\v' or '\f' or '\r' or '#')
        {
            if (character == '#')
                SkipLine();
            character = Next();
        }

        if (character == End)
            throw new InvalidDataException($"{name}: truncated: expected a {what}, found the end of the file.");
        long number = 0;
        bool hasDigits = false;
        for (; character is >= '0' and <= '9'; character = Next(), hasDigits = true)
            number = number > most ? number : 10 * number + (character - '0');
        if (character == '#')
            SkipLine();
        else if (!hasDigits || character is not (' ' or '\t' or '\n' or '\v' or '\f' or '\r' or End))
            throw new InvalidDataException($"{name}: expected a {what} in digits, found '{Text(character)}'.");
        if (number < least || number > most)
            throw new InvalidDataException($"{name}: expected a {what} from {least} to {most}, found {(number > most ? "more" : number)}.");
        return (int)number;
    }

    /// <summary>The next number in one byte, or in two with the higher first where numbers may be above 255.</summary>
    public int Binary(int most, int number)
    {
        int value = Byte(number);
        if (most > byte.MaxValue)
            value = value << 8 | Byte(number);
        return value <= most ? value : throw new InvalidDataException($"{name}: expected numbers from 0 to {most}, found {value} at number {number}.");
    }

    private int Byte(int number)
    {
        int value = Next();
        return value != End ? value : throw new InvalidDataException($"{name}: truncated: the file ends before number {number} of the image.");
    }

    private void SkipLine()
    {
        int character;
        do
            character = Next();
        while (character is not ('\n' or '\r' or End));
    }

    private int Next()
    {
        if (_at == _filled)
        {
            _filled = stream.Read(_buffer);
            _at = 0;
            if (_filled == 0)
                return End;
        }

        return _buffer[_at++];
    }

    private static string Text(int character) => character switch
    {
        End => "the end of the file",
        >= ' ' and <= '~' => ((char)character).ToString(),
        _ => $"\\x{character:X2}",
    };
}
