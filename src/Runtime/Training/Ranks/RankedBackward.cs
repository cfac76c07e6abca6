using System;
using System.Collections.Immutable;
using System.Linq;
using System.Numerics;
using GenNet.CompilerServices;

namespace GenNet;

/// <summary>
/// The backward pass of the rows of a batch that a rank has: the gradients of each of its nodes of the tree of shares. Each share is computed by itself, and its means are over the terms of the
/// whole batch, so that all need only be added.
/// </summary>
/// <param name="pass">What computes the gradients of some rows.</param>
/// <param name="plan">The shares of the ranks.</param>
/// <param name="layout">The layout of the gradients.</param>
/// <param name="carried">For each share of this rank, what recurrent layers carry from the batch before; empty where each batch begins with zeros.</param>
internal sealed class RankedBackward<TNet, T>(BackwardPass<TNet, T> pass, SharePlan plan, Layout layout, ImmutableArray<CarriedState<T>> carried)
    where TNet : class, INetwork<TNet, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly StepGradients<T>[] _below = [.. Enumerable.Range(0, plan.Nodes[plan.Rank].Max(node => node.Level)).Select(_ => new StepGradients<T>(layout))];

    /// <summary>The gradients of the nodes.</summary>
    /// <param name="rows">The rows of this rank, and the whole batch.</param>
    /// <param name="noise">What dropout masks are drawn from, of the first row of the batch.</param>
    /// <param name="nodes">Where they go, in the order of the plan.</param>
    /// <param name="losses">Where the loss of each share goes.</param>
    public void Run(in RankedRows<T> rows, in DropoutNoise noise, ImmutableArray<StepGradients<T>> nodes, ShareLosses losses)
    {
        for (int i = 0; i < nodes.Length; i++)
            OfNode(rows, noise, plan.Nodes[plan.Rank][i], nodes[i], losses);
    }

    private void OfNode(in RankedRows<T> rows, in DropoutNoise noise, ShareNode node, StepGradients<T> to, ShareLosses losses)
    {
        if (node.Level == 0)
        {
            losses.Set(node.Index, OfShare(rows, node.Index, noise, to));
            return;
        }

        OfNode(rows, noise, node.Left, to, losses);
        if (!plan.Has(node.Right))
            return;
        StepGradients<T> right = _below[node.Level - 1];
        OfNode(rows, noise, node.Right, right, losses);
        Share.Take<T>(Share.Whole(first: false), right.Span, to.Span);
    }

    /// <summary>What a share contributes.</summary>
    private double OfShare(in RankedRows<T> rows, int share, in DropoutNoise noise, StepGradients<T> to)
    {
        int start = rows.Starts[share], count = rows.Starts[share + 1] - start, own = start - rows.Starts[plan.FirstShareOf(plan.Rank)];
        if (count == 0)
        {
            to.Span.Clear();
            return 0;
        }

        return pass.Gradients(
            pass.Divide(count), rows.Inputs.Slice(own * TNet.InputSize, count * TNet.InputSize), rows.Targets.Slice(own * TNet.TargetSize, count * TNet.TargetSize), noise.At(start), to,
            carried.IsEmpty ? null : carried[share - plan.FirstShareOf(plan.Rank)], rows.Batch);
    }
}

/// <summary>The rows of a rank in a batch.</summary>
/// <param name="inputs">Their inputs.</param>
/// <param name="targets">Their targets.</param>
/// <param name="starts">For each share of the batch its first row, and behind them the number of rows.</param>
/// <param name="terms">The terms that the mean loss of the batch is over.</param>
internal readonly ref struct RankedRows<T>(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, ReadOnlySpan<int> starts, double terms)
{
    public ReadOnlySpan<T> Inputs { get; } = inputs;

    public ReadOnlySpan<T> Targets { get; } = targets;

    public ReadOnlySpan<int> Starts { get; } = starts;

    public BatchTotals Batch { get; } = new(starts[^1], terms);
}
