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

    /// <summary>For each column where its number goes.</summary>
    private readonly (CsvRole Role, int Position)[] _columns;

    /// <summary>Finds the columns of the options in a file of so many columns, with these names, if it has names.</summary>
    /// <exception cref="InvalidDataException">There is no such column, one has two roles, or none is left for the inputs.</exception>
    public CsvSchema(string file, int count, string[]? header, CsvOptions options)
    {
        _file = file;
        _header = header;
        _columns = new (CsvRole, int)[count];
        if (options.Label is { } label)
            Assign(label, CsvRole.Label, 0);
        for (int i = 0; i < options.Targets.Count; i++)
            Assign(options.Targets[i], CsvRole.Target, i);
        foreach (CsvColumn column in options.Ignored)
            Assign(column, CsvRole.Ignored, 0);
        TargetSize = options.Targets.Count;

        var names = ImmutableArray.CreateBuilder<string>();
        for (int i = 0; i < count; i++)
        {
            if (_columns[i].Role != CsvRole.Input)
                continue;
            _columns[i].Position = InputSize++;
            if (header is not null)
                names.Add(header[i]);
        }

        if (InputSize == 0)
            throw new InvalidDataException($"{file}: no column is left for the inputs: {Describe()}.");
        InputNames = names.ToImmutable();
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
        if (_columns[index].Role != CsvRole.Input)
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

    private string Describe() => _header is null
        ? $"the file has {Count}"
        : $"the file has {Count}: {string.Join(", ", _header.Take(20).Select(name => $"'{name}'"))}{(Count > 20 ? ", ..." : "")}";
}

/// <summary>What a column is.</summary>
internal enum CsvRole
{
    /// <summary>A number for the network.</summary>
    Input,

    /// <summary>A number to predict.</summary>
    Target,

    /// <summary>A class to predict.</summary>
    Label,

    /// <summary>Not read.</summary>
    Ignored,
}
