using System;

namespace GenNet;

/// <summary>
/// A learning rate that grows in equal steps to its full value, (s + 1) / n in step s of the first n, and then follows another schedule. That one counts
/// its steps from the end of the warm-up on, so that a cosine begins at 1; epochs keep their numbers.
/// </summary>
public sealed class LinearWarmup : ISchedule
{
    private readonly int _steps;
    private readonly ISchedule _then;

    /// <summary>A warm-up of so many steps.</summary>
    /// <param name="steps">Optimizer steps, at least 1; they must leave some of the fit.</param>
    /// <param name="then">What follows; the constant learning rate by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of steps is below 1.</exception>
    public LinearWarmup(int steps, ISchedule? then = null)
    {
        _steps = ScheduleSettings.Count(steps, 1, nameof(steps));
        _then = then ?? new ConstantSchedule();
    }

    /// <inheritdoc/>
    public bool DependsOnEpochs => _then.DependsOnEpochs;

    /// <inheritdoc/>
    public double Factor(in SchedulePoint point)
    {
        long before = Math.Min(point.Step, _steps);
        double warm = Math.Min(1, (point.Step + 1.0) / _steps);

        // Times the factor of what follows at its start, or at an epoch before: the rate passes into it without a jump.
        return warm * _then.Factor(point with { Step = point.Step - before, Steps = point.Steps == 0 ? 0 : Math.Max(1, point.Steps - _steps) });
    }

    /// <inheritdoc/>
    public PlateauState Observe(PlateauState state, double loss) => _then.Observe(state, loss);

    /// <inheritdoc/>
    public override string ToString() => ScheduleSettings.Text($"warmup steps={_steps} then {_then}");
}
