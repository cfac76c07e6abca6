using System;
using System.Numerics;

namespace GenNet;

/// <summary>The batches of one machine, of which a rank reads its rows: the number that <see cref="Read"/> returns is that of the whole batch.</summary>
internal sealed class ShardBatches<T> : IBatchSource<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly BatchSource<T> _source;
    private readonly SharePlan _plan;
    private int _batch;

    public ShardBatches(ShardedDataset<T> data, FitOptions<T> options)
    {
        Ranks = data.Ranks;
        _source = new BatchSource<T>(data.All, options.BatchSize, options.Shuffle, options.Seed);
        _plan = new SharePlan(Ranks.Rank, Ranks.Size, Ranks.Shares ?? Ranks.Size);
    }

    /// <summary>The ranks that divide them.</summary>
    public GradientExchange Ranks { get; }

    public string Name => _source.Name;

    public int BatchCount => _source.BatchCount;

    public long SampleCount => _source.SampleCount;

    public void BeginEpoch(long epoch) => _source.BeginEpoch(epoch);

    public int Read(int batch, out ReadOnlyMemory<T> inputs, out ReadOnlyMemory<T> targets)
    {
        _batch = batch;
        int rows = _source.RowsOf(batch);
        _source.Read(batch, _plan.OwnRows(rows), out inputs, out targets);
        return rows;
    }

    /// <summary>All rows of the batch that was read last, in the place of those of the rank.</summary>
    public void ReadWhole(ref ReadOnlyMemory<T> inputs, ref ReadOnlyMemory<T> targets) => _source.Read(_batch, out inputs, out targets);

    public long RowOf(int index) => _source.RowOf(index);

    public Dataset<T> Sample() => _source.Sample();

    public void Dispose() => _source.Dispose();

    /// <summary>The terms that the mean loss of the batch that was read last is over. Only where they depend on more than their number all rows are looked at.</summary>
    public double Terms<TNet>(TNet network, int rows, ref ReadOnlyMemory<T> inputs, ref ReadOnlyMemory<T> targets)
        where TNet : class, INetwork<TNet, T>
    {
        if (!TNet.HasClassTargets && !TNet.HasLengths)
            return (double)rows * network.Memory.LossTerms;
        ReadWhole(ref inputs, ref targets);
        double terms = CompilerServices.CheckedPasses.Terms(network, inputs.Span, targets.Span);
        Range own = _plan.OwnRows(rows);
        inputs = inputs[(own.Start.Value * TNet.InputSize)..(own.End.Value * TNet.InputSize)];
        targets = targets[(own.Start.Value * TNet.TargetSize)..(own.End.Value * TNet.TargetSize)];
        return terms;
    }
}
