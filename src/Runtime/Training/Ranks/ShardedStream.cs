using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace GenNet;

/// <summary>
/// Data streams that several ranks go through together: either one, whose batches and their order are those of one machine, and which each rank reads as a whole to compute its rows; or one for each
/// share of a batch, which only the rank of the share reads. Made by <see cref="ShardExtensions"/>.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
[SuppressMessage("Naming", "CA1711", Justification = "A stream of samples is what the field calls it.")]
public sealed class ShardedStream<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    internal ShardedStream(DataStream<T> all, GradientExchange ranks)
    {
        Ranks = ranks;
        Own = [all];
    }

    internal ShardedStream(GradientExchange ranks, ImmutableArray<DataStream<T>> own)
    {
        Ranks = ranks;
        Own = own;
        IsByShare = true;
    }

    /// <summary>The ranks.</summary>
    public GradientExchange Ranks { get; }

    /// <summary>The streams that this rank reads: the one of all rows, or those of its shares.</summary>
    public ImmutableArray<DataStream<T>> Own { get; }

    /// <summary>Whether each share has a stream of its own.</summary>
    internal bool IsByShare { get; }

    internal RankBatches<T> Batches(FitOptions<T> options) => IsByShare
        ? new ShareStreams<T>(Ranks, Own, options)
        : new ShardBatches<T>(new StreamBatches<T>(Own[0], options.BatchSize, options.Shuffle, options.Seed), Ranks);
}
