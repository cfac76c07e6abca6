using System;
using System.Collections.Immutable;

namespace GenNet;

/// <summary>The learning rate times a factor from each of the given epochs on: the lectures' times 0.1, PyTorch's MultiStepLR.</summary>
public sealed class StepSchedule : ISchedule
{
    private readonly ImmutableArray<int> _epochs;
    private readonly double _factor;

    /// <summary>Times 0.1 at the given epochs.</summary>
    /// <param name="epochs">The first epochs with a new learning rate, at least 2, each above the one before.</param>
    /// <exception cref="ArgumentException">There is none, or they do not rise.</exception>
    public StepSchedule(params ReadOnlySpan<int> epochs)
        : this(0.1, epochs)
    {
    }

    /// <summary>Times a factor at the given epochs.</summary>
    /// <param name="factor">Finite and above 0.</param>
    /// <param name="epochs">The first epochs with a new learning rate, at least 2, each above the one before.</param>
    /// <exception cref="ArgumentOutOfRangeException">The factor is not finite and above 0.</exception>
    /// <exception cref="ArgumentException">There is no epoch, or they do not rise.</exception>
    public StepSchedule(double factor, params ReadOnlySpan<int> epochs)
    {
        _factor = ScheduleSettings.Positive(factor, nameof(factor));
        int before = 1;
        foreach (int epoch in epochs)
        {
            if (epoch <= before)
                throw new ArgumentException($"The epochs must rise and be at least 2, got {epoch} after {before}.", nameof(epochs));
            before = epoch;
        }

        _epochs = epochs.IsEmpty ? throw new ArgumentException("A step schedule needs at least one epoch.", nameof(epochs)) : [.. epochs];
    }

    /// <inheritdoc/>
    public bool DependsOnEpochs => false;

    /// <inheritdoc/>
    public double Factor(in SchedulePoint point)
    {
        int passed = 0;
        while (passed < _epochs.Length && _epochs[passed] <= point.Epoch)
            passed++;
        return Math.Pow(_factor, passed);
    }

    /// <inheritdoc/>
    public override string ToString() => ScheduleSettings.Text($"step factor={_factor} epochs={string.Join(',', _epochs)}");
}
