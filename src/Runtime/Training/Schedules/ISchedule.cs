namespace GenNet;

/// <summary>
/// How the learning rate changes during a fit. A schedule is immutable: it gives a factor for each step, by which the learning
/// rate of the optimizer at the beginning of the fit is multiplied. <c>ToString</c> gives its settings, culture-invariant:
/// a fit that is resumed must have the same.
/// </summary>
public interface ISchedule
{
    /// <summary>The factor of the learning rate for a step; finite and above 0.</summary>
    double Factor(in SchedulePoint point);

    /// <summary>Whether <see cref="Factor"/> depends on <see cref="SchedulePoint.Epochs"/> or <see cref="SchedulePoint.Steps"/>, as that of a cosine does; true
    /// unless a schedule says otherwise. Then a fit that is resumed with another number of epochs would have been another one from its start.</summary>
    bool DependsOnEpochs => true;

    /// <summary>Called after each epoch with the loss that the fit monitors. What a schedule remembers it returns here, and finds it in
    /// <see cref="SchedulePoint.Plateau"/>; a schedule of the step alone remembers nothing.</summary>
    /// <param name="state">What it returned after the epoch before.</param>
    /// <param name="loss">The validation loss, or without validation data the training loss.</param>
    PlateauState Observe(PlateauState state, double loss) => state;
}
