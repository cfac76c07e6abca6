namespace GenNet;

/// <summary>Where a fit is, for a schedule.</summary>
public readonly record struct SchedulePoint
{
    /// <summary>Before the first step.</summary>
    public SchedulePoint()
    {
    }

    /// <summary>The number of the epoch, from 1.</summary>
    public int Epoch { get; init; } = 1;

    /// <summary>The number of the last epoch.</summary>
    public int Epochs { get; init; } = 1;

    /// <summary>The steps before this one, from 0: those of all epochs since the first.</summary>
    public long Step { get; init; }

    /// <summary>The steps of all epochs together; 0 in the first epoch of a data stream, whose end is not known yet.</summary>
    public long Steps { get; init; } = 1;

    /// <summary>What the schedule has remembered of the losses so far.</summary>
    public PlateauState Plateau { get; init; } = PlateauState.Initial;
}
