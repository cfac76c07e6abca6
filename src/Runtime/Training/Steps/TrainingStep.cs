using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace GenNet;

/// <summary>
/// The training step of one process, of single steps and of fits: backward pass, adjustment of the gradients, update of the parameters and of the running statistics.
/// Each is an object that divides its work among the threads, where there are any. Sums run in a fixed order, so one thread count gives one result, bit for bit.
/// </summary>
internal sealed class TrainingStep<TNet, T>
    where TNet : class, INetwork<TNet, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly StepGradients<T> _gradients;
    private readonly BackwardPass<TNet, T> _backward;
    private readonly GradientUse<TNet, T> _use;
    private readonly DirectDescent<TNet, T>? _direct;
    private readonly bool _endsAtNotFinite;

    /// <summary>Steps on the calling thread.</summary>
    /// <param name="network">The network.</param>
    /// <param name="optimizer">What changes its parameters.</param>
    /// <param name="settings">What happens to the gradients before.</param>
    /// <param name="gradients">Where they go.</param>
    /// <param name="keepGradients">Whether all steps leave them there; else some are done that need none.</param>
    public TrainingStep(TNet network, IOptimizer<T> optimizer, GradientSettings settings, StepGradients<T> gradients, bool keepGradients)
    {
        _gradients = gradients;
        _backward = new BackwardPass<TNet, T>(network);
        _use = new GradientUse<TNet, T>(network, optimizer, settings, gradients);
        _direct = keepGradients || TNet.Layout.HasState ? null : DirectDescent<TNet, T>.Of(network, optimizer, settings);
    }

    private TrainingStep(TrainingStep<TNet, T> single, WorkerTeam team)
    {
        _gradients = single._gradients;
        _backward = single._backward.On(team);
        _use = single._use.OfFit(team);
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

    /// <summary>The backward pass and what follows. Not inlined: beside it the direct step of the smallest networks, which takes 70 ns, would have to clear its frame too.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private StepResult RunByGradients(BatchRows rows, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, in DropoutNoise noise, CarriedState<T>? carried)
    {
        double loss = _backward.Gradients(rows, inputs, targets, noise, _gradients, carried);
        return _use.Run(rows.Parts, loss, carried);
    }
}
