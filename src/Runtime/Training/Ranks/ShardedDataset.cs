using System;
using System.Numerics;

namespace GenNet;

/// <summary>
/// A data set that several ranks go through together: the batches and their order are those of one machine, and each rank computes its rows of each. Made by
/// <see cref="ShardExtensions.Shard{T}(Dataset{T}, GradientExchange)"/>.
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
