using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Numerics;

namespace GenNet;

// Fits on several ranks.
public partial class Trainer<TNet, T>
{
    private readonly GradientExchange? _exchange;

    // Made where an exchange is set and nowhere else, so that a native program without one has nothing of it.
    private readonly RankedBackward<TNet, T>? _ranked;

    /// <summary>
    /// The ranks that train the network together; null (none) by default. With any, the data of a fit are sharded among them
    /// (<see cref="Fit(ShardedDataset{T}, FitOptions{T})"/>), and single steps are not taken.
    /// </summary>
    public GradientExchange? Exchange
    {
        get => _exchange;
        init
        {
            _exchange = value;
            _ranked = value is null ? null : new RankedBackward<TNet, T>(value, _gradients);
            _step = NewStep();
        }
    }

    /// <summary>
    /// Goes through the data together with the other ranks: the batches, their order, their losses and all that follows from them are those of one machine, and each rank computes its rows of each
    /// batch. It begins with the parameters and the optimizer of rank 0, and ends with the same on all ranks.
    /// </summary>
    /// <param name="train">The data, sharded among the ranks of <see cref="Exchange"/>.</param>
    /// <param name="options">The same on all ranks. <see cref="FitOptions{T}.BatchSize"/> is the number of rows of all ranks together; callbacks are called on every rank, checkpoints written by
    /// rank 0. A rank that is cancelled ends the fit of all before the step after the next.</param>
    /// <returns>The losses of the epochs, and why the fit ended.</returns>
    /// <remarks>With <see cref="GradientExchange.Shares"/>, the same network, optimizer, data, options and shares give the same parameters on any number of ranks, bit for bit. A layer that normalises
    /// over the rows of a batch does so over those of each share. A resumed checkpoint is read by rank 0 for all.</remarks>
    /// <exception cref="DivergenceException">A loss, gradient or parameter has become NaN or infinite, on all ranks at once.</exception>
    /// <exception cref="ArgumentException">As of the fit on one machine; or the data are sharded among other ranks than those of <see cref="Exchange"/>, CarryState is asked for, or a share has
    /// fewer rows than a layer can normalise over.</exception>
    /// <exception cref="InvalidOperationException">Another rank refuses the fit, or wants another: another declaration, data, options, optimizer, settings of the trainer or width of vectors.</exception>
    public FitResult Fit(ShardedDataset<T> train, FitOptions<T>? options = null)
    {
        ArgumentNullException.ThrowIfNull(train);
        if (!ReferenceEquals(train.Ranks, Exchange))
            throw new ArgumentException("The data are sharded among other ranks than those of the trainer: set Exchange of the trainer to what Shard was called with.", nameof(train));
        options ??= new FitOptions<T>();
        try
        {
            RowSizes.Require<TNet, T>(train.All.InputSize, train.All.TargetSize, "data set", nameof(train));
            CheckShares(train, options);
            CheckOptions(options);
            if (train.Ranks.Rank == 0)
                options.Checkpoint?.CheckPlace();
        }
        catch (Exception refusal) when (refusal is ArgumentException or IOException or UnauthorizedAccessException)
        {
            RankAgreement.Refuse(train.Ranks, refusal);
            throw;
        }

        RankAgreement.Check(train.Ranks, WhatIsTheSame(train, options));
        RankAgreement.Begin(train.Ranks, Network, Optimizer);
        using var batches = new ShardBatches<T>(train, options);
        return Fit(batches, train.All, options);
    }

    private Dictionary<string, string> WhatIsTheSame(ShardedDataset<T> train, FitOptions<T> options) =>
        new(new CheckpointSettings<T>(Optimizer, train.All, options, _settings, train.Ranks).All, StringComparer.Ordinal)
        {
            ["network"] = TNet.Declaration,
            ["vectors"] = MachineVectors.Text,
            ["fit.epochs"] = ScheduleSettings.Text($"{options.FirstEpoch} to {options.Epochs}"),
            ["fit.epochs_before"] = ScheduleSettings.Text($"{(options.ContinuesTrainer ? _epochs : 0)}"),
            ["fit.resume_from"] = options.ResumeFrom ?? "nothing",
            ["fit.change_schedule"] = ScheduleSettings.Text($"{options.ChangeSchedule}"),
            ["fit.checkpoint"] = options.Checkpoint is { } checkpoint ? ScheduleSettings.Text($"every {checkpoint.EveryEpochs}") : "never",
        };

    /// <summary>That there is nothing that shares cannot do.</summary>
    private void CheckShares(ShardedDataset<T> train, FitOptions<T> options)
    {
        if (options.CarryState)
            throw new ArgumentException("CarryState is not supported where ranks divide the rows of a batch: leave it false.", nameof(options));
        int fewest = Network.Memory.FewestRows, size = Math.Min(train.All.Count, options.BatchSize), last = (train.All.Count - 1) % size + 1;
        int shares = train.Ranks.Shares ?? train.Ranks.Size;
        if (Math.Min(size, last) / shares < fewest)
        {
            throw new ArgumentException(
                $"{typeof(TNet).Name} normalises over the rows of a share, at least {fewest}, but of {train.All.Count} rows in batches of {size}, each in {shares} shares, the last batch has {last}: "
                + "choose another BatchSize or fewer shares, or leave rows out.", nameof(options));
        }
    }

    /// <summary>Where ranks train together, what one of them does alone would wait for the others.</summary>
    /// <exception cref="InvalidOperationException">There are ranks.</exception>
    private void CheckAlone()
    {
        if (_exchange is not null)
            ThrowNotAlone();
    }

    // Apart, so that the check goes into the step of the smallest networks.
    [DoesNotReturn]
    private static void ThrowNotAlone() =>
        throw new InvalidOperationException("The trainer has an Exchange: ranks train together in a fit on a sharded data set, trainer.Fit(data.Shard(ranks), options).");
}
