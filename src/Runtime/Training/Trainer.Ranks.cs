using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Numerics;
using GenNet.CompilerServices;

namespace GenNet;

// Fits on several ranks.
public partial class Trainer<TNet, T>
{
    private readonly GradientExchange? _exchange;

    // Set where an exchange is and nowhere else, so that a native program without one has nothing of it.
    private readonly StepOnRanks? _stepOnRanks;
    private RankedStep<TNet, T>? _rankedStep;

    private delegate StepResult StepOnRanks(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets);

    /// <summary>
    /// The ranks that train the network together; null (none) by default. With any, the data of a fit are sharded among them
    /// (<see cref="Fit(ShardedDataset{T}, FitOptions{T})"/>), and each rank gives a single step the whole batch.
    /// </summary>
    public GradientExchange? Exchange
    {
        get => _exchange;
        init
        {
            _exchange = value;
            _stepOnRanks = value is null ? null : RunOnRanks;
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
        options ??= new FitOptions<T>();
        GradientExchange ranks = RanksOf(train.Ranks, nameof(train));
        Agree(ranks, train.All, options, () =>
        {
            RowSizes.Require<TNet, T>(train.All.InputSize, train.All.TargetSize, "data set", nameof(train));
            CheckShares(train, options);
        });
        using var batches = new ShardBatches<T>(new BatchSource<T>(train.All, options.BatchSize, options.Shuffle, options.Seed), ranks);
        return FitOnRanks(batches, train.All, options);
    }

    /// <summary>Goes through a data stream together with the other ranks, as through a sharded data set.</summary>
    /// <param name="train">The data, sharded among the ranks of <see cref="Exchange"/>.</param>
    /// <param name="options">The same on all ranks.</param>
    /// <returns>The losses of the epochs, and why the fit ended.</returns>
    /// <exception cref="DivergenceException">A loss, gradient or parameter has become NaN or infinite, on all ranks at once.</exception>
    /// <exception cref="ArgumentException">As of the fit of a stream on one machine; or it is sharded among other ranks than those of <see cref="Exchange"/>.</exception>
    /// <exception cref="InvalidOperationException">Another rank refuses the fit, or wants another.</exception>
    /// <exception cref="InvalidDataException">The stream has no rows, or a row is malformed.</exception>
    public FitResult Fit(ShardedStream<T> train, FitOptions<T>? options = null)
    {
        ArgumentNullException.ThrowIfNull(train);
        options ??= new FitOptions<T>();
        GradientExchange ranks = RanksOf(train.Ranks, nameof(train));
        Agree(ranks, data: null, options, () => CheckStreams(train, options, nameof(train)));
        using RankBatches<T> batches = train.Batches(options);
        return FitOnRanks(batches, data: null, options);
    }

    private GradientExchange RanksOf(GradientExchange ranks, string parameter) => ReferenceEquals(ranks, Exchange)
        ? ranks
        : throw new ArgumentException("The data are sharded among other ranks than those of the trainer: set Exchange of the trainer to what Shard was called with.", parameter);

    private FitResult FitOnRanks(RankBatches<T> batches, Dataset<T>? data, FitOptions<T> options)
    {
        using var team = new WorkerTeam(options.Threads);
        return Fit(new RankProcess<TNet, T>(Network, batches, _rankedStep!, _keepGradients, team, options), batches, data, options);
    }

    /// <summary>A single step: each rank is given the whole batch.</summary>
    private StepResult RunOnRanks(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets)
    {
        int rows = Check.Batch(inputs.Length, TNet.InputSize, targets.Length, TNet.TargetSize);
        GradientExchange ranks = _exchange!;
        if (_rankedStep is null)
        {
            RankAgreement.Check(ranks, [.. OfNetwork(), .. CheckpointSettings<T>.OfStep(Optimizer, _settings)]);
            Begin(ranks);
        }

        return _rankedStep!.RunWhole(inputs, targets, rows);
    }

    /// <summary>That all ranks can do the same fit, which then begins on all of them with what rank 0 has.</summary>
    private void Agree(GradientExchange ranks, Dataset<T>? data, FitOptions<T> options, Action check)
    {
        try
        {
            check();
            CheckOptions(options);
            if (ranks.Rank == 0)
                options.Checkpoint?.CheckPlace();
        }
        catch (Exception refusal) when (refusal is ArgumentException or IOException or UnauthorizedAccessException)
        {
            RankAgreement.Refuse(ranks, refusal);
            throw;
        }

        RankAgreement.Check(ranks, [.. OfNetwork(), .. OfFit(ranks, data, options)]);
        Begin(ranks);
    }

    private void Begin(GradientExchange ranks)
    {
        RankAgreement.Begin(ranks, Network, Optimizer);
        _rankedStep ??= new RankedStep<TNet, T>(Network, Optimizer, _settings, _gradients, ranks);
    }

    /// <summary>What must be the same on all ranks for any step.</summary>
    private Dictionary<string, string> OfNetwork() => new(StringComparer.Ordinal)
    {
        ["network"] = TNet.Declaration,
        ["vectors"] = MachineVectors.Text,
        ["kept gradients"] = _keepGradients ? "all" : "none",
    };

    /// <summary>What must be the same on all ranks for a fit.</summary>
    private Dictionary<string, string> OfFit(GradientExchange ranks, Dataset<T>? data, FitOptions<T> options) =>
        new(new CheckpointSettings<T>(Optimizer, data, options, _settings, ranks).All, StringComparer.Ordinal)
        {
            ["fit.epochs"] = ScheduleSettings.Text($"{options.FirstEpoch} to {options.Epochs}"),
            ["fit.epochs_before"] = ScheduleSettings.Text($"{(options.ContinuesTrainer ? _epochs : 0)}"),
            ["fit.resume_from"] = options.ResumeFrom ?? "nothing",
            ["fit.change_schedule"] = ScheduleSettings.Text($"{options.ChangeSchedule}"),
            ["fit.checkpoint"] = options.Checkpoint is { } checkpoint ? ScheduleSettings.Text($"every {checkpoint.EveryEpochs}") : "never",
        };

    private static void CheckStreams(ShardedStream<T> train, FitOptions<T> options, string parameter)
    {
        CheckStream(train.Own[0], options, parameter);
        if (train.IsByShare && options.BatchSize < SharePlan.Of(train.Ranks).Shares)
            throw new ArgumentException($"A batch of {options.BatchSize} rows cannot be divided into {SharePlan.Of(train.Ranks).Shares} shares: set a larger BatchSize.", nameof(options));
    }

    /// <summary>That there is nothing that shares cannot do.</summary>
    private void CheckShares(ShardedDataset<T> train, FitOptions<T> options)
    {
        if (options.CarryState)
            CheckCarried(train.All.Count, options);
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
