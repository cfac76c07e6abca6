using System;
using System.Linq;
using System.Numerics;
using GenNet.CompilerServices;

namespace GenNet;

/// <summary>
/// The backward pass of a batch on the threads of a team: first each computes that of some of the rows, in a workspace of its own, then each the
/// gradients of some of the parameters, of all rows and in their order. So there is nothing to reduce. Where there are fewer parameters than activations, as of convolutions,
/// each sums gradients of its own rows instead, and at the end each adds up a share of all, in the order of the parts.
/// </summary>
internal sealed class TeamBackward<TNet, T>
    where TNet : class, INetwork<TNet, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly TNet _network;
    private readonly int _threads;
    private readonly StepParts _parts;
    private readonly Workspace<T>[] _workspaces;
    private readonly double[] _losses;
    private readonly TeamWork<FirstHalfWork> _firstHalf;
    private readonly TeamWork<SecondHalfWork> _secondHalf;
    private readonly AlignedBuffer<T>[] _own;
    private readonly TeamWork<OwnGradientsWork> _ownGradients;
    private readonly TeamWork<SumWork> _sum;

    public TeamBackward(TNet network, WorkerTeam team)
    {
        _network = network;
        _threads = team.Size;
        _workspaces = [.. Enumerable.Range(0, team.Size).Select(_ => TNet.CreateWorkspace())];
        _parts = StepParts.Of<TNet, T>(network);
        _own = _parts.HaveOwnGradients ? [.. _workspaces.Select(_ => new AlignedBuffer<T>(network.Parameters.Length))] : [];
        _losses = new double[team.Size];
        _firstHalf = new TeamWork<FirstHalfWork>(team);
        _secondHalf = new TeamWork<SecondHalfWork>(team);
        _ownGradients = new TeamWork<OwnGradientsWork>(team);
        _sum = new TeamWork<SumWork>(team);
    }

    /// <summary>The workspace of the calling thread.</summary>
    public Workspace<T> FirstWorkspace => _workspaces[0];

    /// <summary>The number of parts that so many rows are worth.</summary>
    public int PartsOf(int rows) => _parts.Of(rows, _threads);

    /// <summary>The gradients of all rows, block after block; returns the mean loss.</summary>
    public unsafe double Gradients(BatchRows rows, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, in DropoutNoise noise, StepGradients<T> gradients, CarriedState<T>? carried,
        BatchTotals batch)
    {
        Array.Clear(_losses);
        RowSplit split = Split(rows);
        double terms = batch.AreOwn ? CheckedPasses.Terms(_network, inputs, targets) : batch.Terms;
        fixed (T* x = inputs, d = targets)
        {
            for (int round = 0; round < split.Rounds; round++)
            {
                var block = new TeamRows<TNet, T>(x, inputs.Length, d, targets.Length, split, round, batch.Rows);
                _firstHalf.Run(split.Parts, new FirstHalfWork(this, block, noise, terms, factor: 1, carried));
                SecondHalf(block, gradients);
            }
        }

        SumUp(split.Parts, gradients);

        return SumOfLosses(split.Parts);
    }

    /// <summary>The first half alone, of rows that are one block for each thread; returns their mean loss.</summary>
    public unsafe double FirstHalf(BatchRows rows, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, in DropoutNoise noise, double factor, CarriedState<T>? carried)
    {
        Array.Clear(_losses);
        fixed (T* x = inputs, d = targets)
        {
            var block = new TeamRows<TNet, T>(x, inputs.Length, d, targets.Length, Split(rows), round: 0);
            _firstHalf.Run(rows.Parts, new FirstHalfWork(this, block, noise, CheckedPasses.Terms(_network, inputs, targets), factor, carried));
        }

        return SumOfLosses(rows.Parts);
    }

    /// <summary>The second half, of the same rows: the gradients are added to the parameters themselves.</summary>
    public unsafe void AddToParameters(BatchRows rows, ReadOnlySpan<T> inputs)
    {
        fixed (T* x = inputs)
        {
            var block = new TeamRows<TNet, T>(x, inputs.Length, null, 0, Split(rows), round: 0);
            SecondHalf(block, gradients: null);
        }

        SumUp(rows.Parts, gradients: null);
    }

    private void SecondHalf(TeamRows<TNet, T> rows, StepGradients<T>? gradients)
    {
        if (_own.Length > 0)
            _ownGradients.Run(rows.Parts, new OwnGradientsWork(this, rows));
        else
            _secondHalf.Run(rows.Parts, new SecondHalfWork(this, rows, gradients));
    }

    private void SumUp(int parts, StepGradients<T>? gradients)
    {
        if (_own.Length > 0)
            _sum.Run(parts, new SumWork(this, parts, gradients));
    }

    private RowSplit Split(BatchRows rows) => new(rows.Count, rows.Parts, _network.Memory.BlockRows, _network.Memory.FewestRows > 0);

    private double SumOfLosses(int parts)
    {
        double loss = 0;
        foreach (double part in _losses.AsSpan(0, parts))
            loss += part;
        return loss;
    }

    /// <summary>The first half, for a thread's rows.</summary>
    private readonly struct FirstHalfWork(TeamBackward<TNet, T> of, TeamRows<TNet, T> rows, DropoutNoise noise, double terms, double factor, CarriedState<T>? carried) : ITeamWork
    {
        public void Do(int part)
        {
            Workspace<T> workspace = of._workspaces[part];
            workspace.Noise = noise.At(rows.FirstOf(part));
            workspace.Carried = new CarriedRows<T>(carried, rows.FirstOf(part));
            of._losses[part] += CheckedPasses.BackwardRows(of._network, terms, factor, rows.InputsOf(part), rows.TargetsOf(part), default, workspace);
        }
    }

    /// <summary>The second half, for a thread's share of the parameters: of the rows of all threads, to the gradients, or to the parameters themselves.</summary>
    private readonly struct SecondHalfWork(TeamBackward<TNet, T> of, TeamRows<TNet, T> rows, StepGradients<T>? gradients) : ITeamWork
    {
        public void Do(int part)
        {
            Span<T> to = gradients is null ? of._network.Parameters : gradients.Span;
            for (int other = 0; other < rows.Parts; other++)
            {
                bool first = gradients is not null && rows.IsFirstRound && other == 0;
                BackwardPass<TNet, T>.SecondHalf(of._network, new Share(part, rows.Parts, first, rows.Count), rows.InputsOf(other), to, of._workspaces[other]);
            }
        }
    }

    /// <summary>The second half of a thread's own rows, for all parameters.</summary>
    private readonly struct OwnGradientsWork(TeamBackward<TNet, T> of, TeamRows<TNet, T> rows) : ITeamWork
    {
        public void Do(int part) =>
            BackwardPass<TNet, T>.SecondHalf(of._network, Share.Whole(rows.IsFirstRound, rows.Count), rows.InputsOf(part), of._own[part].Span, of._workspaces[part]);
    }

    /// <summary>A thread's share of the sum of the gradients of all: it replaces the gradients, or is added to the parameters themselves.</summary>
    private readonly struct SumWork(TeamBackward<TNet, T> of, int parts, StepGradients<T>? gradients) : ITeamWork
    {
        public void Do(int part)
        {
            Span<T> to = gradients is null ? of._network.Parameters : gradients.Span;
            int line = CacheLine.Lanes<T>(), start = Share.Start(to.Length, line, part, parts), end = Share.Start(to.Length, line, part + 1, parts);
            for (int other = 0; other < parts; other++)
                Share.Take(Share.Whole(first: gradients is not null && other == 0), of._own[other].Span[start..end], to[start..end]);
        }
    }
}
