using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace GenNet;

/// <summary>
/// The training step, of single steps and of fits: backward pass, sum over ranks, adjustment of the gradients, update of the parameters and of the running statistics.
/// Each is an object that divides its work among the threads, where there are any. Sums run in a fixed order, so one thread count gives one result, bit for bit.
/// </summary>
internal sealed class TrainingStep<TNet, T>
    where TNet : class, INetwork<TNet, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly StepGradients<T> _gradients;
    private readonly BackwardPass<TNet, T> _backward;
    private readonly RankedBackward<TNet, T>? _ranked;
    private readonly GradientAdjustment<TNet, T> _adjustment;
    private readonly ParameterUpdate<TNet, T> _update;
    private readonly TNet? _withState;
    private readonly DirectDescent<TNet, T>? _direct;
    private readonly bool _endsAtNotFinite;

    /// <summary>Steps on the calling thread.</summary>
    /// <param name="network">The network.</param>
    /// <param name="optimizer">What changes its parameters.</param>
    /// <param name="settings">What happens to the gradients before.</param>
    /// <param name="ranked">The backward pass of the steps that ranks share; null without any.</param>
    /// <param name="gradients">Where they go.</param>
    /// <param name="keepGradients">Whether all steps leave them there; else some are done that need none.</param>
    public TrainingStep(TNet network, IOptimizer<T> optimizer, GradientSettings settings, RankedBackward<TNet, T>? ranked, StepGradients<T> gradients, bool keepGradients)
    {
        _gradients = gradients;
        _backward = new BackwardPass<TNet, T>(network);
        _ranked = ranked;
        _adjustment = new GradientAdjustment<TNet, T>(network, new PenaltyAndClipping<T>(settings, TNet.Layout), gradients);
        _update = new ParameterUpdate<TNet, T>(network, optimizer, gradients);
        _withState = TNet.Layout.HasState ? network : null;
        _direct = keepGradients || ranked is not null || TNet.Layout.HasState ? null : DirectDescent<TNet, T>.Of(network, optimizer, settings);
    }

    private TrainingStep(TrainingStep<TNet, T> single, WorkerTeam team)
    {
        _gradients = single._gradients;
        _backward = single._backward.On(team);
        _ranked = single._ranked;
        _ranked?.Begin();
        _adjustment = single._adjustment.On(team);
        _update = single._update.On(team);
        _withState = single._withState;
        _direct = single._direct;
        _endsAtNotFinite = true;
    }

    /// <summary>The same steps for a fit: on the threads of a team, and as a fit ends with it, none is taken where a number is seen that is not finite.</summary>
    public TrainingStep<TNet, T> OfFit(WorkerTeam team) => new(this, team);

    /// <summary>One step. Where the loss is not finite, nothing changes.</summary>
    /// <param name="inputs">[n x InputSize].</param>
    /// <param name="targets">[n x OutputSize].</param>
    /// <param name="noise">Of a fit, what the dropout masks are drawn from; else that is the network's own.</param>
    /// <param name="carried">What recurrent layers carry from the batch before, which is replaced; null where each batch begins with zeros.</param>
    public StepResult Run(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, in DropoutNoise noise, CarriedState<T>? carried = null)
    {
        BatchRows rows = _backward.RowsOf(inputs);
        DirectDescent<TNet, T>? direct = _backward.TakesAtOnce(rows) ? _direct : null;
        _gradients.AreKept = direct is null;
        if (direct is null)
            return RunByGradients(rows, inputs, targets, noise, carried);

        // The update is the second half of the backward pass; there is nothing to exchange or to adjust.
        double loss = _backward.FirstHalf(rows, inputs, targets, noise, direct.Factor, carried);
        if (!double.IsFinite(loss))
            return StepResult.Of(loss, isFinite: false);
        carried?.Advance();
        direct.BeginStep();
        _backward.AddToParameters(rows, inputs);
        return StepResult.Of(loss, isFinite: !_endsAtNotFinite || direct.BiasesAreFinite);
    }

    /// <summary>The backward pass, whose gradients the ranks sum, and what follows. By the rows of the whole batch, so that it is the same on every rank.</summary>
    /// <param name="rows">The rows of this rank, and the whole batch.</param>
    /// <param name="noise">What the dropout masks are drawn from.</param>
    public StepResult Run(RankedRows<T> rows, in DropoutNoise noise)
    {
        _gradients.AreKept = true;
        return Update(_backward.Divide(rows.Batch.Rows), _ranked!.Gradients(_backward, rows, noise), carried: null);
    }

    /// <summary>Tells the other ranks in the next step whether this one is to stop.</summary>
    public bool IsToStop
    {
        set => _ranked!.IsToStop = value;
    }

    /// <summary>Whether one of the ranks was to stop in the last step.</summary>
    public bool AreToStop => _ranked!.AreToStop;

    /// <summary>The backward pass and what follows. Not inlined: beside it the direct step of the smallest networks, which takes 70 ns, would have to clear its frame too.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private StepResult RunByGradients(BatchRows rows, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, in DropoutNoise noise, CarriedState<T>? carried)
    {
        double loss = _backward.Gradients(rows, inputs, targets, noise, _gradients, carried);
        return Update(rows, loss, carried);
    }

    /// <summary>All that is made of the gradients.</summary>
    private StepResult Update(BatchRows rows, double loss, CarriedState<T>? carried)
    {
        if (!double.IsFinite(loss))
            return StepResult.Of(loss, isFinite: false);

        carried?.Advance();
        AdjustedGradients adjusted = _adjustment.Run(rows.Parts, loss, _update);
        bool finite = adjusted.AreFinite;
        if (!adjusted.AreUpdated && (finite || !_endsAtNotFinite))
            finite = _update.Run(rows.Parts, adjusted.Factor, _endsAtNotFinite);
        if (finite)
            _withState?.UpdateRunningStatistics(_gradients.Span);
        return new StepResult(loss, adjusted.Penalty, adjusted.Loss, finite);
    }
}
