namespace GenNet;

/// <summary>The learning rate of the optimizer, or a constant part of it: what a warm-up may end in.</summary>
public sealed class ConstantSchedule : ISchedule
{
    private readonly double _factor;

    /// <summary>A constant factor.</summary>
    /// <param name="factor">Finite and above 0; 1 by default.</param>
    /// <exception cref="System.ArgumentOutOfRangeException">It is not.</exception>
    public ConstantSchedule(double factor = 1) => _factor = ScheduleSettings.Positive(factor, nameof(factor));

    /// <inheritdoc/>
    public bool DependsOnEpochs => false;

    /// <inheritdoc/>
    public double Factor(in SchedulePoint point) => _factor;

    /// <inheritdoc/>
    public override string ToString() => ScheduleSettings.Text($"constant factor={_factor}");
}
