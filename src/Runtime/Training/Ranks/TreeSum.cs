using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Numerics;
using System.Runtime.CompilerServices;
using GenNet.CompilerServices;

namespace GenNet;

/// <summary>
/// The sum of the gradients of all ranks, of which each gets its segment: it receives that of the nodes of all others, and adds in the order of the tree of shares, so that the bits are those of one
/// machine. No sum can do with fewer numbers on the wire.
/// </summary>
internal sealed class TreeSum<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>What is received stays in the cache until it is added.</summary>
    private const int PieceBytes = 1 << 18;

    private readonly GradientExchange _ranks;
    private readonly SharePlan _plan;
    private readonly RankSegments<T> _segments;
    private readonly StepGradients<T> _sums;
    private readonly ShareNode _first;
    private readonly int _longest;
    private readonly int _piece;
    private readonly Dictionary<ShareNode, AlignedBuffer<T>> _received = [];

    /// <summary>The sum for some ranks.</summary>
    /// <param name="ranks">The ranks.</param>
    /// <param name="plan">Their shares.</param>
    /// <param name="segments">Their segments.</param>
    /// <param name="layout">The layout of the gradients.</param>
    /// <param name="sums">Where the segment of this rank goes.</param>
    public TreeSum(GradientExchange ranks, SharePlan plan, RankSegments<T> segments, Layout layout, StepGradients<T> sums)
    {
        _ranks = ranks;
        _plan = plan;
        _segments = segments;
        _sums = sums;

        // A sum is collected in the place of its first node.
        _first = plan.Nodes[0][0];
        _longest = segments.All.Max();
        _piece = Math.Min(PieceBytes / Unsafe.SizeOf<T>(), _longest);
        Nodes = [.. plan.Nodes[plan.Rank].Select(node => node == _first ? sums : new StepGradients<T>(layout))];
        foreach (ShareNode node in plan.Nodes.Where((_, rank) => rank != plan.Rank).SelectMany(nodes => nodes).Where(node => node != _first))
            _received[node] = new AlignedBuffer<T>(_piece);
    }

    /// <summary>Where this rank writes the gradients of each of its nodes, before <see cref="Run"/>.</summary>
    public ImmutableArray<StepGradients<T>> Nodes { get; }

    /// <summary>Sums, piece by piece; what is in <see cref="Nodes"/> is lost.</summary>
    public void Run()
    {
        for (int start = 0; _plan.Size > 1 && start < _longest; start += _piece)
        {
            for (int distance = 1; distance < _plan.Size; distance++)
                Swap((_plan.Rank + distance) % _plan.Size, (_plan.Rank + _plan.Size - distance) % _plan.Size, start);
            Sum(_plan.Root, PieceOf(_plan.Rank, start));
        }
    }

    /// <summary>A piece of the segment of a rank, which may be empty.</summary>
    private Range PieceOf(int rank, int start)
    {
        (int first, int end) = (_segments.Of(rank).Start.Value, _segments.Of(rank).End.Value);
        return Math.Min(end, first + start)..(int)Math.Min(end, (long)first + start + _piece);
    }

    /// <summary>Sends a rank its piece of the own nodes, while another sends what this one sums.</summary>
    private void Swap(int to, int from, int start)
    {
        Range own = PieceOf(_plan.Rank, start), others = PieceOf(to, start);
        for (int i = 0; i < Math.Max(Nodes.Length, _plan.Nodes[from].Length); i++)
        {
            ReadOnlySpan<T> sent = i < Nodes.Length ? Nodes[i].Span[others] : default;
            Span<T> received = i < _plan.Nodes[from].Length ? Received(_plan.Nodes[from][i], own) : default;
            RankBytes.SendReceive(_ranks, sent, to, received, from);
        }
    }

    /// <summary>A piece of the sum of a node, which replaces that of the first node below it.</summary>
    private Span<T> Sum(ShareNode node, Range own)
    {
        int index = _plan.Nodes[_plan.Rank].IndexOf(node);
        if (index >= 0)
            return Nodes[index].Span[own];
        if (node == _first || _received.ContainsKey(node))
            return Received(node, own);
        Span<T> left = Sum(node.Left, own);
        if (_plan.Has(node.Right))
            Share.Take<T>(Share.Whole(first: false), Sum(node.Right, own), left);
        return left;
    }

    private Span<T> Received(ShareNode node, Range own) => node == _first ? _sums.Span[own] : _received[node].Span[..(own.End.Value - own.Start.Value)];
}
