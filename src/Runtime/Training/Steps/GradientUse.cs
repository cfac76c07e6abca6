using System;
using System.Numerics;

namespace GenNet;

/// <summary>The second half of a step, all that is made of the gradients: adjustment, update of the parameters and of the running statistics.</summary>
internal sealed class GradientUse<TNet, T>
    where TNet : class, INetwork<TNet, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly StepGradients<T> _gradients;
    private readonly GradientAdjustment<TNet, T> _adjustment;
    private readonly ParameterUpdate<TNet, T> _update;
    private readonly TNet? _withState;
    private readonly bool _endsAtNotFinite;

    /// <summary>On the calling thread.</summary>
    /// <param name="network">The network.</param>
    /// <param name="optimizer">What changes its parameters.</param>
    /// <param name="settings">What happens to the gradients before.</param>
    /// <param name="gradients">The gradients.</param>
    public GradientUse(TNet network, IOptimizer<T> optimizer, GradientSettings settings, StepGradients<T> gradients)
    {
        _gradients = gradients;
        _adjustment = new GradientAdjustment<TNet, T>(network, new PenaltyAndClipping<T>(settings, TNet.Layout), gradients);
        _update = new ParameterUpdate<TNet, T>(network, optimizer, gradients);
        _withState = TNet.Layout.HasState ? network : null;
        CanBeDivided = _update.TakesShares && _adjustment.CanBeDivided;
    }

    private GradientUse(GradientUse<TNet, T> single, WorkerTeam team)
    {
        _gradients = single._gradients;
        _adjustment = single._adjustment.On(team);
        _update = single._update.On(team);
        _withState = single._withState;
        CanBeDivided = single.CanBeDivided;
        _endsAtNotFinite = true;
    }

    /// <summary>Whether each parameter can be updated by its gradient alone, so that ranks can divide them.</summary>
    public bool CanBeDivided { get; }

    /// <summary>The same for a fit: on the threads of a team, and nothing is updated where a number is seen that is not finite.</summary>
    public GradientUse<TNet, T> OfFit(WorkerTeam team) => new(this, team);

    /// <summary>Updates all parameters. Where the loss is not finite, nothing changes.</summary>
    /// <param name="parts">The number of threads.</param>
    /// <param name="loss">The mean loss.</param>
    /// <param name="carried">What recurrent layers carry from the batch before, which is replaced; or null.</param>
    public StepResult Run(int parts, double loss, CarriedState<T>? carried)
    {
        if (!double.IsFinite(loss))
            return StepResult.Of(loss, isFinite: false);

        carried?.Advance();
        AdjustedGradients adjusted = _adjustment.Run(parts, loss, _update);
        bool finite = adjusted.AreFinite;
        if (!adjusted.AreUpdated && (finite || !_endsAtNotFinite))
            finite = _update.Run(parts, adjusted.Factor, _endsAtNotFinite);
        if (finite)
            EndStep();
        return new StepResult(loss, adjusted.Penalty, adjusted.Loss, finite);
    }

    /// <summary>Updates some of the parameters only; returns whether their gradients were finite.</summary>
    public bool RunPart(Range range, int parts) => _adjustment.RunPart(range, parts, _update);

    /// <summary>The running statistics follow those of the batch.</summary>
    public void EndStep() => _withState?.UpdateRunningStatistics(_gradients.Span);
}
