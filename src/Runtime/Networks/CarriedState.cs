using System;
using System.Runtime.CompilerServices;
using GenNet.CompilerServices;

namespace GenNet;

/// <summary>
/// What recurrent layers have left behind a batch, a row for each of its sequences: the next batch goes on from there, where its rows are the steps that follow. Gradients do not flow
/// from batch to batch: this is truncated backpropagation through time (Williams and Peng, "An efficient gradient-based algorithm for on-line training of recurrent network
/// trajectories", 1990). Made by a network's CreateCarriedState; before the first batch it is zero.
/// </summary>
/// <remarks>A batch that is refused, or whose loss is not finite, leaves it as it was.</remarks>
/// <typeparam name="T">float or double.</typeparam>
public sealed class CarriedState<T>
    where T : unmanaged
{
    private AlignedBuffer<T> _before;
    private AlignedBuffer<T> _after;

    internal CarriedState(int rows, int size)
    {
        Rows = rows;
        Size = size;
        _before = new AlignedBuffer<T>(checked(rows * size));
        _after = new AlignedBuffer<T>(rows * size);
    }

    /// <summary>The sequences: each batch that goes on has as many rows.</summary>
    public int Rows { get; }

    /// <summary>The numbers of each.</summary>
    internal int Size { get; }

    internal ref T Before
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref _before.Origin;
    }

    internal ref T After
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref _after.Origin;
    }

    /// <summary>Begins new sequences: the state is zero again.</summary>
    public void Reset() => _before.Span.Clear();

    /// <summary>To be called behind a batch that has been taken: what it has left is what the next one begins with.</summary>
    internal void Advance() => (_before, _after) = (_after, _before);

    /// <summary>Checks that it fits a batch.</summary>
    /// <exception cref="ArgumentException">The batch has another number of rows, or the state is that of another network.</exception>
    internal void Check(int rows, int size)
    {
        if (size != Size)
            throw new ArgumentException($"The carried state has {Size} numbers for each row, this network needs {size}: make it with the CreateCarriedState of this network.", "carried");
        if (rows != Rows)
            throw new ArgumentException($"The carried state is that of {Rows} sequences, the batch has {rows} rows: each row must go on with the sequence of the same row before.", "carried");
    }
}
