using System;

namespace GenNet;

/// <summary>The learning rate times a factor after each epoch, decay^(epoch - 1): PyTorch's ExponentialLR.</summary>
public sealed class ExponentialSchedule : ISchedule
{
    private readonly double _decay;

    /// <summary>Times <paramref name="decay"/> after each epoch.</summary>
    /// <param name="decay">Finite and above 0; below 1 the learning rate falls.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not.</exception>
    public ExponentialSchedule(double decay) => _decay = ScheduleSettings.Positive(decay, nameof(decay));

    /// <inheritdoc/>
    public bool DependsOnEpochs => false;

    /// <inheritdoc/>
    public double Factor(in SchedulePoint point) => Math.Pow(_decay, point.Epoch - 1);

    /// <inheritdoc/>
    public override string ToString() => ScheduleSettings.Text($"exponential decay={_decay}");
}
