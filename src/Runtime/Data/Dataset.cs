using System;
using System.Collections.Immutable;
using System.Numerics;

namespace GenNet;

/// <summary>Samples in memory: rows of inputs and, for each, a row of targets. Immutable; parts of it share its memory.</summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed partial class Dataset<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ReadOnlyMemory<T> _inputs;
    private readonly ReadOnlyMemory<T> _targets;
    private readonly ImmutableArray<string> _inputNames = [];
    private readonly ImmutableArray<string> _classNames = [];

    /// <summary>A data set over the given arrays, which are kept, not copied.</summary>
    /// <param name="inputs">[Count x <paramref name="inputSize"/>], row after row.</param>
    /// <param name="targets">[Count x <paramref name="targetSize"/>], row after row.</param>
    /// <param name="inputSize">The numbers of one input row, at least 1.</param>
    /// <param name="targetSize">The numbers of one target row, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is below 1.</exception>
    /// <exception cref="ArgumentException">There is no row, a row is incomplete, or inputs and targets have different numbers of rows.</exception>
    public Dataset(ReadOnlyMemory<T> inputs, ReadOnlyMemory<T> targets, int inputSize, int targetSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(targetSize, 1);
        Count = Rows(inputs.Length, inputSize, nameof(inputs));
        int targetRows = Rows(targets.Length, targetSize, nameof(targets));
        if (targetRows != Count)
            throw new ArgumentException($"There are {Count} rows of inputs ({inputs.Length} / {inputSize}) but {targetRows} rows of targets ({targets.Length} / {targetSize}).", nameof(targets));
        if (Count == 0)
            throw new ArgumentException("A data set needs at least one row, got none.", nameof(inputs));
        _inputs = inputs;
        _targets = targets;
        InputSize = inputSize;
        TargetSize = targetSize;
    }

    /// <inheritdoc cref="Dataset{T}(ReadOnlyMemory{T}, ReadOnlyMemory{T}, int, int)"/>
    /// <remarks>For rows that are written in place: a collection expression, <c>[0, 1]</c>, makes an array.</remarks>
    public Dataset(T[] inputs, T[] targets, int inputSize, int targetSize)
        : this(new ReadOnlyMemory<T>(inputs), new ReadOnlyMemory<T>(targets), inputSize, targetSize)
    {
    }

    /// <summary>The number of rows, at least 1.</summary>
    public int Count { get; }

    /// <summary>The numbers of one input row.</summary>
    public int InputSize { get; }

    /// <summary>The numbers of one target row.</summary>
    public int TargetSize { get; }

    /// <summary>What the inputs are called, [InputSize]: the header of a CSV file gives it. Empty where they have no names.</summary>
    /// <exception cref="ArgumentException">There is another number of names, and not none.</exception>
    public ImmutableArray<string> InputNames
    {
        get => _inputNames;
        init => _inputNames = value.IsDefaultOrEmpty || value.Length == InputSize
            ? value.IsDefault ? [] : value
            : throw new ArgumentException($"{InputSize} inputs need {InputSize} names or none, got {value.Length}.", nameof(InputNames));
    }

    /// <summary>What the classes of the targets are called, [TargetSize], or two names where the target is a single 0 or 1: the labels
    /// of a CSV file give it. Empty where they have no names.</summary>
    /// <exception cref="ArgumentException">There is another number of names, and not none.</exception>
    public ImmutableArray<string> ClassNames
    {
        get => _classNames;
        init => _classNames = value.IsDefaultOrEmpty || value.Length == (TargetSize == 1 ? 2 : TargetSize) || value.Length == TargetSize
            ? value.IsDefault ? [] : value
            : throw new ArgumentException($"Targets of {TargetSize} numbers need {(TargetSize == 1 ? 2 : TargetSize)} class names or none, got {value.Length}.", nameof(ClassNames));
    }

    /// <summary>All inputs, [Count x InputSize].</summary>
    public ReadOnlySpan<T> Inputs => _inputs.Span;

    /// <summary>All targets, [Count x TargetSize].</summary>
    public ReadOnlySpan<T> Targets => _targets.Span;

    internal ReadOnlyMemory<T> InputMemory => _inputs;

    internal ReadOnlyMemory<T> TargetMemory => _targets;

    /// <summary>The inputs of one row, [InputSize].</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public ReadOnlySpan<T> Input(int row) => Row(_inputs, row, InputSize);

    /// <summary>The targets of one row, [TargetSize].</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public ReadOnlySpan<T> Target(int row) => Row(_targets, row, TargetSize);

    /// <summary>Copies rows into the buffers of a batch, in the order of the indices. Allocates nothing.</summary>
    /// <param name="rows">The indices of n rows; they may repeat.</param>
    /// <param name="inputs">[n x InputSize], overwritten.</param>
    /// <param name="targets">[n x TargetSize], overwritten.</param>
    /// <exception cref="ArgumentException">A buffer has another length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public void Gather(ReadOnlySpan<int> rows, Span<T> inputs, Span<T> targets)
    {
        CheckBatch(inputs.Length, rows.Length, InputSize, nameof(inputs));
        CheckBatch(targets.Length, rows.Length, TargetSize, nameof(targets));
        ReadOnlySpan<T> allInputs = _inputs.Span;
        ReadOnlySpan<T> allTargets = _targets.Span;
        for (int i = 0; i < rows.Length; i++)
        {
            int row = rows[i];
            if ((uint)row >= (uint)Count)
                throw new ArgumentOutOfRangeException(nameof(rows), row, $"Rows are 0 to {Count - 1}, got {row} at position {i}.");
            allInputs.Slice(row * InputSize, InputSize).CopyTo(inputs[(i * InputSize)..]);
            allTargets.Slice(row * TargetSize, TargetSize).CopyTo(targets[(i * TargetSize)..]);
        }
    }

    /// <summary>The first <paramref name="count"/> rows, sharing the memory of this data set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is below 1 or above <see cref="Count"/>.</exception>
    public Dataset<T> Take(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Count);
        return Range(0, count);
    }

    /// <summary>The given rows, in the order of the indices, copied.</summary>
    /// <exception cref="ArgumentException">There is no index.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public Dataset<T> Select(ReadOnlySpan<int> rows)
    {
        var inputs = new T[checked(rows.Length * InputSize)];
        var targets = new T[checked(rows.Length * TargetSize)];
        Gather(rows, inputs, targets);
        return With(inputs, targets);
    }

    /// <summary>The first <paramref name="count"/> rows and the rest, in order, sharing the memory of this data set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is below 1 or leaves no rest.</exception>
    public (Dataset<T> First, Dataset<T> Second) Split(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Count - 1);
        return (Range(0, count), Range(count, Count - count));
    }

    /// <summary>Some rows, sharing the memory of this data set; null where there are none.</summary>
    internal Dataset<T>? Slice(Range rows) => rows.End.Value > rows.Start.Value ? Range(rows.Start.Value, rows.End.Value - rows.Start.Value) : null;

    private Dataset<T> Range(int start, int count) =>
        With(_inputs.Slice(start * InputSize, count * InputSize), _targets.Slice(start * TargetSize, count * TargetSize));

    /// <summary>Other rows of the same columns.</summary>
    internal Dataset<T> With(ReadOnlyMemory<T> inputs, ReadOnlyMemory<T> targets) =>
        new(inputs, targets, InputSize, TargetSize) { InputNames = InputNames, ClassNames = ClassNames };

    private ReadOnlySpan<T> Row(ReadOnlyMemory<T> rows, int row, int size)
    {
        if ((uint)row >= (uint)Count)
            throw new ArgumentOutOfRangeException(nameof(row), row, $"Rows are 0 to {Count - 1}.");
        return rows.Span.Slice(row * size, size);
    }

    private static int Rows(int length, int size, string name)
    {
        (int rows, int rest) = Math.DivRem(length, size);
        return rest == 0 ? rows : throw new ArgumentException($"The {name} must be whole rows of {size}, got {length} numbers.", name);
    }

    private static void CheckBatch(int length, int rows, int size, string name)
    {
        if (length != (long)rows * size)
            throw new ArgumentException($"{rows} rows need {rows} x {size} = {(long)rows * size} {name}, got room for {length}.", name);
    }
}
