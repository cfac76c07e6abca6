using System;
using System.Numerics;
using GenNet.CompilerServices;

namespace GenNet;

/// <summary>The mean loss over the rows of a data set, which the threads of a team divide.</summary>
internal sealed class ValidationLoss<TNet, T>(TNet network, WorkerTeam team)
    where TNet : class, INetwork<TNet, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly TeamWork<Work> _work = new(team);
    private readonly double[] _losses = new double[team.Size];

    /// <summary>The mean loss over all rows.</summary>
    public double Of(Dataset<T> data)
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
