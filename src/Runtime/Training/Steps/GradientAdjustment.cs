using System;
using System.Numerics;

namespace GenNet;

/// <summary>Between the exchange and the update: penalties and clipping, each thread on a share of the gradients.</summary>
internal sealed class GradientAdjustment<TNet, T>
    where TNet : class, INetwork<TNet, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly TNet _network;
    private readonly PenaltyAndClipping<T> _rule;
    private readonly StepGradients<T> _gradients;
    private readonly TeamWork<Work>? _work;
    private readonly Share[] _shares = [];

    /// <summary>The adjustment of all gradients by the calling thread.</summary>
    public GradientAdjustment(TNet network, PenaltyAndClipping<T> rule, StepGradients<T> gradients)
    {
        _network = network;
        _rule = rule;
        _gradients = gradients;
    }

    private GradientAdjustment(GradientAdjustment<TNet, T> single, WorkerTeam team)
        : this(single._network, single._rule, single._gradients)
    {
        _work = new TeamWork<Work>(team);
        _shares = new Share[team.Size];
    }

    /// <summary>Whether each gradient is adjusted by itself.</summary>
    public bool CanBeDivided => !_rule.ClipsNorm && !_rule.HasPenalty;

    /// <summary>The same by the threads of a team.</summary>
    public GradientAdjustment<TNet, T> On(WorkerTeam team) => new(this, team);

    /// <summary>Adjusts the gradients, and where they need not be complete for it, has each thread update by its share while that is in its cache.</summary>
    /// <param name="parts">The number of parts.</param>
    /// <param name="loss">The mean loss, to which the penalty is added.</param>
    /// <param name="update">The update that follows.</param>
    public AdjustedGradients Run(int parts, double loss, ParameterUpdate<TNet, T> update)
    {
        if (parts > 1)
            return RunOnTeam(parts, loss, update);
        double penalty = _rule.AdjustAll(_network.Parameters[..TNet.Layout.TrainableLength], _gradients.Trainable, out bool finite);
        loss += penalty;
        return new AdjustedGradients(loss, penalty, Factor: 1, finite && double.IsFinite(loss), AreUpdated: false);
    }

    /// <summary>Adjusts some of the gradients, where that can be divided, and updates by them; returns whether they were finite.</summary>
    /// <param name="range">Which.</param>
    /// <param name="parts">The number of parts.</param>
    /// <param name="update">The update that follows.</param>
    public bool RunPart(Range range, int parts, ParameterUpdate<TNet, T> update)
    {
        update.Begin();
        _work!.Run(parts, new Work(this, update, range, parts));
        bool finite = true;
        foreach (Share share in _shares.AsSpan(0, parts))
            finite &= share.IsFinite;
        return finite;
    }

    private AdjustedGradients RunOnTeam(int parts, double loss, ParameterUpdate<TNet, T> update)
    {
        bool updates = update.TakesShares && !_rule.ClipsNorm;
        if (updates)
            update.Begin();
        _work!.Run(parts, new Work(this, updates ? update : null, .._gradients.Trainable.Length, parts));

        double penalty = 0, squares = 0;
        bool finite = true;
        foreach (Share share in _shares.AsSpan(0, parts))
        {
            loss += share.Penalty;
            penalty += share.Penalty;
            squares += share.Squares;
            finite &= share.IsFinite;
        }

        return new AdjustedGradients(loss, penalty, _rule.NormFactor(squares), finite && double.IsFinite(loss) && double.IsFinite(squares), updates);
    }

    /// <summary>What a thread has found in its share.</summary>
    private struct Share
    {
        public double Penalty;
        public double Squares;
        public bool IsFinite;
    }

    /// <summary>A thread's share, with its update if there is one.</summary>
    private readonly struct Work(GradientAdjustment<TNet, T> of, ParameterUpdate<TNet, T>? update, Range all, int parts) : ITeamWork
    {
        public void Do(int part)
        {
            Span<T> gradients = of._gradients.Trainable;
            int first = all.Start.Value;
            Range own = ParameterShares.Of<T>(all.End.Value - first, part, parts), range = (first + own.Start.Value)..(first + own.End.Value);
            ref Share share = ref of._shares[part];
            share.Penalty = of._rule.Adjust(of._network.Parameters[range], gradients[range], range.Start.Value, out share.Squares);
            share.IsFinite = update is null || update.Share(range);
        }
    }
}
