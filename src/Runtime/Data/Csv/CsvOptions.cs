using System;
using System.Collections.Generic;

namespace GenNet;

/// <summary>
/// What the columns of a CSV file are: the label (a class) or the targets (numbers), and which are ignored. All others
/// are inputs, in the order of the file, unless <see cref="Inputs"/> names them.
/// </summary>
/// <example><code>new CsvOptions { Label = "species" }   new CsvOptions { Targets = [^1], Header = false, Separator = ';' }</code></example>
public sealed record CsvOptions
{
    private readonly char _separator = ',';

    /// <summary>Whether the first record has the names of the columns; true by default.</summary>
    public bool Header { get; init; } = true;

    /// <summary>What stands between two fields; a comma by default.</summary>
    /// <exception cref="ArgumentException">The value is a quote or ends a line.</exception>
    public char Separator
    {
        get => _separator;
        init => _separator = value is not ('"' or '\r' or '\n') ? value : throw new ArgumentException("The separator cannot be a quote or the end of a line.", nameof(Separator));
    }

    /// <summary>The column with the class of each row, text or integer: it becomes a one-hot target row.</summary>
    public CsvColumn? Label { get; init; }

    /// <summary>The columns with numbers to predict, in the order in which they become the target row.</summary>
    public IReadOnlyList<CsvColumn> Targets { get; init; } = [];

    /// <summary>
    /// The columns that are inputs, in the order in which they become the input row; those that are nothing else are not read then. Null, the default, takes
    /// all that are nothing else, in the order of the file. A later file gets the columns of the training file, wherever it has them:
    /// <c>options with { Inputs = [.. train.InputNames] }</c>.
    /// </summary>
    public IReadOnlyList<CsvColumn>? Inputs { get; init; }

    /// <summary>The columns that are not read; they may hold anything.</summary>
    public IReadOnlyList<CsvColumn> Ignored { get; init; } = [];

    /// <summary>
    /// The classes in the order of the target row; another label is an error then. Null, the default, takes those that occur,
    /// sorted: as numbers where all are integers, by their UTF-16 code units otherwise. A test file gets the classes of the
    /// training file: <c>options with { Classes = train.ClassNames }</c>.
    /// </summary>
    public IReadOnlyList<string>? Classes { get; init; }

    /// <summary>Whether they contradict each other.</summary>
    /// <param name="withTargets">Whether a label or targets are needed; neither may be there otherwise.</param>
    internal void Check(bool withTargets)
    {
        if (!withTargets && (Label is not null || Targets.Count > 0))
            throw new ArgumentException("Inputs alone are read: CsvOptions.Label and CsvOptions.Targets have no effect; such columns of the file belong into CsvOptions.Ignored.", "options");
        if (withTargets && Label is null == (Targets.Count == 0))
            throw new ArgumentException(
                "CSV options need either a label or targets: set CsvOptions.Label for classes, or CsvOptions.Targets for numbers. Dataset.InputsFromCsv reads a file that has neither.", "options");
        if (Classes is not null && Label is null)
            throw new ArgumentException("CsvOptions.Classes are the classes of a label: set CsvOptions.Label too.", "options");
        if (Classes is { Count: 0 })
            throw new ArgumentException("CsvOptions.Classes is empty: give at least one class, or null for those that occur.", "options");
        if (Inputs is { Count: 0 })
            throw new ArgumentException("CsvOptions.Inputs is empty: give at least one column, or null for all that are nothing else.", "options");
        if (Header)
            return;
        foreach (CsvColumn column in (CsvColumn[])[.. Targets, .. Ignored, .. Inputs ?? [], .. Label is { } label ? [label] : Array.Empty<CsvColumn>()])
        {
            if (column.Name is not null)
                throw new ArgumentException($"Without a header there is no column {column}: give its position.", "options");
        }
    }
}
