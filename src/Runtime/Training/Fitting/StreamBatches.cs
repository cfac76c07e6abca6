using System;
using System.IO;
using System.Numerics;

namespace GenNet;

/// <summary>
/// Cuts a data stream into batches, in its order or shuffled through a buffer. Each epoch opens the stream anew; nothing is
/// allocated per batch but by the stream.
/// </summary>
internal sealed class StreamBatches<T> : IDivisibleSource<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // Keeps the draws of the epochs apart from all other uses of the same seed ("STRM"); the epoch is added.
    private const ulong DrawStreams = 0x5354524D_00000000;

    private const int SampleRows = 64;

    private readonly DataStream<T> _data;
    private readonly ulong _seed;
    private readonly AlignedBuffer<T> _inputs;
    private readonly AlignedBuffer<T> _targets;
    private readonly ShuffleBuffer<T>? _shuffle;
    private readonly GrowingSample _sample;
    private DataReader<T>? _reader;
    private int _batches;
    private int _rows;
    private long _samples;
    private long _first;

    public StreamBatches(DataStream<T> data, int batchSize, bool shuffle, int seed)
    {
        long numbers = (long)batchSize * Math.Max(data.InputSize, data.TargetSize);
        if (numbers > Array.MaxLength / 2)
            throw new ArgumentException($"A batch of {batchSize} rows of a stream has {numbers} numbers, more than fit into memory: set a smaller BatchSize.", nameof(batchSize));
        _data = data;
        _seed = (ulong)(long)seed;
        _inputs = new AlignedBuffer<T>(batchSize * data.InputSize);
        _targets = new AlignedBuffer<T>(batchSize * data.TargetSize);
        _shuffle = shuffle ? new ShuffleBuffer<T>(data, batchSize) : null;
        _sample = new GrowingSample(data);
    }

    public string Name => "data stream";

    /// <summary>The batches of the last complete epoch.</summary>
    public int BatchCount { get; private set; }

    /// <summary>The rows of the last complete epoch.</summary>
    public long SampleCount { get; private set; }

    public void BeginEpoch(long epoch)
    {
        Dispose();
        (_batches, _samples) = (0, 0);
        _reader = _data.Open(epoch);
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
        _first = rows > 0 ? _samples - rows : _first;
        _sample.Take(inputs.Span, targets.Span, rows);
        _rows = rows > 0 ? rows : _rows;
        return rows;
    }

    public int ReadOwn(int batch, SharePlan plan, out ReadOnlyMemory<T> inputs, out ReadOnlyMemory<T> targets)
    {
        int rows = Read(batch, out inputs, out targets);
        Range own = plan.OwnRows(rows);
        inputs = inputs[(own.Start.Value * _data.InputSize)..(own.End.Value * _data.InputSize)];
        targets = targets[(own.Start.Value * _data.TargetSize)..(own.End.Value * _data.TargetSize)];
        return rows;
    }

    public void ReadWhole(out ReadOnlyMemory<T> inputs, out ReadOnlyMemory<T> targets)
    {
        inputs = _inputs.Memory[..(_rows * _data.InputSize)];
        targets = _targets.Memory[..(_rows * _data.TargetSize)];
    }

    public long RowOf(int index) => _shuffle?.RowOf(index) ?? _first + index;

    public Dataset<T> Sample() => _sample.ToDataset();

    public void Dispose()
    {
        _reader?.Dispose();
        _reader = null;
    }

    /// <summary>The first rows that were read: the stream cannot be asked for them again.</summary>
    private sealed class GrowingSample(DataStream<T> data)
    {
        private readonly T[] _inputs = new T[Room(data.InputSize, data)];
        private readonly T[] _targets = new T[Room(data.TargetSize, data)];
        private int _rows;

        public void Take(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, int rows)
        {
            int taken = Math.Min(rows, _inputs.Length / data.InputSize - _rows);
            inputs[..(taken * data.InputSize)].CopyTo(_inputs.AsSpan(_rows * data.InputSize));
            targets[..(taken * data.TargetSize)].CopyTo(_targets.AsSpan(_rows * data.TargetSize));
            _rows += taken;
        }

        public Dataset<T> ToDataset() =>
            new(_inputs.AsMemory(0, _rows * data.InputSize), _targets.AsMemory(0, _rows * data.TargetSize), data.InputSize, data.TargetSize);

        // Fewer where rows are long: it need not be large to be a measure.
        private static int Room(int size, DataStream<T> data) => size * Math.Clamp(1_000_000 / Math.Max(data.InputSize, data.TargetSize), 1, SampleRows);
    }
}
