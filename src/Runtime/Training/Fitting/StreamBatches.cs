using System;
using System.IO;
using System.Numerics;

namespace GenNet;

/// <summary>
/// Cuts a data stream into batches, in its order or shuffled through a buffer. Each epoch opens the stream anew; nothing is
/// allocated per batch but by the stream.
/// </summary>
internal sealed class StreamBatches<T> : IBatchSource<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // Keeps the draws of the epochs apart from all other uses of the same seed ("STRM"); the epoch is added.
    private const ulong DrawStreams = 0x5354524D_00000000;

    private readonly DataStream<T> _data;
    private readonly ulong _seed;
    private readonly AlignedBuffer<T> _inputs;
    private readonly AlignedBuffer<T> _targets;
    private readonly ShuffleBuffer<T>? _shuffle;
    private DataReader<T>? _reader;
    private int _batches;
    private long _samples;

    public StreamBatches(DataStream<T> data, int batchSize, bool shuffle, int seed)
    {
        long numbers = (long)batchSize * Math.Max(data.InputSize, data.TargetSize);
        if (numbers > Array.MaxLength / 2)
            throw new ArgumentException($"A batch of {batchSize} rows of a stream has {numbers} numbers, more than fit into memory: set a smaller BatchSize.", nameof(batchSize));
        _data = data;
        _seed = (ulong)(long)seed;
        _inputs = new AlignedBuffer<T>(batchSize * data.InputSize);
        _targets = new AlignedBuffer<T>(batchSize * data.TargetSize);
        _shuffle = shuffle ? new ShuffleBuffer<T>(data) : null;
    }

    /// <summary>The batches of the last complete epoch.</summary>
    public int BatchCount { get; private set; }

    /// <summary>The rows of the last complete epoch.</summary>
    public long SampleCount { get; private set; }

    public void BeginEpoch(int epoch)
    {
        Dispose();
        (_batches, _samples) = (0, 0);
        _reader = _data.Open();
        _shuffle?.Begin(_reader, new RandomStream(_seed, DrawStreams + (ulong)epoch));
    }

    public int Read(int batch, out ReadOnlyMemory<T> inputs, out ReadOnlyMemory<T> targets)
    {
        int rows = _shuffle is null
            ? _reader!.Fill(_inputs.Span, _targets.Span, _data.InputSize, _data.TargetSize)
            : _shuffle.Take(_inputs.Span, _targets.Span);
        if (rows == 0)
        {
            if (_batches == 0)
                throw new InvalidDataException("The data stream has no rows, expected at least one.");
            (BatchCount, SampleCount) = (_batches, _samples);
        }

        _batches += rows > 0 ? 1 : 0;
        _samples += rows;
        inputs = _inputs.Memory[..(rows * _data.InputSize)];
        targets = _targets.Memory[..(rows * _data.TargetSize)];
        return rows;
    }

    public void Dispose()
    {
        _reader?.Dispose();
        _reader = null;
    }
}
