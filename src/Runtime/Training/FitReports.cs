using System;
using System.Collections.Immutable;

namespace GenNet;

/// <summary>What a fit says after each step.</summary>
public readonly record struct BatchReport
{
    /// <summary>The number of the epoch, from 1.</summary>
    public int Epoch { get; init; }

    /// <summary>The number of the last epoch.</summary>
    public int Epochs { get; init; }

    /// <summary>The number of the batch in its epoch, from 1.</summary>
    public int Batch { get; init; }

    /// <summary>The batches of an epoch; 0 in the first epoch of a data stream, whose end is not known yet.</summary>
    public int Batches { get; init; }

    /// <summary>The rows seen in this epoch so far.</summary>
    public long Samples { get; init; }

    /// <summary>The rows of an epoch; 0 in the first epoch of a data stream, whose end is not known yet.</summary>
    public long SamplesPerEpoch { get; init; }

    /// <summary>The mean loss of this batch, before its step.</summary>
    public double Loss { get; init; }

    /// <summary>The mean loss over the rows seen in this epoch so far.</summary>
    public double EpochLoss { get; init; }

    /// <summary>The rows per second since the epoch began.</summary>
    public double SamplesPerSecond { get; init; }
}

/// <summary>What a fit says after each epoch.</summary>
public readonly record struct EpochReport
{
    /// <summary>The number of the epoch, from 1.</summary>
    public int Epoch { get; init; }

    /// <summary>The number of the last epoch.</summary>
    public int Epochs { get; init; }

    /// <summary>The batches of the epoch.</summary>
    public int Batches { get; init; }

    /// <summary>The rows of the epoch.</summary>
    public long Samples { get; init; }

    /// <summary>The mean loss over the rows of the epoch, each taken before the step of its batch.</summary>
    public double Loss { get; init; }

    /// <summary>The time of the epoch, with the callbacks of its batches.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>The rows per second.</summary>
    public double SamplesPerSecond { get; init; }
}

/// <summary>Why a fit ended.</summary>
public enum StopReason
{
    /// <summary>The last epoch is done.</summary>
    Completed,

    /// <summary>It was cancelled by its <see cref="FitOptions{T}.CancellationToken"/>.</summary>
    Cancelled,
}

/// <summary>What became of a fit.</summary>
public sealed class FitResult
{
    internal FitResult(ImmutableArray<EpochReport> epochs, long steps, StopReason stopReason, TimeSpan elapsed)
    {
        Epochs = epochs;
        Steps = steps;
        StopReason = stopReason;
        Elapsed = elapsed;
    }

    /// <summary>The reports of the epochs that were completed, in order.</summary>
    public ImmutableArray<EpochReport> Epochs { get; }

    /// <summary>The optimizer steps, those of an incomplete epoch included.</summary>
    public long Steps { get; }

    /// <summary>Why it ended.</summary>
    public StopReason StopReason { get; }

    /// <summary>The time it took, callbacks included.</summary>
    public TimeSpan Elapsed { get; }

    /// <summary>The mean loss of the last completed epoch, or NaN where there is none.</summary>
    public double Loss => Epochs.IsEmpty ? double.NaN : Epochs[^1].Loss;
}
