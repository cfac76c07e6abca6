using System;

namespace GenNet;

public sealed partial class Dataset<T>
{
    /// <summary>
    /// A long series as rows for fits that carry the state of recurrent layers (<see cref="FitOptions{T}.CarryState"/>): it is cut into as many parts as a batch has rows, and each part into rows.
    /// In batches of so many rows, unshuffled, each row then goes on where the same row of the batch before has ended.
    /// </summary>
    /// <param name="inputs">The series, [n x <paramref name="inputSize"/>], step after step.</param>
    /// <param name="targets">Its targets, [n x <paramref name="targetSize"/>].</param>
    /// <param name="inputSize">The numbers of an input row, which are those of some steps.</param>
    /// <param name="targetSize">The numbers of a target row, for the same steps.</param>
    /// <param name="batchSize">The rows of a batch. What is left of the series where it is divided by them is left out.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is below 1.</exception>
    /// <exception cref="ArgumentException">A row is incomplete, there are not as many targets, or fewer rows than a batch has.</exception>
    public static Dataset<T> FromSeries(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, int inputSize, int targetSize, int batchSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(targetSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        int count = Rows(inputs.Length, inputSize, nameof(inputs)), ofTargets = Rows(targets.Length, targetSize, nameof(targets)), batches = count / batchSize;
        if (ofTargets != count)
            throw new ArgumentException($"There are {count} rows of inputs ({inputs.Length} / {inputSize}) but {ofTargets} rows of targets ({targets.Length} / {targetSize}).", nameof(targets));
        if (batches == 0)
            throw new ArgumentException($"The series has {count} rows of {inputSize} numbers, expected at least the {batchSize} of a batch: make batches or rows smaller.", nameof(inputs));
        return new Dataset<T>(InLanes(inputs, inputSize, batches, batchSize), InLanes(targets, targetSize, batches, batchSize), inputSize, targetSize);
    }

    /// <summary>Row r of batch b is row b of part r.</summary>
    private static T[] InLanes(ReadOnlySpan<T> series, int size, int batches, int batchSize)
    {
        var rows = new T[batches * batchSize * size];
        for (int row = 0; row < batches * batchSize; row++)
            series.Slice((row % batchSize * batches + row / batchSize) * size, size).CopyTo(rows.AsSpan(row * size));
        return rows;
    }
}
