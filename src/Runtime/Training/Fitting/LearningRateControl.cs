using System;
using System.Numerics;

namespace GenNet;

/// <summary>Sets the learning rate for each step of a fit as its schedule says, and back to what it was when the fit is over.</summary>
internal sealed class LearningRateControl<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ILearningRate<T>? _optimizer;
    private readonly ISchedule? _schedule;
    private readonly int _epochs;
    private T _base;

    /// <summary>The learning rate of a fit.</summary>
    /// <param name="optimizer">Whose it is.</param>
    /// <param name="schedule">How it changes; null where it does not.</param>
    /// <param name="epochs">The last epoch.</param>
    /// <param name="steps">The steps of the epochs before the first.</param>
    /// <param name="batches">The batches of an epoch; 0 where that is not known yet.</param>
    public LearningRateControl(IOptimizer<T> optimizer, ISchedule? schedule, int epochs, long steps, int batches)
    {
        _optimizer = optimizer as ILearningRate<T>;
        _schedule = schedule;
        _epochs = epochs;
        Steps = steps;
        Batches = KnownBatches = batches;
        if (schedule is not null && _optimizer is null)
            throw new ArgumentException($"A schedule needs an optimizer with a learning rate: {optimizer.GetType().Name} does not implement ILearningRate.", nameof(optimizer));
        _base = _optimizer is null ? T.Zero : _optimizer.LearningRate;
    }

    /// <summary>The steps begun since the first epoch.</summary>
    public long Steps { get; private set; }

    /// <summary>The batches of an epoch; 0 where that is not known yet.</summary>
    public int Batches { get; private set; }

    /// <summary>The batches of an epoch of data in memory; 0 for a stream.</summary>
    public int KnownBatches { get; }

    /// <summary>What the schedule remembers of the losses.</summary>
    public PlateauState Plateau { get; private set; } = PlateauState.Initial;

    /// <summary>The learning rate now; NaN where the optimizer has none.</summary>
    public double Current => _optimizer is null ? double.NaN : double.CreateTruncating(_optimizer.LearningRate);

    /// <summary>Whether the schedule gives a usable rate for the first step after a checkpoint.</summary>
    public bool CanContinue(T rate, CheckpointPosition position) =>
        _schedule is null || IsUsable(Rate(rate, Factor(position.Epoch + 1, position.Steps, position.Batches, position.Plateau)));

    /// <summary>Takes up what a checkpoint has; the learning rate that the optimizer has got from it is the new base.</summary>
    public void Restore(PlateauState plateau, long steps, int batches)
    {
        Steps = steps;
        Batches = batches;
        Plateau = plateau;
        _base = _optimizer is null ? T.Zero : _optimizer.LearningRate;
    }

    /// <summary>The batches that an epoch turned out to have.</summary>
    public void EndEpoch(int batches) => Batches = batches;

    /// <summary>Sets the rate for the step of a batch, from 1.</summary>
    /// <exception cref="InvalidOperationException">The schedule gives a factor that cannot be used.</exception>
    public void BeginStep(int epoch, int batch)
    {
        long step = Steps++;
        if (_schedule is null)
            return;
        double factor = Factor(epoch, step, Batches, Plateau);
        T rate = Rate(_base, factor);
        if (!IsUsable(rate))
            throw new InvalidOperationException(ScheduleSettings.Text($"The schedule '{_schedule}' gives the factor {factor} in epoch {epoch}, batch {batch}: the learning rate must be finite and above 0."));
        _optimizer!.LearningRate = rate;
    }

    public void Observe(double loss)
    {
        if (_schedule is not null)
            Plateau = _schedule.Observe(Plateau, loss);
    }

    /// <summary>The learning rate of before the fit: the next one begins with it.</summary>
    public void SetBase()
    {
        if (_schedule is not null)
            _optimizer!.LearningRate = _base;
    }

    private static T Rate(T rate, double factor) => T.CreateTruncating(double.CreateTruncating(rate) * factor);

    private static bool IsUsable(T rate) => T.IsFinite(rate) && rate > T.Zero;

    private double Factor(int epoch, long step, int batches, PlateauState plateau) => _schedule!.Factor(new SchedulePoint
    {
        Epoch = epoch,
        Epochs = _epochs,
        Step = step,
        Steps = (long)_epochs * batches,
        Plateau = plateau,
    });
}
