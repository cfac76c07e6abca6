using System;
using System.Globalization;
using System.Text;

namespace GenNet;

/// <summary>
/// A JSON text (RFC 8259), read from front to back by one who knows what must come. The generator has no JSON library to rely
/// on and must not judge a file otherwise than the runtime does, so both read with this.
/// </summary>
internal sealed class JsonText(byte[] text)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private int _position;

    /// <summary>The first character of the value that follows, which stays where it is.</summary>
    /// <exception cref="FormatException">No value begins here.</exception>
    public char Peek() => Next() switch
    {
        (byte)'{' or (byte)'[' or (byte)'"' or (byte)'-' or (>= (byte)'0' and <= (byte)'9') or (byte)'t' or (byte)'f' or (byte)'n' => (char)text[_position],
        _ => throw Unexpected("a value"),
    };

    /// <summary>Takes a sign such as a brace.</summary>
    /// <exception cref="FormatException">Something else follows.</exception>
    public void Take(char sign)
    {
        if (!TryTake(sign))
            throw Unexpected($"'{sign}'");
    }

    /// <summary>Takes a sign, if it follows.</summary>
    public bool TryTake(char sign)
    {
        if (Next() != sign)
            return false;
        _position++;
        return true;
    }

    /// <summary>Whether an object or array goes on: takes a comma, or the sign that closes it.</summary>
    /// <exception cref="FormatException">Neither follows.</exception>
    public bool TakeComma(char close)
    {
        if (TryTake(','))
            return true;
        return TryTake(close) ? false : throw Unexpected($"',' or '{close}'");
    }

    /// <summary>Checks that nothing but white space follows.</summary>
    /// <exception cref="FormatException">Something does.</exception>
    public void End()
    {
        if (Next() >= 0)
            throw Unexpected("the end");
    }

    /// <summary>Takes a number that is whole and not negative; false where it is another or too large for the type.</summary>
    /// <exception cref="FormatException">It is none that JSON allows.</exception>
    public bool TryTakeWhole(out long number)
    {
        number = 0;
        int start = _position;
        for (; _position < text.Length && text[_position] is >= (byte)'0' and <= (byte)'9'; _position++)
        {
            int digit = text[_position] - '0';
            if (number > (long.MaxValue - digit) / 10)
                return false;
            number = number * 10 + digit;
        }

        if (_position > start + 1 && text[start] == '0')
            throw new FormatException($"a number with leading zeros at byte {start}");
        return _position > start && (_position == text.Length || text[_position] is not ((byte)'.' or (byte)'e' or (byte)'E'));
    }

    /// <summary>Takes a string.</summary>
    /// <exception cref="FormatException">None follows, it has no end, or its characters are none.</exception>
    public string TakeString()
    {
        Take('"');
        StringBuilder? escaped = null;
        for (int start = _position; ; _position++)
        {
            int next = _position < text.Length ? text[_position] : -1;
            if (next < ' ')
                throw Unexpected("the end of a string");
            if (next is not ('"' or '\\'))
                continue;
            string part = Decode(start);
            _position++;
            if (next == '"')
                return escaped is null ? part : escaped.Append(part).ToString();
            (escaped ??= new StringBuilder()).Append(part);
            TakeEscape(escaped);
            start = _position--;
        }
    }

    private void TakeEscape(StringBuilder result)
    {
        int escape = _position < text.Length ? text[_position] : -1;
        char plain = escape switch
        {
            '"' or '\\' or '/' => (char)escape,
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => '\0',
            _ => throw Unexpected("an escape sequence"),
        };
        _position++;
        if (escape == 'u')
            TakeUnicode(result);
        else
            result.Append(plain);
    }

    /// <summary>The four digits behind \u and, where they are the first half of a pair, the second half.</summary>
    private void TakeUnicode(StringBuilder result)
    {
        char first = TakeHexadecimal();
        if (!char.IsSurrogate(first))
        {
            result.Append(first);
            return;
        }

        if (!char.IsHighSurrogate(first) || !Follows('\\') || !Follows('u'))
            throw Unexpected("both halves of a surrogate pair");
        char second = TakeHexadecimal();
        if (!char.IsLowSurrogate(second))
            throw Unexpected("both halves of a surrogate pair");
        result.Append(first).Append(second);
    }

    private char TakeHexadecimal()
    {
        int value = 0;
        for (int i = 0; i < 4; i++, _position++)
        {
            int digit = _position < text.Length ? text[_position] : -1;
            value = value * 16 + digit switch
            {
                >= '0' and <= '9' => digit - '0',
                >= 'a' and <= 'f' => digit - 'a' + 10,
                >= 'A' and <= 'F' => digit - 'A' + 10,
                _ => throw Unexpected("a hexadecimal digit"),
            };
        }

        return (char)value;
    }

    /// <summary>Takes a character right here, if it is the one.</summary>
    private bool Follows(char sign)
    {
        if (_position == text.Length || text[_position] != sign)
            return false;
        _position++;
        return true;
    }

    private string Decode(int start)
    {
        try
        {
            return Strict.GetString(text, start, _position - start);
        }
        catch (DecoderFallbackException e)
        {
            throw new FormatException($"the string at byte {start.ToString(CultureInfo.InvariantCulture)} is no UTF-8", e);
        }
    }

    /// <summary>The next byte behind white space, or -1.</summary>
    private int Next()
    {
        while (_position < text.Length && text[_position] is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r')
            _position++;
        return _position < text.Length ? text[_position] : -1;
    }

    private FormatException Unexpected(string expected) => new(
        $"expected {expected} at byte {_position.ToString(CultureInfo.InvariantCulture)}, found {(_position == text.Length ? "the end" : $"0x{text[_position]:X2}")}");
}
