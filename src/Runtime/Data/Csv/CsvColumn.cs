using System;

namespace GenNet;

/// <summary>A column of a CSV file: by its name in the header, or by its position from 0, from the end with <c>^1</c>.
/// Strings, integers and indices convert by themselves.</summary>
public readonly record struct CsvColumn
{
    private readonly Index _index;

    /// <summary>The column of this name in the header.</summary>
    /// <exception cref="ArgumentException">The name is null or empty.</exception>
    public CsvColumn(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
    }

    /// <summary>The column at this position: 0 is the first, ^1 the last.</summary>
    public CsvColumn(Index index) => _index = index;

    /// <summary>The name; null for a column given by its position.</summary>
    public string? Name { get; }

    /// <summary>The position; without meaning for a column given by its name.</summary>
    public Index Index => _index;

    /// <summary>The column of a name.</summary>
    public static implicit operator CsvColumn(string name) => new(name);

    /// <summary>The column at a position.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The position is negative.</exception>
    public static implicit operator CsvColumn(int index) => new((Index)index);

    /// <summary>The column at a position.</summary>
    public static implicit operator CsvColumn(Index index) => new(index);

    /// <summary>For messages: <c>'width'</c>, or <c>number 3</c>, which is position 2.</summary>
    public override string ToString() =>
        Name is not null ? $"'{Name}'" : _index.IsFromEnd ? $"number {_index.Value} from the end" : $"number {_index.Value + 1}";
}
