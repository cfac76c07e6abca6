using System;
using System.Numerics;

namespace GenNet;

/// <summary>A fit in one process.</summary>
/// <param name="network">The network.</param>
/// <param name="step">The step of the trainer.</param>
/// <param name="team">The threads.</param>
/// <param name="options">The options of the fit.</param>
internal sealed class SingleProcess<TNet, T>(TNet network, TrainingStep<TNet, T> step, WorkerTeam team, FitOptions<T> options) : FitProcess<TNet, T>
    where TNet : class, INetwork<TNet, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly TrainingStep<TNet, T> _step = step.OfFit(team);
    private readonly CarriedState<T>? _carried = options.CarryState ? network.CreateCarriedState(options.BatchSize) : null;
    private readonly ValidationLoss<TNet, T> _validationLoss = new(network, team);

    public override bool IsToStop() => options.CancellationToken.IsCancellationRequested;

    public override void BeginEpoch() => _carried?.Reset();

    public override StepResult Step(int rows, ReadOnlyMemory<T> inputs, ReadOnlyMemory<T> targets, in DropoutNoise noise) => _step.Run(inputs.Span, targets.Span, noise, _carried);

    public override double Validate(Dataset<T> data) => _validationLoss.Of(data);
}
