using System;
using System.Collections.Immutable;
using System.Linq;
using System.Numerics;

namespace GenNet;

/// <summary>Divides data among ranks.</summary>
public static class ShardExtensions
{
    /// <summary>The data set for a fit on several ranks. Each has all of it in memory; nothing is copied.</summary>
    /// <param name="data">The data, the same on every rank: a fit compares them.</param>
    /// <param name="ranks">The ranks.</param>
    public static ShardedDataset<T> Shard<T>(this Dataset<T> data, GradientExchange ranks)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(ranks);
        return new ShardedDataset<T>(data, ranks);
    }

    /// <summary>The data stream for a fit on several ranks, each of which reads all of it.</summary>
    /// <param name="data">The data, the same rows on every rank: a fit cannot compare them.</param>
    /// <param name="ranks">The ranks.</param>
    public static ShardedStream<T> Shard<T>(this DataStream<T> data, GradientExchange ranks)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(ranks);
        return new ShardedStream<T>(data, ranks);
    }

    /// <summary>Data streams for a fit on several ranks, one for each share of a batch, such as a file each: a rank opens those of its shares only.</summary>
    /// <param name="ranks">The ranks.</param>
    /// <param name="streamOfShare">The stream of a share: of each from 0 to <see cref="GradientExchange.Shares"/> - 1, or where there are none, of each rank. All have rows of the same sizes. Called for
    /// the shares of this rank.</param>
    /// <remarks>A batch has the rows of each share, in the order of the shares, as many as the share of <see cref="FitOptions{T}.BatchSize"/>; where streams differ in length, the last batches have the
    /// rows of the longer ones. With <see cref="FitOptions{T}.Shuffle"/> each stream is shuffled by itself.</remarks>
    /// <exception cref="ArgumentException">The streams have rows of different sizes.</exception>
    public static ShardedStream<T> ShardByShare<T>(this GradientExchange ranks, Func<int, DataStream<T>> streamOfShare)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(ranks);
        ArgumentNullException.ThrowIfNull(streamOfShare);
        ImmutableArray<DataStream<T>> streams = [.. SharePlan.Of(ranks).OwnShares.Select(streamOfShare)];
        foreach (DataStream<T> stream in streams)
        {
            if ((stream.InputSize, stream.TargetSize) != (streams[0].InputSize, streams[0].TargetSize))
            {
                throw new ArgumentException(
                    $"The streams of all shares must have rows of the same sizes, but there are {streams[0].InputSize} inputs and {streams[0].TargetSize} targets, and {stream.InputSize} and {stream.TargetSize}.",
                    nameof(streamOfShare));
            }
        }

        return new ShardedStream<T>(ranks, streams);
    }
}
