using System;
using System.Numerics;

namespace GenNet;

/// <summary>What a fit goes through: the batches of each epoch.</summary>
internal interface IBatchSource<T> : IDisposable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>What it is, for messages: <c>data set</c>.</summary>
    string Name { get; }

    /// <summary>The batches of an epoch, the last, shorter one included; 0 where that is not known yet.</summary>
    int BatchCount { get; }

    /// <summary>The rows of an epoch; 0 where that is not known yet.</summary>
    long SampleCount { get; }

    /// <summary>Goes to the start of an epoch, whose order depends on the seed and the epoch only.</summary>
    void BeginEpoch(long epoch);

    /// <summary>The rows of batch 0, 1, ... of the epoch, in turn; they are valid until the next call. Returns their number, 0 after the last batch.</summary>
    int Read(int batch, out ReadOnlyMemory<T> inputs, out ReadOnlyMemory<T> targets);

    /// <summary>All rows of the batch that was read last.</summary>
    void ReadWhole(out ReadOnlyMemory<T> inputs, out ReadOnlyMemory<T> targets);

    /// <summary>The number in the data, from 0, of a row of the batch that was read last.</summary>
    long RowOf(int index);

    /// <summary>Some rows, of all parts of the data where they are in memory, otherwise of their beginning.</summary>
    Dataset<T> Sample();
}
