using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;

namespace GenNet;

/// <summary>Which column of a CSV file goes where.</summary>
internal sealed class CsvSchema
{
    private readonly string _file;
    private readonly string[]? _header;
    private readonly char _separator;

    /// <summary>For each column where its number goes.</summary>
    private readonly (CsvRole Role, int Position)[] _columns;

    /// <summary>Finds the columns of the options in a file of so many columns, with these names, if it has names.</summary>
    /// <exception cref="InvalidDataException">There is no such column, one has two roles, or none is left for the inputs.</exception>
    public CsvSchema(string file, int count, string[]? header, CsvOptions options)
    {
        _file = file;
        _header = header;
        _separator = options.Separator;
        _columns = new (CsvRole, int)[count];
        if (options.Label is { } label)
            Assign(label, CsvRole.Label, 0);
        for (int i = 0; i < options.Targets.Count; i++)
            Assign(options.Targets[i], CsvRole.Target, i);
        foreach (CsvColumn column in options.Ignored)
            Assign(column, CsvRole.Ignored, 0);
        TargetSize = options.Targets.Count;
        for (int i = 0; i < options.Inputs?.Count; i++)
            Assign(options.Inputs[i], CsvRole.Input, i);

        InputSize = options.Inputs?.Count ?? 0;
        foreach (ref (CsvRole Role, int Position) column in _columns.AsSpan())
        {
            if (column.Role == CsvRole.None)
                column = options.Inputs is null ? (CsvRole.Input, InputSize++) : (CsvRole.Ignored, 0);
        }

        if (InputSize == 0)
            throw new InvalidDataException($"{file}: no column is left for the inputs: {Describe()}.");
        InputNames = header is null ? [] : [.. Enumerable.Range(0, count).Where(i => _columns[i].Role == CsvRole.Input).OrderBy(i => _columns[i].Position).Select(i => header[i])];
    }

    /// <summary>The columns.</summary>
    public int Count => _columns.Length;

    /// <summary>The columns that are inputs.</summary>
    public int InputSize { get; }

    /// <summary>The columns that are targets.</summary>
    public int TargetSize { get; }

    /// <summary>The names of the inputs; none without a header.</summary>
    public ImmutableArray<string> InputNames { get; }

    /// <summary>Where the number of a column goes.</summary>
    public (CsvRole Role, int Position) this[int column] => _columns[column];

    private void Assign(CsvColumn column, CsvRole role, int position)
    {
        int index = Find(column);
        if (_columns[index].Role != CsvRole.None)
            throw new InvalidDataException($"{_file}: column {column} is given twice: as {_columns[index].Role} and as {role}.");
        _columns[index] = (role, position);
    }

    private int Find(CsvColumn column)
    {
        if (column.Name is null)
        {
            int offset = column.Index.GetOffset(Count);
            return offset >= 0 && offset < Count ? offset : throw new InvalidDataException($"{_file}: there is no column {column}: {Describe()}.");
        }

        List<int> found = [.. Enumerable.Range(0, Count).Where(i => _header![i] == column.Name)];
        return found.Count switch
        {
            1 => found[0],
            0 => throw new InvalidDataException($"{_file}: there is no column {column}: {Describe()}."),
            _ => throw new InvalidDataException($"{_file}: the name {column} stands in the header {found.Count} times, in columns {string.Join(", ", found.Select(i => i + 1))}: give the position."),
        };
    }

    private string Describe()
    {
        string names = _header is null ? "" : $": {string.Join(", ", _header.Take(20).Select(name => $"'{name}'"))}{(Count > 20 ? ", ..." : "")}";
        return $"the file has {Count}{names}{SeparatorHint()}";
    }

    /// <summary>A file of one column is often one of several, with something else between them.</summary>
    private string SeparatorHint()
    {
        int place = Count == 1 && _header is not null ? _header[0].AsSpan().IndexOfAny(";\t,|") : -1;
        return place < 0 || _header![0][place] == _separator
            ? ""
            : $"; fields are separated by '{_separator}': set CsvOptions.Separator if it should be {(_header[0][place] == '\t' ? "a tab" : $"'{_header[0][place]}'")}";
    }
}

/// <summary>What a column is.</summary>
internal enum CsvRole
{
    /// <summary>The options do not say.</summary>
    None,

    /// <summary>A number for the network.</summary>
    Input,

    /// <summary>A number to predict.</summary>
    Target,

    /// <summary>A class to predict.</summary>
    Label,

    /// <summary>Not read.</summary>
    Ignored,
}
