using System;
using System.Collections.Immutable;
using System.Linq;
using System.Numerics;
using GenNet.CompilerServices;

namespace GenNet;

/// <summary>
/// The segment of the parameters and of their gradients that each rank sums and updates, whole cache lines: the segments stand in the order of the ranks and are all there is.
/// </summary>
internal sealed class RankSegments<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ImmutableArray<Range> _segments;
    private readonly int _trainable;

    /// <summary>The segments of ranks.</summary>
    /// <param name="layout">The layout of the network.</param>
    /// <param name="size">The number of ranks.</param>
    public RankSegments(Layout layout, int size)
    {
        int line = CacheLine.Lanes<T>();
        _trainable = layout.TrainableLength;
        _segments = [.. Enumerable.Range(0, size).Select(rank => Share.Start(layout.Length, line, rank, size)..Share.Start(layout.Length, line, rank + 1, size))];
        All = [.. _segments.Select(segment => segment.End.Value - segment.Start.Value)];
        Trainable = [.. _segments.Select(segment => Math.Min(layout.TrainableLength, segment.End.Value) - Math.Min(layout.TrainableLength, segment.Start.Value))];
        State = [.. All.Zip(Trainable, (all, trainable) => all - trainable)];
    }

    /// <summary>The lengths of the segments.</summary>
    public ImmutableArray<int> All { get; }

    /// <summary>The lengths of what is trained of them.</summary>
    public ImmutableArray<int> Trainable { get; }

    /// <summary>The lengths of the statistics of them, behind all that is trained.</summary>
    public ImmutableArray<int> State { get; }

    /// <summary>The segment of a rank.</summary>
    public Range Of(int rank) => _segments[rank];

    /// <summary>What is trained of the segment of a rank: an empty range at the end of it where that is nothing.</summary>
    public Range TrainableOf(int rank)
    {
        int start = Math.Min(_trainable, _segments[rank].Start.Value);
        return start..(start + Trainable[rank]);
    }
}
