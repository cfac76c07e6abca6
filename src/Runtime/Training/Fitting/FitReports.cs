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

    /// <summary>The mean loss of this batch with the penalty of the weights, before its step.</summary>
    public double Loss { get; init; }

    /// <summary>The mean loss over the rows seen in this epoch so far.</summary>
    public double EpochLoss { get; init; }

    /// <summary>The learning rate of the step; NaN where the optimizer has none.</summary>
    public double LearningRate { get; init; }

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

    /// <summary>The mean loss over the validation data after the epoch; null where there are none.</summary>
    public double? ValidationLoss { get; init; }

    /// <summary>The learning rate of the last step; NaN where the optimizer has none.</summary>
    public double LearningRate { get; init; }

    /// <summary>The time of the epoch, with the callbacks of its batches.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>The rows per second.</summary>
    public double SamplesPerSecond { get; init; }

    /// <summary>Of several ranks, the time of the epoch in which this one waited for the slowest in each step; zero without ranks.</summary>
    public TimeSpan Waiting { get; init; }

    /// <summary>Of several ranks, the time of the epoch in which this one exchanged gradients and parameters with the others; zero without ranks.</summary>
    public TimeSpan Exchanging { get; init; }

    /// <summary>The part of the epoch, from 0 to 1, that is not computed in: <see cref="Waiting"/> and <see cref="Exchanging"/>.</summary>
    public double ExchangeShare => Elapsed > TimeSpan.Zero ? (Waiting + Exchanging) / Elapsed : 0;
}

/// <summary>Why a fit ended.</summary>
public enum StopReason
{
    /// <summary>The last epoch is done.</summary>
    Completed,

    /// <summary>It was cancelled by its <see cref="FitOptions{T}.CancellationToken"/>.</summary>
    Cancelled,

    /// <summary>The loss has not improved for as long as <see cref="FitOptions{T}.EarlyStopping"/> allows.</summary>
    StoppedEarly,

    /// <summary>The loss, a gradient or a parameter was not finite; the result is that of a <see cref="DivergenceException"/>.</summary>
    Diverged,
}

/// <summary>What became of a fit.</summary>
public sealed class FitResult
{
    internal FitResult()
    {
    }

    /// <summary>The reports of the epochs that were completed, in order; those before a checkpoint that was resumed are not among them.</summary>
    public ImmutableArray<EpochReport> Epochs { get; internal init; }

    /// <summary>The optimizer steps, those of an incomplete epoch included.</summary>
    public long Steps { get; internal init; }

    /// <summary>Why it ended.</summary>
    public StopReason StopReason { get; internal init; }

    /// <summary>The time it took, callbacks included.</summary>
    public TimeSpan Elapsed { get; internal init; }

    /// <summary>The epoch with the lowest loss that was watched (the validation loss, or without validation data the training loss), those before a
    /// checkpoint included; 0 where there is none. With <see cref="EarlyStopping.MinimumDelta"/> it is the last that improved by so much.</summary>
    public int BestEpoch { get; internal init; }

    /// <summary>The loss of <see cref="BestEpoch"/>; infinite where there is none.</summary>
    public double BestLoss { get; internal init; }

    /// <summary>What a user should know of it, such as a loss that has exploded though it is finite; <see cref="FitOptions{T}.OnWarning"/> tells it at once.</summary>
    public ImmutableArray<FitWarning> Warnings { get; internal init; } = [];

    /// <summary>The mean loss of the last completed epoch, or NaN where there is none.</summary>
    public double Loss => Epochs.IsEmpty ? double.NaN : Epochs[^1].Loss;
}
