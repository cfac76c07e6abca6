using System;
using System.IO;

namespace GenNet;

/// <summary>
/// The records of a text in the format of RFC 4180, one at a time: fields in quotes may hold separators, line ends and doubled
/// quotes; lines end with CR LF, LF or CR. Blank lines are passed over, blanks around fields without quotes do not count.
/// Allocates nothing per record once its buffers have grown.
/// </summary>
/// <remarks>It is our own, and strict, because the library has no dependencies and must stay trimmable: the common packages read
/// by reflection. These two hundred lines are the price.</remarks>
internal sealed class CsvReader(TextReader source, string name, char separator)
{
    /// <summary>More characters are not a record but a quote that is never closed.</summary>
    private const int MaxRecord = 1 << 24;

    /// <summary>More fields are not a record either; what a network of more inputs would need is beyond any memory.</summary>
    public const int MaxColumns = 1 << 20;

    private readonly char[] _buffer = new char[1 << 14];
    private int _position;
    private int _length;
    private bool _started;
    private long _line = 1;

    // The characters of the record, without quotes and separators, and where each field stands among them.
    private char[] _text = new char[256];
    private int _used;
    private Field[] _fields = new Field[16];
    private Field _current;

    /// <summary>What messages call the file.</summary>
    public string Name => name;

    /// <summary>The line on which the record begins, as an editor counts.</summary>
    public long Line { get; private set; }

    /// <summary>The fields of the record, also those that are not kept.</summary>
    public int Count { get; private set; }

    /// <summary>The fields that are kept; further ones are only counted.</summary>
    public int Kept { get; set; } = MaxColumns;

    /// <summary>The names of the columns, for messages; null where there are none.</summary>
    public string[]? Columns { get; set; }

    /// <summary>A field of the record; valid until the next record is read.</summary>
    public ReadOnlySpan<char> this[int field] => _text.AsSpan(_fields[field].Start, _fields[field].Length);

    /// <summary>Goes to the next record; false at the end.</summary>
    /// <exception cref="InvalidDataException">The record is not what RFC 4180 allows.</exception>
    public bool Read()
    {
        do
        {
            (Count, _used) = (0, 0);
            if (Peek() < 0)
                return false;
            Line = _line;
            while (ReadField())
            {
            }
        }
        while (Count == 1 && _fields[0] is { Length: 0, Quoted: false });
        return true;
    }

    /// <summary>The error of a field, with its line and column. The field may be missing.</summary>
    public InvalidDataException Error(int field, string problem)
    {
        long line = field == Count - 1 ? _current.Line : field < Math.Min(Count, Kept) ? _fields[field].Line : Line;
        string column = field < Columns?.Length ? $"{field + 1} '{Columns[field]}'" : $"{field + 1}";
        return new InvalidDataException($"{name}: line {line}, column {column}: {problem}.");
    }

    /// <summary>Reads a field and what ends it; true where a separator does, so that another follows.</summary>
    private bool ReadField()
    {
        bool quoted = Peek() == '"';
        _current = new Field(_used, 0, _line, quoted);
        if (Count < int.MaxValue)
            Count++;
        if (quoted)
            ReadQuoted();
        else
            ReadUnquoted();
        if (Count <= Kept)
            Keep();

        int end = Peek();
        if (end < 0)
            return false;
        _position++;
        if (end == separator)
            return true;
        EndLine(end);
        return false;
    }

    private void Keep()
    {
        if (Count > _fields.Length)
            Array.Resize(ref _fields, 2 * _fields.Length);
        _fields[Count - 1] = _current;
    }

    private void ReadUnquoted()
    {
        int start = _used;
        ReadOnlySpan<char> ends = [separator, '"', '\r', '\n'];
        while (Peek() >= 0)
        {
            ReadOnlySpan<char> rest = _buffer.AsSpan(_position, _length - _position);
            int end = rest.IndexOfAny(ends);
            Append(end < 0 ? rest : rest[..end]);
            _position += end < 0 ? rest.Length : end;
            if (end >= 0)
                break;
        }

        if (Peek() == '"')
            throw Error(Count - 1, "a quote in a field that does not begin with one: put the whole field into quotes, and write each quote in it twice");
        while (_used > start && _text[_used - 1] is ' ' or '\t')
            _used--;
        while (start < _used && _text[start] is ' ' or '\t')
            start++;
        _current = _current with { Start = start, Length = _used - start };
    }

    private void ReadQuoted()
    {
        int start = _used;
        _position++;
        while (true)
        {
            int next = Peek();
            if (next < 0)
                throw Error(Count - 1, "the quote that begins here is never closed");
            _position++;
            if (next == '"')
            {
                if (Peek() != '"')
                    break;
                _position++;
            }

            Append([(char)next]);
            if (next is '\r' or '\n')
                EndLine(next, keep: true);
        }

        _current = _current with { Length = _used - start };
        int end = Peek();
        if (end >= 0 && end != separator && end is not ('\r' or '\n'))
            throw Error(Count - 1, $"'{(char)end}' after the closing quote, expected '{separator}' or the end of the line");
    }

    /// <summary>Counts a line whose first end character has been taken, and takes the second of CR LF.</summary>
    private void EndLine(int first, bool keep = false)
    {
        _line++;
        if (first != '\r' || Peek() != '\n')
            return;
        _position++;
        if (keep)
            Append("\n");
    }

    private void Append(ReadOnlySpan<char> characters)
    {
        if (Count > Kept)
            return;
        if (_used + characters.Length > MaxRecord)
            throw Error(Count - 1, $"the record that begins in line {Line} has more than {MaxRecord} characters; is a quote not closed?");
        if (_used + characters.Length > _text.Length)
            Array.Resize(ref _text, Math.Max(2 * _text.Length, _used + characters.Length));
        characters.CopyTo(_text.AsSpan(_used));
        _used += characters.Length;
    }

    /// <summary>The next character, or -1 at the end.</summary>
    private int Peek()
    {
        while (_position == _length)
        {
            _position = 0;
            _length = source.Read(_buffer, 0, _buffer.Length);
            if (_length == 0)
                return -1;

            // A byte order mark that the decoder has left is no part of the first name. It may come alone.
            if (!_started && _buffer[0] == '\uFEFF')
                _position = 1;
            _started = true;
        }

        return _buffer[_position];
    }

    private readonly record struct Field(int Start, int Length, long Line, bool Quoted);
}
