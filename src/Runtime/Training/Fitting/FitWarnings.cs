using System;
using System.Collections.Immutable;
using System.Linq;
using System.Numerics;

namespace GenNet;

/// <summary>What a fit warns of, each kind once: told at once, and kept for the result.</summary>
internal sealed class FitWarnings<TNet, T>(TNet network, IBatchSource<T> batches, Action<FitWarning>? told)
    where TNet : class, INetwork<TNet, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ExplosionWatch<TNet, T> _explosion = new();

    /// <summary>All so far.</summary>
    public ImmutableArray<FitWarning> All { get; private set; } = [];

    public void Add(FitWarning? warning)
    {
        if (warning is null || Has(warning.Kind))
            return;
        All = All.Add(warning);
        told?.Invoke(warning);
    }

    /// <summary>To be told the loss of each batch.</summary>
    public void ObserveBatch(double loss) => _explosion.ObserveBatch(loss);

    /// <summary>Looks at an epoch that has ended with finite parameters.</summary>
    public void ObserveEpoch(EpochReport report)
    {
        if (report.ValidationLoss is { } loss && !double.IsFinite(loss))
            Add(new FitWarning(FitWarningKind.ValidationLossNotFinite, report.Epoch, ScheduleSettings.Text($"After epoch {report.Epoch} the validation loss is {loss}, although the validation data and all parameters are finite: some of its rows lead out of the range of the numbers. Scale them as the training data, or lower the learning rate.")));
        if (!Has(FitWarningKind.Exploded) && _explosion.Find(report.Epoch, report.Loss, network, batches) is { } explosion)
            Add(new FitWarning(FitWarningKind.Exploded, report.Epoch, explosion));
    }

    private bool Has(FitWarningKind kind) => All.Any(warning => warning.Kind == kind);
}
