using System;
using System.Numerics;
using System.Runtime.InteropServices;
using GenNet.CompilerServices;

namespace GenNet;

/// <summary>The mean loss over the rows of a data set, which the ranks, if there are any, and the threads of a team divide.</summary>
internal sealed class ValidationLoss<TNet, T>(TNet network, WorkerTeam team, GradientExchange? ranks = null)
    where TNet : class, INetwork<TNet, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly TeamWork<Work> _work = new(team);
    private readonly double[] _losses = new double[team.Size];

    /// <summary>The mean loss over all rows.</summary>
    public double Of(Dataset<T> data) => ranks is null ? OfRows(data) : OnRanks(data, ranks);

    /// <summary>Each rank takes its shares of the rows, and the losses of all are added up in their order.</summary>
    private double OnRanks(Dataset<T> data, GradientExchange ranks)
    {
        var plan = new SharePlan(ranks.Rank, ranks.Size, ranks.Shares ?? ranks.Size);
        double[] own = new double[plan.MostOfARank], all = new double[own.Length * ranks.Size];
        int first = plan.FirstShareOf(ranks.Rank);
        double terms = CheckedPasses.Terms(network, data.Inputs, data.Targets);
        for (int share = first; share < plan.FirstShareOf(ranks.Rank + 1); share++)
        {
            if (data.Slice(plan.RowsOfShare(share, data.Count)) is { } rows)
                own[share - first] = CheckedPasses.Terms(network, rows.Inputs, rows.Targets) / terms * OfRows(rows);
        }

        ranks.Gather(MemoryMarshal.AsBytes(own.AsSpan()), MemoryMarshal.AsBytes(all.AsSpan()));
        double loss = 0;
        foreach (double part in all)
            loss += part;
        return loss;
    }

    private double OfRows(Dataset<T> data)
    {
        var rows = new RowSplit(data.Count, StepParts.Of<TNet, T>(network).ToEvaluate(data.Count, team.Size), data.Count);
        if (rows.Parts <= 1)
            return double.CreateTruncating(network.Evaluate(data.Inputs, data.Targets));
        _work.Run(rows.Parts, new Work(network, data, rows, CheckedPasses.Terms(network, data.Inputs, data.Targets), _losses));
        double loss = 0;
        foreach (double part in _losses.AsSpan(0, rows.Parts))
            loss += part;
        return loss;
    }

    /// <summary>What a thread's rows contribute to the mean.</summary>
    private readonly struct Work(TNet network, Dataset<T> data, RowSplit rows, double terms, double[] losses) : ITeamWork
    {
        public void Do(int part)
        {
            Range range = rows.Of(0, part);
            int start = range.Start.Value, end = range.End.Value;
            ReadOnlySpan<T> inputs = data.Inputs[(start * TNet.InputSize)..(end * TNet.InputSize)];
            ReadOnlySpan<T> targets = data.Targets[(start * TNet.TargetSize)..(end * TNet.TargetSize)];
            T loss = network.Evaluate(inputs, targets);
            losses[part] = CheckedPasses.Terms(network, inputs, targets) / terms * double.CreateTruncating(loss);
        }
    }
}
