using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Numerics;
using System.Runtime.InteropServices;
using GenNet.CompilerServices;

namespace GenNet;

/// <summary>Batches whose shares each have a stream of their own, which only the rank of the share opens. A share whose stream is at its end has no rows in the batches that the others still have.</summary>
internal sealed class ShareStreams<T> : RankBatches<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly StreamBatches<T>[] _streams;
    private readonly int _inputSize;
    private readonly int _targetSize;
    private readonly int[] _inputLengths;
    private readonly int[] _targetLengths;
    private readonly AlignedBuffer<T> _inputs;
    private readonly AlignedBuffer<T> _targets;
    private readonly double[] _own;
    private readonly double[] _all;
    private int _batches;
    private int _batchCount;
    private long _first;
    private long _samples;
    private long _sampleCount;

    /// <summary>The batches of an epoch.</summary>
    /// <param name="ranks">The ranks.</param>
    /// <param name="streams">The streams of the shares of this rank, in their order.</param>
    /// <param name="options">The rows of a whole batch, and the order.</param>
    public ShareStreams(GradientExchange ranks, IReadOnlyList<DataStream<T>> streams, FitOptions<T> options)
        : base(ranks)
    {
        (_inputSize, _targetSize) = (streams[0].InputSize, streams[0].TargetSize);
        _streams = [.. Plan.OwnShares.Select((share, i) => new StreamBatches<T>(streams[i], RowsOf(share, options.BatchSize), options.Shuffle, unchecked(options.Seed + share * 0x61C88647)))];
        _inputs = new AlignedBuffer<T>(options.BatchSize * _inputSize);
        _targets = new AlignedBuffer<T>(options.BatchSize * _targetSize);
        _inputLengths = new int[ranks.Size];
        _targetLengths = new int[ranks.Size];
        _own = new double[Plan.MostOfARank];
        _all = new double[Plan.MostOfARank * ranks.Size];
    }

    public override string Name => "data streams of the shares";

    public override int BatchCount => _batchCount;

    public override long SampleCount => _sampleCount;

    /// <summary>The first of the rows of this rank in the batch that was read last.</summary>
    private int OwnStart => Starts[Plan.FirstShareOf(Plan.Rank)];

    public override void BeginEpoch(long epoch)
    {
        (_batches, _samples) = (0, 0);
        foreach (StreamBatches<T> stream in _streams)
            stream.BeginEpoch(epoch);
    }

    public override int Read(int batch, out ReadOnlyMemory<T> inputs, out ReadOnlyMemory<T> targets)
    {
        // Read to the front first: where the rows stand in the whole batch depends on those of the other ranks.
        int own = 0;
        for (int i = 0; i < _streams.Length; i++)
        {
            int rows = _streams[i].Read(batch, out ReadOnlyMemory<T> x, out ReadOnlyMemory<T> y);
            x.CopyTo(_inputs.Memory[(own * _inputSize)..]);
            y.CopyTo(_targets.Memory[(own * _targetSize)..]);
            _own[i] = rows;
            own += rows;
        }

        inputs = _inputs.Memory[..(own * _inputSize)];
        targets = _targets.Memory[..(own * _targetSize)];
        Collect();
        int start = 0;
        for (int share = 0; share < Plan.Shares; share++)
        {
            Starts[share] = start;
            start += (int)OfShare(share);
        }

        Starts[^1] = start;
        EndRead(start);
        return start;
    }

    /// <summary>The rows of all ranks, which all of them must call for.</summary>
    public override void ReadWhole(out ReadOnlyMemory<T> inputs, out ReadOnlyMemory<T> targets)
    {
        for (int rank = 0; rank < Plan.Size; rank++)
        {
            int rows = Starts[Plan.FirstShareOf(rank + 1)] - Starts[Plan.FirstShareOf(rank)];
            (_inputLengths[rank], _targetLengths[rank]) = (rows * _inputSize, rows * _targetSize);
        }

        inputs = Whole(_inputs, _inputLengths, _inputSize);
        targets = Whole(_targets, _targetLengths, _targetSize);
    }

    /// <summary>The number of a row in the epoch, as the batches have them.</summary>
    public override long RowOf(int index) => _first + index;

    public override Dataset<T> Sample() => _streams[0].Sample();

    public override void Dispose()
    {
        foreach (StreamBatches<T> stream in _streams)
            stream.Dispose();
    }

    /// <summary>Those of each share, added up in the order of the shares.</summary>
    protected override double CountTerms<TNet>(TNet network, ref ReadOnlyMemory<T> inputs, ref ReadOnlyMemory<T> targets)
    {
        foreach (int share in Plan.OwnShares)
        {
            int from = Starts[share] - OwnStart, to = Starts[share + 1] - OwnStart;
            _own[share - Plan.FirstShareOf(Plan.Rank)] = from == to ? 0
                : CheckedPasses.Terms(network, inputs.Span[(from * _inputSize)..(to * _inputSize)], targets.Span[(from * _targetSize)..(to * _targetSize)]);
        }

        Collect();
        double terms = 0;
        for (int share = 0; share < Plan.Shares; share++)
            terms += OfShare(share);
        return terms;
    }

    private void EndRead(int rows)
    {
        if (rows > 0)
        {
            _first = _samples;
            _samples += rows;
            _batches++;
            return;
        }

        if (_batches == 0)
            throw new InvalidDataException("The data streams of the shares have no rows, expected at least one.");
        (_batchCount, _sampleCount) = (_batches, _samples);
    }

    private void Collect() => Ranks.Gather(MemoryMarshal.AsBytes(_own.AsSpan()), MemoryMarshal.AsBytes(_all.AsSpan()));

    private double OfShare(int share)
    {
        int rank = Plan.RankOf(share);
        return _all[rank * Plan.MostOfARank + share - Plan.FirstShareOf(rank)];
    }

    private ReadOnlyMemory<T> Whole(AlignedBuffer<T> buffer, int[] lengths, int size)
    {
        var whole = new T[Starts[^1] * size];
        buffer.Span[..lengths[Plan.Rank]].CopyTo(whole.AsSpan(OwnStart * size));
        RankBytes.GatherParts<T>(Ranks, whole, lengths);
        return whole;
    }

    private int RowsOf(int share, int batchSize)
    {
        Range rows = Plan.RowsOfShare(share, batchSize);
        return rows.End.Value - rows.Start.Value;
    }
}
