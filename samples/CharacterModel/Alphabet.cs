using System;
using System.IO;
using System.Linq;

namespace CharacterModel;

/// <summary>The characters that the networks know, and their numbers: the end of a line is 0, then come the printable characters of ASCII.</summary>
internal static class Alphabet
{
    /// <summary>How many there are.</summary>
    public const int Size = 1 + Last - First + 1;

    private const char First = ' ', Last = '~';

    /// <summary>The numbers of the characters of a text.</summary>
    /// <param name="text">The text; both kinds of line ends are one.</param>
    /// <param name="source">Where it comes from, for the message.</param>
    /// <exception cref="InvalidDataException">It has a character that is none of them.</exception>
    public static float[] Encode(string text, string source)
    {
        text = text.Replace("\r\n", "\n", StringComparison.Ordinal);
        int unknown = text.AsSpan().IndexOfAnyExcept(Known);
        if (unknown >= 0)
        {
            throw new InvalidDataException(
                $"{source}: line {text.AsSpan(0, unknown).Count('\n') + 1} has the character '{text[unknown]}' (U+{(int)text[unknown]:X4}). The networks know the printable characters of ASCII and "
                + "the ends of lines: replace it, or widen Alphabet.cs.");
        }

        return [.. text.Select(character => (float)Number(character))];
    }

    /// <summary>The character of a number.</summary>
    public static char Decode(int number) => number == 0 ? '\n' : (char)(First + number - 1);

    private static readonly System.Buffers.SearchValues<char> Known = System.Buffers.SearchValues.Create([.. Enumerable.Range(0, Size).Select(Decode)]);

    private static int Number(char character) => character == '\n' ? 0 : character - First + 1;
}
