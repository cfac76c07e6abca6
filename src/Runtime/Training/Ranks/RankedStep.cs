using System;
using System.Collections.Immutable;
using System.Numerics;
using GenNet.CompilerServices;

namespace GenNet;

/// <summary>
/// The training step of ranks that divide the rows of a batch: each computes the gradients of its shares, sums a segment of those of all, and where each parameter can be updated by its gradient
/// alone, updates that segment, whose new parameters go to all. Else the sums go to all, and each rank updates all parameters alike.
/// </summary>
internal sealed class RankedStep<TNet, T>
    where TNet : class, INetwork<TNet, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly TNet _network;
    private readonly IOptimizer<T> _optimizer;
    private readonly StepGradients<T> _gradients;
    private readonly GradientExchange _ranks;
    private readonly RankSegments<T> _segments;
    private readonly TreeSum<T> _sum;
    private readonly BackwardPass<TNet, T> _pass;
    private readonly RankedBackward<TNet, T> _backward;
    private readonly GradientUse<TNet, T> _use;
    private readonly ImmutableArray<CarriedState<T>> _carried = [];
    private readonly byte[] _finite;
    private readonly int[] _starts = [];

    // Between steps that are no fit's, the optimizer of each rank is complete.
    private readonly bool _divides;

    /// <summary>Single steps.</summary>
    /// <param name="network">The network.</param>
    /// <param name="optimizer">What changes its parameters.</param>
    /// <param name="settings">What happens to the gradients before.</param>
    /// <param name="gradients">Where they go.</param>
    /// <param name="ranks">The ranks.</param>
    public RankedStep(TNet network, IOptimizer<T> optimizer, GradientSettings settings, StepGradients<T> gradients, GradientExchange ranks)
    {
        _network = network;
        _optimizer = optimizer;
        _gradients = gradients;
        _ranks = ranks;
        Plan = SharePlan.Of(ranks);
        Losses = new ShareLosses(ranks, Plan);
        _segments = new RankSegments<T>(TNet.Layout, ranks.Size);
        _sum = new TreeSum<T>(ranks, Plan, _segments, TNet.Layout, gradients);
        _pass = new BackwardPass<TNet, T>(network).On(new WorkerTeam(1));
        _backward = new RankedBackward<TNet, T>(_pass, Plan, TNet.Layout, _carried);
        _use = new GradientUse<TNet, T>(network, optimizer, settings, gradients);
        _finite = new byte[ranks.Size];
        _starts = new int[Plan.Shares + 1];
    }

    private RankedStep(RankedStep<TNet, T> single, WorkerTeam team, bool keepGradients, ImmutableArray<CarriedState<T>> carried)
    {
        _network = single._network;
        _optimizer = single._optimizer;
        _gradients = single._gradients;
        _ranks = single._ranks;
        Plan = single.Plan;
        Losses = new ShareLosses(_ranks, Plan);
        _segments = single._segments;
        _sum = single._sum;
        _pass = single._pass.On(team);
        _carried = carried;
        _backward = new RankedBackward<TNet, T>(_pass, Plan, TNet.Layout, carried);
        _use = single._use.OfFit(team);
        _finite = single._finite;
        _divides = _use.CanBeDivided && !keepGradients && _ranks.Size > 1;
    }

    /// <summary>The shares of the ranks.</summary>
    public SharePlan Plan { get; }

    /// <summary>The losses of the shares, and whether a rank is to stop.</summary>
    public ShareLosses Losses { get; }

    /// <summary>How long this rank does not compute.</summary>
    public RankClock Clock { get; } = new();

    /// <summary>The steps of a fit: on the threads of a team, and none is taken where a number is seen that is not finite.</summary>
    /// <param name="team">The threads.</param>
    /// <param name="keepGradients">Whether each step leaves the gradients of all parameters.</param>
    /// <param name="carried">For each share of this rank, what recurrent layers carry; empty where each batch begins with zeros.</param>
    public RankedStep<TNet, T> OfFit(WorkerTeam team, bool keepGradients, ImmutableArray<CarriedState<T>> carried) => new(this, team, keepGradients, carried);

    /// <summary>One step. Its numbers are those of the whole batch, the same on every rank.</summary>
    /// <param name="rows">The rows of this rank, and the whole batch.</param>
    /// <param name="noise">What the dropout masks are drawn from.</param>
    public StepResult Run(RankedRows<T> rows, in DropoutNoise noise)
    {
        _backward.Run(rows, noise, _sum.Nodes, Losses);
        Clock.Start();
        double loss = Losses.Sum();
        Clock.Waited();
        Clock.Start();
        _sum.Run();
        Clock.Exchanged();
        int parts = _pass.Divide(rows.Batch.Rows).Parts;

        // Also where the loss is not finite: then all find the same place of it.
        _gradients.AreKept = !_divides || !double.IsFinite(loss);
        if (_gradients.AreKept)
        {
            Spread(_gradients.Span, _segments.All);
            Advance(loss);
            return _use.Run(parts, loss, carried: null);
        }

        Advance(loss);
        bool finite = RunOwn(parts);
        return StepResult.Of(loss, finite);
    }

    /// <summary>One step on a batch that each rank has in whole, with the network's own noise.</summary>
    public StepResult RunWhole(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, int rows)
    {
        Range own = Plan.OwnRows(rows);
        int start = own.Start.Value, count = own.End.Value - start;
        double terms = CheckedPasses.Terms(_network, inputs, targets);
        Plan.Divide(rows, _starts);
        DropoutNoise noise = TNet.HasDropout ? _network.Memory.Workspace.TakeNoise() : default;
        return Run(new RankedRows<T>(inputs.Slice(start * TNet.InputSize, count * TNet.InputSize), targets.Slice(start * TNet.TargetSize, count * TNet.TargetSize), _starts, terms), noise);
    }

    /// <summary>Completes the state of the optimizer, of which each rank has the segment that it updates.</summary>
    public void CompleteOptimizer()
    {
        if (!_divides || _optimizer is not IOptimizerState<T> stateful || _optimizer is not IPartialOptimizer<T> optimizer)
            return;
        foreach (string name in stateful.StateNames)
        {
            if (optimizer.StateBuffer(name) is { IsEmpty: false } state)
                Spread(state, _segments.Trainable);
        }
    }

    /// <summary>Updates the segment of this rank, and takes those of the others; returns whether all gradients were finite.</summary>
    private bool RunOwn(int parts)
    {
        int trainable = TNet.Layout.TrainableLength;
        bool finite = AreAll(_use.RunPart(_segments.TrainableOf(_ranks.Rank), parts));
        Spread(_network.Parameters[..trainable], _segments.Trainable);
        if (!finite)
        {
            // The fit ends here: whoever looks for the place sees all gradients.
            Spread(_gradients.Span, _segments.All);
            _gradients.AreKept = true;
        }
        else if (TNet.Layout.HasState)
        {
            Spread(_gradients.Span[trainable..], _segments.State);
            _use.EndStep();
        }

        return finite;
    }

    private void Advance(double loss)
    {
        if (!double.IsFinite(loss))
            return;
        foreach (CarriedState<T> share in _carried)
            share.Advance();
    }

    private bool AreAll(bool finite)
    {
        byte own = finite ? (byte)1 : (byte)0;
        Clock.Start();
        _ranks.Gather(new ReadOnlySpan<byte>(in own), _finite);
        Clock.Waited();
        return !_finite.AsSpan().Contains((byte)0);
    }

    private void Spread(Span<T> numbers, ImmutableArray<int> lengths)
    {
        Clock.Start();
        RankBytes.GatherParts(_ranks, numbers, lengths.AsSpan());
        Clock.Exchanged();
    }
}
