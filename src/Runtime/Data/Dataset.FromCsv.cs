using System;
using System.Collections.Immutable;
using System.IO;
using System.Numerics;

namespace GenNet;

// The numbers of CSV files, in memory as a whole; DataStream.FromCsv reads them batch by batch.
public static partial class Dataset
{
    /// <summary>A float data set of the rows of a CSV file (RFC 4180; numbers with a decimal point, whatever the culture).</summary>
    /// <param name="path">The file, UTF-8 unless a byte order mark says otherwise.</param>
    /// <param name="options">Which column is the label, or which are the targets.</param>
    /// <returns>The rows in the order of the file. <see cref="Dataset{T}.InputNames"/> has the names of the columns,
    /// <see cref="Dataset{T}.ClassNames"/> the classes of a label.</returns>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    /// <exception cref="InvalidDataException">The file is empty or malformed, has more than 1,048,576 columns, or no such column; the message has the line, as an
    /// editor counts it, and the column's number, from 1, and name.</exception>
    /// <exception cref="IOException">It is a folder, or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static Dataset<float> FromCsv(string path, CsvOptions options) => FromCsv<float>(path, options);

    /// <inheritdoc cref="FromCsv(string, CsvOptions)"/>
    /// <summary>A data set of the rows of a CSV file (RFC 4180; numbers with a decimal point, whatever the culture).</summary>
    /// <typeparam name="T">float or double.</typeparam>
    public static Dataset<T> FromCsv<T>(string path, CsvOptions options)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var reader = new StreamReader(InputFile.Open(path));
        return FromCsv<T>(reader, options, path);
    }

    /// <summary>A float data set of the rest of a text in the format of a CSV file.</summary>
    /// <param name="reader">Read to its end and left open.</param>
    /// <param name="options">Which column is the label, or which are the targets.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    /// <exception cref="InvalidDataException">The text is empty or malformed, or has no such column.</exception>
    public static Dataset<float> FromCsv(TextReader reader, CsvOptions options, string name = "the text") => FromCsv<float>(reader, options, name);

    /// <inheritdoc cref="FromCsv(TextReader, CsvOptions, string)"/>
    /// <summary>A data set of the rest of a text in the format of a CSV file.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    public static Dataset<T> FromCsv<T>(TextReader reader, CsvOptions options, string name = "the text")
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentException.ThrowIfNullOrEmpty(name);
        var rows = new CsvRows<T>(reader, name, options);
        var inputs = new GrowingRows<T>(rows.Schema.InputSize, name);
        var targets = new GrowingRows<T>(rows.Schema.TargetSize, name);
        var labels = new GrowingRows<int>(1, name);
        while (rows.Read(inputs.Next(), targets.Next(), out int label))
        {
            inputs.Keep();
            targets.Keep();
            labels.Next()[0] = label;
            labels.Keep();
        }

        if (inputs.Count == 0)
            throw rows.NoRows();
        if (rows.Classes is null)
            return new Dataset<T>(inputs.Memory, targets.Memory, rows.Schema.InputSize, rows.Schema.TargetSize) { InputNames = rows.Schema.InputNames };

        (ImmutableArray<string> names, int[] places) = rows.Classes.Order();
        foreach (ref int label in labels.Memory.Span)
            label = places[label];
        if ((long)inputs.Count * names.Length > Array.MaxLength)
            throw GrowingRows<T>.TooLarge(name, inputs.Count);
        T[] oneHot = OneHot.Encode<T>(labels.Memory.Span, names.Length);
        return new Dataset<T>(inputs.Memory, oneHot, rows.Schema.InputSize, names.Length) { InputNames = rows.Schema.InputNames, ClassNames = names };
    }
}
