using System;
using System.Numerics;

namespace GenNet;

/// <summary>The rows that the threads of a team compute at once. A span is for one thread only, so these are pointers, and the batch stays pinned meanwhile.</summary>
internal readonly unsafe struct TeamRows<TNet, T>(T* inputs, int inputsLength, T* targets, int targetsLength, RowSplit split, int round, int batch = 0)
    where TNet : class, INetwork<TNet, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The rows of the whole batch.</summary>
    public int Count => batch == 0 ? split.Rows : batch;

    /// <summary>The number of parts.</summary>
    public int Parts => split.Parts;

    /// <summary>Whether they are the first of the batch.</summary>
    public bool IsFirstRound => round == 0;

    /// <summary>The number in the batch of the first row of a part.</summary>
    public int FirstOf(int part) => split.Of(round, part).Start.Value;

    /// <summary>The inputs of a part.</summary>
    public ReadOnlySpan<T> InputsOf(int part) => Slice(new ReadOnlySpan<T>(inputs, inputsLength), TNet.InputSize, part);

    /// <summary>The targets of a part.</summary>
    public ReadOnlySpan<T> TargetsOf(int part) => Slice(new ReadOnlySpan<T>(targets, targetsLength), TNet.TargetSize, part);

    private ReadOnlySpan<T> Slice(ReadOnlySpan<T> numbers, int size, int part)
    {
        Range rows = split.Of(round, part);
        return numbers[(rows.Start.Value * size)..(rows.End.Value * size)];
    }
}
