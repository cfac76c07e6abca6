using System;
using System.Linq;
using System.Numerics;
using System.Runtime.InteropServices;
using GenNet.CompilerServices;

namespace GenNet;

/// <summary>
/// The backward pass of a batch whose rows the ranks divide: the mean loss and the gradients are those of the whole batch, on every rank. Each rank computes the gradients of its shares, whose
/// means are over the terms of the whole batch, so that they need only be added.
/// </summary>
internal sealed class RankedBackward<TNet, T>
    where TNet : class, INetwork<TNet, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly GradientExchange _ranks;
    private readonly SharePlan _plan;
    private readonly StepGradients<T> _gradients;
    private readonly TreeSum<T>? _tree;
    private readonly StepGradients<T>[] _nodes = [];
    private readonly StepGradients<T>[] _below = [];
    private readonly double[] _own;
    private readonly double[] _all;

    public RankedBackward(GradientExchange ranks, StepGradients<T> gradients)
    {
        _ranks = ranks;
        _gradients = gradients;
        _plan = new SharePlan(ranks.Rank, ranks.Size, ranks.Shares ?? ranks.Size);

        // Behind the losses, whether the rank is to stop.
        _own = new double[_plan.MostOfARank + 1];
        _all = new double[_own.Length * ranks.Size];
        if (ranks.Shares is null)
            return;
        _tree = new TreeSum<T>(ranks, _plan, TNet.Layout.Length);
        _nodes = [gradients, .. _plan.Nodes[ranks.Rank].Skip(1).Select(_ => new StepGradients<T>(TNet.Layout))];
        _below = [.. Enumerable.Range(0, _plan.Nodes[ranks.Rank].Max(node => node.Level)).Select(_ => new StepGradients<T>(TNet.Layout))];
    }

    /// <summary>Whether a rank is to stop; each is told of it in the next batch.</summary>
    public bool IsToStop { get; set; }

    /// <summary>Whether a rank was to stop in the last batch.</summary>
    public bool AreToStop { get; private set; }

    /// <summary>To be called before the first batch of a fit.</summary>
    public void Begin() => AreToStop = false;

    /// <summary>The gradients of the whole batch; returns its mean loss.</summary>
    /// <param name="backward">What computes those of some rows.</param>
    /// <param name="rows">Those of this rank, and the whole batch.</param>
    /// <param name="noise">What dropout masks are drawn from, of the first row of the batch.</param>
    public double Gradients(BackwardPass<TNet, T> backward, RankedRows<T> rows, in DropoutNoise noise)
    {
        if (_tree is null)
        {
            _own[0] = OfRows(backward, rows, _plan.OwnRows(rows.Batch.Rows), noise, _gradients);
        }
        else
        {
            for (int i = 0; i < _nodes.Length; i++)
                OfNode(backward, rows, noise, _plan.Nodes[_plan.Rank][i], _nodes[i]);
        }

        double loss = SumOfLosses();

        // Also where the loss is not finite: then all find the same place of it.
        if (_tree is not null)
            _tree.Run(_nodes, _gradients.Span);
        else if (_plan.Size > 1)
            RankBytes.Sum(_ranks, _gradients.Span);
        return loss;
    }

    private double SumOfLosses()
    {
        _own[^1] = IsToStop ? 1 : 0;
        _ranks.Gather(MemoryMarshal.AsBytes(_own.AsSpan()), MemoryMarshal.AsBytes(_all.AsSpan()));
        double loss = 0;
        AreToStop = false;
        for (int rank = 0; rank < _plan.Size; rank++)
        {
            ReadOnlySpan<double> of = _all.AsSpan(rank * _own.Length, _own.Length);
            foreach (double share in of[..(_plan.FirstShareOf(rank + 1) - _plan.FirstShareOf(rank))])
                loss += share;
            AreToStop |= of[^1] != 0;
        }

        return loss;
    }

    private void OfNode(BackwardPass<TNet, T> backward, in RankedRows<T> rows, in DropoutNoise noise, ShareNode node, StepGradients<T> to)
    {
        if (node.Level == 0)
        {
            _own[node.Index - _plan.FirstShareOf(_plan.Rank)] = OfRows(backward, rows, _plan.RowsOfShare(node.Index, rows.Batch.Rows), noise, to);
            return;
        }

        OfNode(backward, rows, noise, node.Left, to);
        if (!_plan.Has(node.Right))
            return;
        StepGradients<T> right = _below[node.Level - 1];
        OfNode(backward, rows, noise, node.Right, right);
        Share.Take<T>(Share.Whole(first: false), right.Span, to.Span);
    }

    /// <summary>What some rows of the batch contribute.</summary>
    private double OfRows(BackwardPass<TNet, T> backward, in RankedRows<T> rows, Range range, in DropoutNoise noise, StepGradients<T> to)
    {
        int start = range.Start.Value, count = range.End.Value - start, own = start - _plan.OwnRows(rows.Batch.Rows).Start.Value;
        if (count == 0)
        {
            to.Span.Clear();
            return 0;
        }

        return backward.Gradients(
            backward.Divide(count), rows.Inputs.Slice(own * TNet.InputSize, count * TNet.InputSize), rows.Targets.Slice(own * TNet.TargetSize, count * TNet.TargetSize), noise.At(start), to,
            carried: null, rows.Batch);
    }
}

/// <summary>The rows of a rank in a batch.</summary>
/// <param name="inputs">Their inputs.</param>
/// <param name="targets">Their targets.</param>
/// <param name="batch">The whole batch.</param>
internal readonly ref struct RankedRows<T>(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, BatchTotals batch)
{
    public ReadOnlySpan<T> Inputs { get; } = inputs;

    public ReadOnlySpan<T> Targets { get; } = targets;

    public BatchTotals Batch { get; } = batch;
}
