using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using GenNet.CompilerServices;

namespace GenNet;

/// <summary>
/// The sum of the nodes that the ranks have, in the order of the tree: each rank sums a segment of the gradients, for which it receives that of the nodes of all others, and sends the sum to all.
/// So each number goes twice over the wire for every rank, as in the fast sum, and the order is that of one machine.
/// </summary>
internal sealed class TreeSum<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly GradientExchange _ranks;
    private readonly SharePlan _plan;
    private readonly int _length;
    private readonly Dictionary<ShareNode, AlignedBuffer<T>> _received;

    public TreeSum(GradientExchange ranks, SharePlan plan, int length)
    {
        _ranks = ranks;
        _plan = plan;
        _length = length;
        int segment = Enumerable.Range(0, plan.Size).Max(rank => Segment(rank).End.Value - Segment(rank).Start.Value);
        _received = Enumerable.Range(0, plan.Size).Where(rank => rank != plan.Rank).SelectMany(rank => plan.Nodes[rank])
            .ToDictionary(node => node, _ => new AlignedBuffer<T>(segment));
    }

    /// <summary>The sum of all nodes.</summary>
    /// <param name="own">The nodes of this rank, in their order; overwritten.</param>
    /// <param name="sum">Where it goes; may be the first of them.</param>
    public void Run(ReadOnlySpan<StepGradients<T>> own, Span<T> sum)
    {
        for (int distance = 1; distance < _plan.Size; distance++)
            Swap(own, (_plan.Rank + distance) % _plan.Size, (_plan.Rank + _plan.Size - distance) % _plan.Size);

        Range segment = Segment(_plan.Rank);
        Sum(_plan.Root, own, segment).CopyTo(sum[segment]);
        for (int distance = 1; distance < _plan.Size; distance++)
        {
            int to = (_plan.Rank + distance) % _plan.Size, from = (_plan.Rank + _plan.Size - distance) % _plan.Size;
            RankBytes.SendReceive<T>(_ranks, sum[segment], to, sum[Segment(from)], from);
        }
    }

    /// <summary>Sends a rank its segment of the own nodes, while another sends what this one sums.</summary>
    private void Swap(ReadOnlySpan<StepGradients<T>> own, int to, int from)
    {
        Range segment = Segment(_plan.Rank);
        int length = segment.End.Value - segment.Start.Value;
        for (int i = 0; i < Math.Max(own.Length, _plan.Nodes[from].Length); i++)
        {
            ReadOnlySpan<T> sent = i < own.Length ? own[i].Span[Segment(to)] : default;
            Span<T> received = i < _plan.Nodes[from].Length ? _received[_plan.Nodes[from][i]].Span[..length] : default;
            RankBytes.SendReceive(_ranks, sent, to, received, from);
        }
    }

    /// <summary>A segment of the sum of a node, which replaces that of one of the nodes below it.</summary>
    private Span<T> Sum(ShareNode node, ReadOnlySpan<StepGradients<T>> own, Range segment)
    {
        int index = _plan.Nodes[_plan.Rank].IndexOf(node);
        if (index >= 0)
            return own[index].Span[segment];
        if (_received.TryGetValue(node, out AlignedBuffer<T>? buffer))
            return buffer.Span[..(segment.End.Value - segment.Start.Value)];
        Span<T> left = Sum(node.Left, own, segment);
        if (_plan.Has(node.Right))
            Share.Take<T>(Share.Whole(first: false), Sum(node.Right, own, segment), left);
        return left;
    }

    /// <summary>What a rank sums: whole cache lines.</summary>
    private Range Segment(int rank)
    {
        int line = CacheLine.Lanes<T>();
        return Share.Start(_length, line, rank, _plan.Size)..Share.Start(_length, line, rank + 1, _plan.Size);
    }
}
