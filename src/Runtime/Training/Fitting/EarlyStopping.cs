using System;

namespace GenNet;

/// <summary>
/// Ends a fit that no longer improves. What is watched is the validation loss, or without validation data the training loss.
/// </summary>
public sealed class EarlyStopping
{
    private readonly int _patience = 10;
    private readonly double _minimumDelta;

    /// <summary>The epochs in a row without improvement after which the fit ends; 10 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Patience
    {
        get => _patience;
        init => _patience = ScheduleSettings.Count(value, 1, nameof(Patience));
    }

    /// <summary>An improvement is a loss below the best so far minus this; 0 by default. NaN never is one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and at least 0.</exception>
    public double MinimumDelta
    {
        get => _minimumDelta;
        init => _minimumDelta = OptimizerSettings.NotNegative(value, nameof(MinimumDelta));
    }

    /// <summary>Whether the network has the parameters of the best epoch when the fit is over, also where it ended by itself or was cancelled;
    /// true by default. The optimizer keeps its last state.</summary>
    public bool RestoreBest { get; init; } = true;

    /// <summary>The settings, culture-invariant: a fit that is resumed must have the same.</summary>
    public override string ToString() => ScheduleSettings.Text($"patience={Patience} minimumDelta={MinimumDelta} restoreBest={RestoreBest}");
}
