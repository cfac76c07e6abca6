using System;
using System.Collections.Immutable;
using System.Linq;
using System.Numerics;
using System.Threading;
using GenNet.CompilerServices;

namespace GenNet;

/// <summary>A fit in one of several ranks.</summary>
internal sealed class RankProcess<TNet, T> : FitProcess<TNet, T>
    where TNet : class, INetwork<TNet, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly TNet _network;
    private readonly RankBatches<T> _batches;
    private readonly RankedStep<TNet, T> _step;
    private readonly ImmutableArray<CarriedState<T>> _carried;
    private readonly ValidationLoss<TNet, T> _validationLoss;
    private readonly CancellationToken _cancellation;

    /// <summary>The process of a rank.</summary>
    /// <param name="network">The network.</param>
    /// <param name="batches">Its rows of the batches.</param>
    /// <param name="step">The step of the trainer.</param>
    /// <param name="keepGradients">Whether each step leaves the gradients of all parameters.</param>
    /// <param name="team">The threads.</param>
    /// <param name="options">The options of the fit.</param>
    public RankProcess(TNet network, RankBatches<T> batches, RankedStep<TNet, T> step, bool keepGradients, WorkerTeam team, FitOptions<T> options)
    {
        _network = network;
        _batches = batches;
        _carried = options.CarryState ? [.. step.Plan.OwnShares.Select(share => network.CreateCarriedState(Math.Max(1, RowsOf(step.Plan.RowsOfShare(share, options.BatchSize)))))] : [];
        _step = step.OfFit(team, keepGradients, _carried);
        _validationLoss = new ValidationLoss<TNet, T>(network, team);
        _cancellation = options.CancellationToken;
    }

    public override GradientExchange Ranks => _batches.Ranks;

    public override TimeSpan Waiting => _step.Clock.Waiting;

    public override TimeSpan Exchanging => _step.Clock.Exchanging;

    /// <summary>Ranks tell each other in each step, so that all end before the same one.</summary>
    public override bool IsToStop()
    {
        _step.Losses.IsToStop = _cancellation.IsCancellationRequested;
        return _step.Losses.AreToStop;
    }

    public override void BeginEpoch()
    {
        _step.Clock.Reset();
        foreach (CarriedState<T> share in _carried)
            share.Reset();
    }

    public override StepResult Step(int rows, ReadOnlyMemory<T> inputs, ReadOnlyMemory<T> targets, in DropoutNoise noise)
    {
        double terms = _batches.Terms(_network, ref inputs, ref targets);
        return _step.Run(new RankedRows<T>(inputs.Span, targets.Span, _batches.Starts, terms), noise);
    }

    public override void EndSteps() => _step.CompleteOptimizer();

    /// <summary>Each rank takes its shares of the rows, and the losses of all are added up in their order.</summary>
    public override double Validate(Dataset<T> data)
    {
        double terms = CheckedPasses.Terms(_network, data.Inputs, data.Targets);
        foreach (int share in _step.Plan.OwnShares)
        {
            Dataset<T>? rows = data.Slice(_step.Plan.RowsOfShare(share, data.Count));
            _step.Losses.Set(share, rows is null ? 0 : CheckedPasses.Terms(_network, rows.Inputs, rows.Targets) / terms * _validationLoss.Of(rows));
        }

        return _step.Losses.Sum();
    }

    public override void Fail(Exception exception) => Ranks.Fail(exception);

    private static int RowsOf(Range rows) => rows.End.Value - rows.Start.Value;
}
