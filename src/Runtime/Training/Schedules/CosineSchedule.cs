using System;

namespace GenNet;

/// <summary>
/// Half a cosine from 1 down to a minimum: minimum + (1 - minimum) (1 + cos(pi s / n)) / 2 in step s of n, without restarts. Source: I. Loshchilov,
/// F. Hutter, "SGDR: Stochastic Gradient Descent with Warm Restarts", 2017; PyTorch's CosineAnnealingLR, stepped after each batch.
/// </summary>
public sealed class CosineSchedule : ISchedule
{
    private readonly double _minimum;

    /// <summary>From the learning rate of the optimizer down to a part of it in the last step.</summary>
    /// <param name="minimum">The factor that would be reached after the last step, from 0 to below 1; 0 by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not.</exception>
    public CosineSchedule(double minimum = 0) => _minimum = ScheduleSettings.Share(minimum, nameof(minimum));

    /// <inheritdoc/>
    public bool DependsOnEpochs => true;

    /// <inheritdoc/>
    /// <remarks>Where the number of steps is not known, by epochs; steps beyond it stay at the last.</remarks>
    public double Factor(in SchedulePoint point)
    {
        double passed = point.Steps == 0 ? (point.Epoch - 1.0) / point.Epochs : (double)Math.Min(point.Step, point.Steps - 1) / point.Steps;
        return _minimum + (1 - _minimum) * (1 + Math.Cos(Math.PI * passed)) / 2;
    }

    /// <inheritdoc/>
    public override string ToString() => ScheduleSettings.Text($"cosine minimum={_minimum}");
}
