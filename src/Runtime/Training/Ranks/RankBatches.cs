using System;
using System.Numerics;

namespace GenNet;

/// <summary>The batches that several ranks go through, of which each reads its rows: the number that <see cref="Read"/> returns is that of the whole batch.</summary>
/// <param name="ranks">The ranks that divide them.</param>
internal abstract class RankBatches<T>(GradientExchange ranks) : IBatchSource<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly int[] _starts = new int[SharePlan.Of(ranks).Shares + 1];

    public GradientExchange Ranks => ranks;

    /// <summary>Of the batch that was read last, for each share its first row, and behind them the number of rows.</summary>
    public Span<int> Starts => _starts;

    public abstract string Name { get; }

    public abstract int BatchCount { get; }

    public abstract long SampleCount { get; }

    protected SharePlan Plan { get; } = SharePlan.Of(ranks);

    public abstract void BeginEpoch(long epoch);

    public abstract int Read(int batch, out ReadOnlyMemory<T> inputs, out ReadOnlyMemory<T> targets);

    public abstract void ReadWhole(out ReadOnlyMemory<T> inputs, out ReadOnlyMemory<T> targets);

    public abstract long RowOf(int index);

    public abstract Dataset<T> Sample();

    public abstract void Dispose();

    /// <summary>The terms that the mean loss of the batch that was read last is over.</summary>
    /// <param name="network">The network.</param>
    /// <param name="inputs">The rows of this rank as they were read; may stand elsewhere afterwards.</param>
    /// <param name="targets">Their targets.</param>
    public double Terms<TNet>(TNet network, ref ReadOnlyMemory<T> inputs, ref ReadOnlyMemory<T> targets)
        where TNet : class, INetwork<TNet, T>
        => TNet.HasClassTargets || TNet.HasLengths ? CountTerms(network, ref inputs, ref targets) : (double)Starts[^1] * network.Memory.LossTerms;

    /// <summary>The terms where they depend on more than the number of rows.</summary>
    protected abstract double CountTerms<TNet>(TNet network, ref ReadOnlyMemory<T> inputs, ref ReadOnlyMemory<T> targets)
        where TNet : class, INetwork<TNet, T>;
}
