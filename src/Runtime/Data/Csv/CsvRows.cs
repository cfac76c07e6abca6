using System;
using System.Globalization;
using System.IO;
using System.Numerics;

namespace GenNet;

/// <summary>The rows of a CSV file as numbers, one after the other. Allocates nothing per row.</summary>
internal sealed class CsvRows<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly CsvReader _reader;
    private readonly bool _header;
    private readonly long _firstLine;
    private bool _firstIsRead;

    /// <summary>Reads the header, or the first record, and finds the columns.</summary>
    /// <param name="source">Read from where it is.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="options">What the columns are.</param>
    /// <param name="withTargets">Whether rows have targets; the options must name them then, and none otherwise.</param>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    /// <exception cref="InvalidDataException">The text is empty, or has not the columns of the options.</exception>
    public CsvRows(TextReader source, string name, CsvOptions options, bool withTargets = true)
    {
        options.Check(withTargets);
        _header = options.Header;
        Classes = options.Label is null ? null : new CsvClasses(options.Classes);
        _reader = new CsvReader(source, name, options.Separator);
        if (!_reader.Read())
            throw new InvalidDataException($"{name}: empty: expected {(_header ? "a header and at least one row" : "at least one row")}.");
        _firstLine = _reader.Line;
        if (_reader.Count > CsvReader.MaxColumns)
            throw _reader.Error(CsvReader.MaxColumns, $"one too many: the line has {Fields(_reader.Count)}, expected at most {CsvReader.MaxColumns}");
        if (_header)
        {
            var columns = new string[_reader.Count];
            for (int i = 0; i < columns.Length; i++)
                columns[i] = _reader[i].ToString();
            _reader.Columns = columns;
        }

        _firstIsRead = !_header;
        Schema = new CsvSchema(name, _reader.Count, _reader.Columns, options);

        // And one more, for the message of a row that is too long.
        _reader.Kept = _reader.Count + 1;
    }

    /// <summary>Where the columns go.</summary>
    public CsvSchema Schema { get; }

    /// <summary>The classes of the label column; null where the targets are numbers.</summary>
    public CsvClasses? Classes { get; }

    /// <summary>Reads the next row; false at the end.</summary>
    /// <param name="inputs">[InputSize], overwritten.</param>
    /// <param name="targets">[TargetSize], overwritten; empty where there is a label.</param>
    /// <param name="label">The number of the class.</param>
    /// <exception cref="InvalidDataException">The row is malformed; the message has its line and column.</exception>
    public bool Read(Span<T> inputs, Span<T> targets, out int label)
    {
        label = 0;
        if (!_firstIsRead && !_reader.Read())
            return false;
        _firstIsRead = false;
        CheckCount();
        for (int i = 0; i < Schema.Count; i++)
        {
            (CsvRole role, int position) = Schema[i];
            if (role == CsvRole.Input)
                inputs[position] = Number(i);
            else if (role == CsvRole.Target)
                targets[position] = Number(i);
            else if (role == CsvRole.Label)
                label = Label(i);
        }

        return true;
    }

    /// <summary>The error of a file without rows.</summary>
    public InvalidDataException NoRows() => new($"{_reader.Name}: a header and no row: expected at least one.");

    private void CheckCount()
    {
        if (_reader.Count == Schema.Count)
            return;
        string expected = $"{Schema.Count} as in {(_header ? "the header" : "the first row")} (line {_firstLine})";
        throw _reader.Count < Schema.Count
            ? _reader.Error(_reader.Count, $"missing: the row has {Fields(_reader.Count)}, expected {expected}")
            : _reader.Error(Schema.Count, $"one too many: the row has {Fields(_reader.Count)}, expected {expected}");
    }

    private static string Fields(int count) => count == 1 ? "1 field" : $"{count} fields";

    private T Number(int field)
    {
        ReadOnlySpan<char> text = _reader[field];
        if (!T.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out T number))
        {
            string found = text.IsEmpty ? "an empty field" : $"'{Shortened(text)}'";
            string hint = _header || _reader.Line != _firstLine ? "" : "; if this is a header, set CsvOptions.Header";
            throw _reader.Error(field, $"{found} is not a number, expected one such as 1.5 or -2e-3{hint}");
        }

        return T.IsFinite(number) ? number : throw _reader.Error(field, $"'{Shortened(text)}' is not a finite number of type {typeof(T).Name}");
    }

    private int Label(int field)
    {
        ReadOnlySpan<char> text = _reader[field];
        if (text.IsEmpty)
            throw _reader.Error(field, "the label is empty, expected a class");
        int number = Classes!.NumberOf(text);
        return number >= 0 ? number : throw _reader.Error(field, $"'{Shortened(text)}' is none of the classes, which are {Classes}");
    }

    private static string Shortened(ReadOnlySpan<char> text) => text.Length <= 40 ? text.ToString() : $"{text[..40]}...";
}
