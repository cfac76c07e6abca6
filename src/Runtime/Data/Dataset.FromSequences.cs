using System;
using System.Collections.Generic;

namespace GenNet;

public sealed partial class Dataset<T>
{
    /// <summary>
    /// Sequences of different lengths as rows of a network whose [Input] has Lengths = true: each with zeros behind its steps, and then the number of its steps.
    /// </summary>
    /// <param name="inputs">The sequences, each of whole steps, at least one.</param>
    /// <param name="targets">The target of each: <paramref name="targetSize"/> numbers, or where every step has a target those of its steps, behind which zeros are written that count in nothing.</param>
    /// <param name="steps">The most steps that a sequence has.</param>
    /// <param name="features">The numbers of a step; 1 of tokens.</param>
    /// <param name="targetSize">The numbers of a target row.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is below 1.</exception>
    /// <exception cref="ArgumentException">There is none, there are not as many targets, a sequence has no whole steps or too many, or a target is too long.</exception>
    public static Dataset<T> FromSequences(IReadOnlyList<ReadOnlyMemory<T>> inputs, IReadOnlyList<ReadOnlyMemory<T>> targets, int steps, int features, int targetSize)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(targets);
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(features, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(targetSize, 1);
        if (targets.Count != inputs.Count)
            throw new ArgumentException($"There are {inputs.Count} sequences but {targets.Count} targets.", nameof(targets));
        int size = checked(steps * features + 1);
        T[] rows = new T[checked(inputs.Count * size)], targetRows = new T[checked(inputs.Count * targetSize)];
        for (int row = 0; row < inputs.Count; row++)
        {
            int length = inputs[row].Length / features;
            if (length < 1 || length > steps || length * features != inputs[row].Length)
                throw new ArgumentException($"Sequence {row} has {inputs[row].Length} numbers: expected whole steps of {features}, from 1 to {steps} of them.", nameof(inputs));
            if (targets[row].IsEmpty || targets[row].Length > targetSize)
                throw new ArgumentException($"The target of sequence {row} has {targets[row].Length} numbers, expected {targetSize}, or those of its steps.", nameof(targets));
            inputs[row].Span.CopyTo(rows.AsSpan(row * size));
            rows[(row + 1) * size - 1] = T.CreateTruncating(length);
            targets[row].Span.CopyTo(targetRows.AsSpan(row * targetSize));
        }

        return new Dataset<T>(rows, targetRows, size, targetSize);
    }
}
