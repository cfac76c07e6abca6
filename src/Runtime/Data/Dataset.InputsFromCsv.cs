using System;
using System.IO;
using System.Numerics;

namespace GenNet;

// Rows that a network is to be asked about: their targets are not known.
public static partial class Dataset
{
    /// <summary>The float inputs of a CSV file that has no targets, or whose targets are not of interest.</summary>
    /// <param name="path">The file, UTF-8 unless a byte order mark says otherwise.</param>
    /// <param name="options">Which columns are the inputs, without a label or targets. Null takes all columns of a file with a header. With those of the training
    /// data, <c>new CsvOptions { Inputs = [.. train.InputNames] }</c>, they may stand in another order, and others beside them.</param>
    /// <returns>[rows x inputs], in the order of the file: what <c>Forward</c> takes.</returns>
    /// <exception cref="ArgumentException">The options contradict each other, or name a label or targets.</exception>
    /// <exception cref="InvalidDataException">The file is empty or malformed, has more than 1,048,576 columns, or no such column; the message has the line, as an
    /// editor counts it, and the column's number, from 1, and name.</exception>
    /// <exception cref="IOException">It is a folder, or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static float[] InputsFromCsv(string path, CsvOptions? options = null) => InputsFromCsv<float>(path, options);

    /// <inheritdoc cref="InputsFromCsv(string, CsvOptions)"/>
    /// <summary>The inputs of a CSV file that has no targets, or whose targets are not of interest.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    public static T[] InputsFromCsv<T>(string path, CsvOptions? options = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var reader = new StreamReader(InputFile.Open(path));
        return InputsFromCsv<T>(reader, options, path);
    }

    /// <summary>The float inputs in the rest of a text in the format of a CSV file.</summary>
    /// <param name="reader">Read to its end and left open.</param>
    /// <param name="options">Which columns are the inputs, without a label or targets. Null takes all columns of a text with a header.</param>
    /// <param name="name">What messages call it.</param>
    /// <returns>[rows x inputs], in the order of the text.</returns>
    /// <exception cref="ArgumentException">The options contradict each other, or name a label or targets.</exception>
    /// <exception cref="InvalidDataException">The text is empty or malformed, or has no such column.</exception>
    public static float[] InputsFromCsv(TextReader reader, CsvOptions? options = null, string name = "the text") => InputsFromCsv<float>(reader, options, name);

    /// <inheritdoc cref="InputsFromCsv(TextReader, CsvOptions, string)"/>
    /// <summary>The inputs in the rest of a text in the format of a CSV file.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    public static T[] InputsFromCsv<T>(TextReader reader, CsvOptions? options = null, string name = "the text")
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentException.ThrowIfNullOrEmpty(name);
        var rows = new CsvRows<T>(reader, name, options ?? new CsvOptions(), withTargets: false);
        var inputs = new GrowingRows<T>(rows.Schema.InputSize, name);
        while (rows.Read(inputs.Next(), [], out _))
            inputs.Keep();
        return inputs.Count > 0 ? inputs.Memory.ToArray() : throw rows.NoRows();
    }
}
