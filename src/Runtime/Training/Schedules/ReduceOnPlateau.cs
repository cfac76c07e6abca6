using System;

namespace GenNet;

/// <summary>
/// The learning rate times a factor whenever the loss has not improved for some epochs: PyTorch's ReduceLROnPlateau (mode min, relative
/// threshold). The loss is the one that the fit monitors: that of the validation data, or without them the training loss.
/// </summary>
public sealed class ReduceOnPlateau : ISchedule
{
    private readonly double _factor;
    private readonly int _patience;
    private readonly double _threshold;
    private readonly int _cooldown;
    private readonly double _minimum;

    /// <summary>Lowers the learning rate on a plateau; the defaults are PyTorch's.</summary>
    /// <param name="factor">What it is multiplied by, above 0 and below 1.</param>
    /// <param name="patience">The epochs in a row without improvement that are let pass; the next one lowers the rate.</param>
    /// <param name="threshold">An improvement is a loss below best * (1 - threshold); from 0 to below 1.</param>
    /// <param name="cooldown">The epochs after a reduction that are not counted.</param>
    /// <param name="minimum">The least factor altogether, from 0 to below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public ReduceOnPlateau(double factor = 0.1, int patience = 10, double threshold = 1e-4, int cooldown = 0, double minimum = 0)
    {
        _factor = ScheduleSettings.Share(ScheduleSettings.Positive(factor, nameof(factor)), nameof(factor));
        _patience = ScheduleSettings.Count(patience, 0, nameof(patience));
        _threshold = ScheduleSettings.Share(threshold, nameof(threshold));
        _cooldown = ScheduleSettings.Count(cooldown, 0, nameof(cooldown));
        _minimum = ScheduleSettings.Share(minimum, nameof(minimum));
    }

    /// <inheritdoc/>
    public bool DependsOnEpochs => false;

    /// <inheritdoc/>
    public double Factor(in SchedulePoint point) => point.Plateau.Factor;

    /// <inheritdoc/>
    /// <remarks>NaN is no improvement.</remarks>
    public PlateauState Observe(PlateauState state, double loss)
    {
        bool improved = loss < state.Best * (1 - _threshold);
        double best = improved ? loss : state.Best;
        int bad = improved ? 0 : state.BadEpochs + 1, cooldown = state.Cooldown;
        if (cooldown > 0)
        {
            cooldown--;
            bad = 0;
        }

        return bad > _patience
            ? new PlateauState(Lowered(state.Factor), best, 0, _cooldown)
            : new PlateauState(state.Factor, best, bad, cooldown);
    }

    /// <inheritdoc/>
    public override string ToString() =>
        ScheduleSettings.Text($"plateau factor={_factor} patience={_patience} threshold={_threshold} cooldown={_cooldown} minimum={_minimum}");

    // As in PyTorch, a change of less than 1e-8 is not worth making; with it the factor cannot reach 0 either.
    private double Lowered(double factor)
    {
        double lowered = Math.Max(factor * _factor, _minimum);
        return factor - lowered > 1e-8 ? lowered : factor;
    }
}
