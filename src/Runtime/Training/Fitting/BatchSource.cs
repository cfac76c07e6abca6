using System;
using System.Numerics;

namespace GenNet;

/// <summary>Cuts a data set into the batches of an epoch, shuffled or in order. Allocates at construction only.</summary>
internal sealed class BatchSource<T> : IDivisibleSource<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // Keeps the orders of the epochs apart from all other uses of the same seed ("SHUF"); the epoch is added.
    private const ulong ShuffleStreams = 0x53485546_00000000;

    private const int SampleRows = 1024;

    private readonly Dataset<T> _data;
    private readonly ulong _seed;
    private readonly int _batchSize;
    private readonly int[]? _order;
    private readonly AlignedBuffer<T> _inputs;
    private readonly AlignedBuffer<T> _targets;
    private int _batch;
    private int _start;

    public BatchSource(Dataset<T> data, int batchSize, bool shuffle, int seed)
    {
        _data = data;
        _seed = (ulong)(long)seed;
        _batchSize = Math.Min(batchSize, data.Count);
        BatchCount = (data.Count - 1) / _batchSize + 1;
        _order = shuffle ? new int[data.Count] : null;

        // Batches in the order of the data set are slices of it and need no room of their own.
        int rows = shuffle ? _batchSize : 0;
        _inputs = new AlignedBuffer<T>(rows * data.InputSize);
        _targets = new AlignedBuffer<T>(rows * data.TargetSize);
    }

    public string Name => "data set";

    /// <summary>The batches of an epoch, the last, shorter one included.</summary>
    public int BatchCount { get; }

    /// <summary>The rows of an epoch.</summary>
    public long SampleCount => _data.Count;

    /// <summary>Brings the rows into the order of an epoch, which depends on the seed and the epoch only.</summary>
    public void BeginEpoch(long epoch)
    {
        if (_order is null)
            return;
        for (int i = 0; i < _order.Length; i++)
            _order[i] = i;
        new RandomStream(_seed, ShuffleStreams + (ulong)epoch).Shuffle(_order.AsSpan());
    }

    /// <summary>The rows of batch 0, 1, ... of the epoch; they are valid until the next call. Returns their number, 0 after the last batch.</summary>
    public int Read(int batch, out ReadOnlyMemory<T> inputs, out ReadOnlyMemory<T> targets)
    {
        int rows = RowsOf(batch);
        Read(batch, 0..rows, out inputs, out targets);
        return rows;
    }

    public int ReadOwn(int batch, SharePlan plan, out ReadOnlyMemory<T> inputs, out ReadOnlyMemory<T> targets)
    {
        int rows = RowsOf(batch);
        Read(batch, plan.OwnRows(rows), out inputs, out targets);
        return rows;
    }

    public void ReadWhole(out ReadOnlyMemory<T> inputs, out ReadOnlyMemory<T> targets) => Read(_batch, 0..RowsOf(_batch), out inputs, out targets);

    /// <summary>The number of rows of a batch; 0 behind the last.</summary>
    private int RowsOf(int batch) => (int)Math.Clamp(_data.Count - (long)batch * _batchSize, 0, _batchSize);

    /// <summary>Some rows of a batch.</summary>
    private void Read(int batch, Range part, out ReadOnlyMemory<T> inputs, out ReadOnlyMemory<T> targets)
    {
        int first = (int)Math.Min(_data.Count, (long)batch * _batchSize);
        int start = first + part.Start.Value, rows = part.End.Value - part.Start.Value;
        if (RowsOf(batch) > 0)
            (_batch, _start) = (batch, first);
        if (_order is null)
        {
            inputs = _data.InputMemory.Slice(start * _data.InputSize, rows * _data.InputSize);
            targets = _data.TargetMemory.Slice(start * _data.TargetSize, rows * _data.TargetSize);
            return;
        }

        Memory<T> batchInputs = _inputs.Memory[..(rows * _data.InputSize)];
        Memory<T> batchTargets = _targets.Memory[..(rows * _data.TargetSize)];
        _data.Gather(_order.AsSpan(start, rows), batchInputs.Span, batchTargets.Span);
        inputs = batchInputs;
        targets = batchTargets;
    }

    public long RowOf(int index) => _order is null ? _start + index : _order[_start + index];

    public Dataset<T> Sample()
    {
        var rows = new int[Math.Min(SampleRows, _data.Count)];
        for (int i = 0; i < rows.Length; i++)
            rows[i] = (int)((long)i * _data.Count / rows.Length);
        return _data.Select(rows);
    }

    public void Dispose()
    {
    }
}
