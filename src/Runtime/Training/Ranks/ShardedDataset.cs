using System;
using System.Numerics;

namespace GenNet;

/// <summary>
/// A data set that several ranks go through together: the batches and their order are those of one machine, and each rank computes its rows of each. Made by
/// <see cref="ShardExtensions.Shard"/>.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class ShardedDataset<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    internal ShardedDataset(Dataset<T> all, GradientExchange ranks)
    {
        All = all;
        Ranks = ranks;
    }

    /// <summary>All rows, which each rank has.</summary>
    public Dataset<T> All { get; }

    /// <summary>The ranks.</summary>
    public GradientExchange Ranks { get; }
}

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
}
