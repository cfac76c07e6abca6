using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Numerics;

namespace GenNet;

/// <summary>Makes data streams from files and sequences.</summary>
[SuppressMessage("Naming", "CA1711", Justification = "A stream of samples is what the field calls it.")]
public static partial class DataStream
{
    /// <summary>The rows of a sequence, which is gone through anew in each pass. Rows may use the same memory again: they are copied at once.</summary>
    /// <param name="rows">The inputs and targets of each row.</param>
    /// <param name="inputSize">The numbers of one input row, at least 1.</param>
    /// <param name="targetSize">The numbers of one target row, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is below 1.</exception>
    /// <remarks>While it is read, a row of another size is an <see cref="InvalidDataException"/> that names it.</remarks>
    public static DataStream<T> FromRows<T>(IEnumerable<(ReadOnlyMemory<T> Inputs, ReadOnlyMemory<T> Targets)> rows, int inputSize, int targetSize)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(rows);
        return new SequenceStream<T>(rows, inputSize, targetSize);
    }

    /// <summary>The rows of a CSV file, as <see cref="Dataset.FromCsv(string, CsvOptions)"/> reads them.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="path">The file; it is opened once here, to find its columns, and then in each pass.</param>
    /// <param name="options">Which column is the label, or which are the targets. A label needs <see cref="CsvOptions.Classes"/>.</param>
    /// <exception cref="ArgumentException">The options contradict each other, or a label has no classes.</exception>
    /// <exception cref="InvalidDataException">The file is empty, or has no such column. While it is read: a line is malformed.</exception>
    /// <exception cref="IOException">It is a folder, or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static DataStream<T> FromCsv<T>(string path, CsvOptions options)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(options);
        if (options is { Label: not null, Classes: null })
            throw new ArgumentException("A label that is read as a stream needs CsvOptions.Classes: which classes occur is not known before the end.", nameof(options));
        using CsvStreamReader<T> reader = new(path, options);
        return new CsvStream<T>(path, options, reader.InputSize, reader.TargetSize);
    }

    /// <summary>The images and labels of IDX files, plain or .gz, as <see cref="Dataset.FromIdx(string, string, int)"/> reads them.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="imagesPath">Unsigned bytes, [n, ...]; each image becomes a row, its bytes divided by 255.</param>
    /// <param name="labelsPath">Unsigned bytes, [n]; each becomes a one-hot row.</param>
    /// <param name="classes">The number of classes: the length of a target row.</param>
    /// <exception cref="InvalidDataException">A header is damaged or of another type, the counts differ, or a file that is not compressed has another
    /// length than its header says. While it is read: a compressed file is truncated, goes on or is damaged, or a label is none of the classes.</exception>
    /// <exception cref="IOException">A file is a folder, or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    public static DataStream<T> FromIdx<T>(string imagesPath, string labelsPath, int classes = 10)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentException.ThrowIfNullOrEmpty(imagesPath);
        ArgumentException.ThrowIfNullOrEmpty(labelsPath);
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        using IdxStreamReader<T> reader = new(imagesPath, labelsPath, classes);
        return new IdxStream<T>(imagesPath, labelsPath, reader.InputSize, classes);
    }
}
