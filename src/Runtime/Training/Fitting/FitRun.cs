using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Linq;
using System.Numerics;

namespace GenNet;

/// <summary>One call of Fit, from its first epoch to its result.</summary>
internal sealed class FitRun<TNet, T>
    where TNet : class, INetwork<TNet, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly TNet _network;
    private readonly IOptimizer<T> _optimizer;
    private readonly FitOptions<T> _options;
    private readonly IBatchSource<T> _batches;
    private readonly LearningRateControl<T> _rates;
    private readonly EarlyStoppingState<T> _early;
    private readonly TrainingSnapshot<T> _snapshot;
    private readonly Checkpoint<TNet, T>? _checkpoint;
    private readonly StepGradients<T> _gradients;
    private readonly FitProcess<TNet, T> _process;
    private readonly FitWarnings<TNet, T> _warnings;
    private readonly ImmutableArray<EpochReport>.Builder _reports = ImmutableArray.CreateBuilder<EpochReport>();
    private readonly long _start = Stopwatch.GetTimestamp();
    private long _lastProgress;
    private long _steps;
    private long _epochsBefore;

    /// <summary>A fit that can be run once.</summary>
    /// <param name="network">The network.</param>
    /// <param name="optimizer">What changes its parameters.</param>
    /// <param name="process">What takes the steps.</param>
    /// <param name="gradients">Where they leave their gradients.</param>
    /// <param name="settings">What happens to them, for checkpoints.</param>
    /// <param name="batches">The training data.</param>
    /// <param name="data">The same where they are in memory, for checkpoints.</param>
    /// <param name="options">All else.</param>
    /// <param name="epochsBefore">The epochs whose orders and masks have been used already.</param>
    public FitRun(
        TNet network, IOptimizer<T> optimizer, FitProcess<TNet, T> process, StepGradients<T> gradients, GradientSettings settings, IBatchSource<T> batches,
        Dataset<T>? data, FitOptions<T> options, long epochsBefore)
    {
        _network = network;
        _optimizer = optimizer;
        _options = options;
        _batches = batches;
        _process = process;
        _epochsBefore = epochsBefore;
        _warnings = new FitWarnings<TNet, T>(network, batches, options.OnWarning);
        _rates = new LearningRateControl<T>(optimizer, options.Schedule, options.Epochs, (long)(options.FirstEpoch - 1) * batches.BatchCount, batches.BatchCount);
        _early = new EarlyStoppingState<T>(options.EarlyStopping, network.Parameters.Length);
        _snapshot = new TrainingSnapshot<T>(network.Parameters.Length);
        _checkpoint = options.Checkpoint is null && options.ResumeFrom is null ? null : new Checkpoint<TNet, T>(network, optimizer, data, options, settings, process.Ranks);
        _gradients = gradients;
    }

    /// <summary>The epochs of the trainer that have been begun, those before included; null where this fit has not changed them.</summary>
    public long? EpochsBegun { get; private set; }

    /// <summary>All epochs, and what has become of them.</summary>
    /// <exception cref="DivergenceException">A number was not finite.</exception>
    public FitResult Run()
    {
        int first = _options.ResumeFrom is { } path ? Resume(path) + 1 : _options.FirstEpoch;
        _snapshot.Capture(first - 1, _network.Parameters, _optimizer);
        var stopReason = StopReason.Completed;
        try
        {
            for (int epoch = first; epoch <= _options.Epochs; epoch++)
            {
                if (_early.IsOver)
                {
                    stopReason = StopReason.StoppedEarly;
                    break;
                }

                if (!RunEpoch(epoch, out EpochReport report))
                {
                    _process.EndSteps();
                    stopReason = StopReason.Cancelled;
                    break;
                }

                EndEpoch(report);
            }
        }
        catch (Exception exception) when (exception is not DivergenceException)
        {
            _process.Fail(exception);
            throw;
        }
        finally
        {
            _rates.SetBase();
        }

        _early.RestoreBest(_network.Parameters);
        return Result(stopReason);
    }

    /// <summary>Takes up a checkpoint; returns the epoch after which it was written.</summary>
    private int Resume(string path)
    {
        CheckpointPosition position = _checkpoint!.Resume(path, _options, _rates, _early, out FitWarning? warning);
        _epochsBefore = position.EpochsBefore;
        EpochsBegun = _epochsBefore + position.Epoch;
        _warnings.Add(warning);
        return position.Epoch;
    }

    /// <summary>One pass through the data; false where it was cancelled before its end.</summary>
    private bool RunEpoch(int epoch, out EpochReport report)
    {
        report = default;
        long start = Stopwatch.GetTimestamp();
        double lossSum = 0;
        long seen = 0;
        int batch = 0, last = 0;
        _process.BeginEpoch();
        _batches.BeginEpoch(_epochsBefore + epoch);
        while (_batches.Read(batch, out ReadOnlyMemory<T> inputs, out ReadOnlyMemory<T> targets) is int rows and > 0)
        {
            if (_process.IsToStop())
                return false;
            batch++;
            last = rows;
            _rates.BeginStep(epoch, batch);
            EpochsBegun = _epochsBefore + epoch;
            StepResult step = _process.Step(rows, inputs, targets, Noise(epoch, batch));
            double loss = step.Loss;
            if (!step.IsFinite)
            {
                _batches.ReadWhole(out inputs, out targets);

                // A step that has been taken has spoilt the parameters: then the gradient is where it began, or shows in what it has been added to.
                ReadOnlySpan<T> gradients = _gradients.AreKept ? _gradients.Span : _network.Parameters;
                Diverge(epoch, batch, rows, loss, Divergence.Find(_network, stepTaken: double.IsFinite(loss), inputs.Span, targets.Span, gradients));
            }

            _steps++;
            _warnings.ObserveBatch(loss);

            // The mean over rows, not over batches: the last batch may be shorter.
            lossSum += loss * rows;
            seen += rows;
            Report(epoch, batch, seen, loss, lossSum / seen, start);
        }

        _rates.EndEpoch(batch);
        _process.EndSteps();
        CheckParameters(epoch, batch, last, lossSum / seen);
        report = EndOf(epoch, batch, seen, lossSum / seen, start);
        return true;
    }

    /// <summary>Dropout depends on the seed and the place in the fit, so that it needs no state in a checkpoint.</summary>
    private DropoutNoise Noise(int epoch, int batch) => new((ulong)(long)_options.Seed, ((ulong)(_epochsBefore + epoch) << 32) + (ulong)batch);

    private EpochReport EndOf(int epoch, int batches, long seen, double loss, long start)
    {
        double? validationLoss = _options.Validation is { } validation ? _process.Validate(validation) : null;
        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
        return new EpochReport
        {
            Epoch = epoch,
            Epochs = _options.Epochs,
            Batches = batches,
            Samples = seen,
            Loss = loss,
            ValidationLoss = validationLoss,
            LearningRate = _rates.Current,
            Elapsed = elapsed,
            SamplesPerSecond = PerSecond(seen, elapsed),
            Waiting = _process.Waiting,
            Exchanging = _process.Exchanging,
        };
    }

    private void EndEpoch(EpochReport report)
    {
        double watched = report.ValidationLoss ?? report.Loss;
        _rates.Observe(watched);
        _early.Observe(report.Epoch, watched, _network.Parameters);
        _snapshot.Capture(report.Epoch, _network.Parameters, _optimizer);
        _reports.Add(report);
        _warnings.ObserveEpoch(report);

        // Before the checkpoint: what it changes, such as the learning rate, belongs into it.
        _options.OnEpoch?.Invoke(report);
        if (_options.Checkpoint is { } checkpoint && (report.Epoch % checkpoint.EveryEpochs == 0 || report.Epoch == _options.Epochs || _early.IsOver))
        {
            _rates.SetBase();
            _checkpoint!.Write(checkpoint.Path, report.Epoch, _epochsBefore, _rates, _early);
        }
    }

    private void Report(int epoch, int batch, long seen, double loss, double epochLoss, long start)
    {
        bool progress = _options.Progress is not null
            && (batch == _rates.Batches || Stopwatch.GetElapsedTime(_lastProgress) >= _options.ProgressInterval);
        if (_options.OnBatch is null && !progress)
            return;
        var report = new BatchReport
        {
            Epoch = epoch,
            Epochs = _options.Epochs,
            Batch = batch,
            Batches = _batches.BatchCount,
            Samples = seen,
            SamplesPerEpoch = _batches.SampleCount,
            Loss = loss,
            EpochLoss = epochLoss,
            LearningRate = _rates.Current,
            SamplesPerSecond = PerSecond(seen, Stopwatch.GetElapsedTime(start)),
        };
        _options.OnBatch?.Invoke(report);
        if (progress)
        {
            _lastProgress = Stopwatch.GetTimestamp();
            _options.Progress!.Report(report);
        }
    }

    /// <summary>The last step of an epoch may have spoilt them, and no loss after it would show it.</summary>
    private void CheckParameters(int epoch, int batch, int rows, double loss)
    {
        if (!Divergence.IsNowhere<T>(TNet.Layout, _network.Parameters))
            Diverge(epoch, batch, rows, loss, Divergence.InParameters<T>(TNet.Layout, _network.Parameters));
    }

    private void Diverge(int epoch, int batch, int rows, double loss, Divergence place)
    {
        ImmutableArray<long> all = NumbersOf(Enumerable.Range(0, rows)), found = NumbersOf(place.Rows);
        _snapshot.Restore(_network.Parameters, _optimizer);
        EpochsBegun = _epochsBefore + _snapshot.Epoch;
        string restored = _snapshot.Epoch == 0 ? "as before the fit" : $"as after epoch {_snapshot.Epoch}";
        string batches = _rates.Batches > 0 ? ScheduleSettings.Text($" of {_rates.Batches}") : "";
        throw new DivergenceException(
            ScheduleSettings.Text($"The training has diverged in epoch {epoch}, batch {batch}{batches} ({Divergence.Listed(all, _batches.Name)}), with a loss of {loss}: ")
            + $"{place.Describe(found.IsEmpty ? "" : Divergence.Listed(found, _batches.Name))}. The network and its optimizer are {restored}. {Advice(loss, place)}",
            Result(StopReason.Diverged))
        {
            Epoch = epoch,
            Batch = batch,
            Rows = found.IsEmpty ? all : found,
            Loss = loss,
            FoundIn = place.Source,
            Tensor = place.Tensor,
            RestoredEpoch = _snapshot.Epoch,
        };
    }

    private ImmutableArray<long> NumbersOf(IEnumerable<int> rows) => [.. rows.Select(_batches.RowOf).Order()];

    private string Advice(double loss, Divergence place)
    {
        if (place.Source is DivergenceSource.Inputs or DivergenceSource.Targets)
            return "Mend these rows or leave them out: no learning rate helps.";
        return _steps == 0 && !double.IsFinite(loss)
            ? "No step had been taken yet, so the learning rate is not the cause: look at the parameters, and at the scale of inputs and targets."
            : "A lower learning rate or a ClipNorm may help.";
    }

    private FitResult Result(StopReason stopReason) => new()
    {
        Epochs = _reports.ToImmutable(),
        Steps = _steps,
        StopReason = stopReason,
        BestEpoch = _early.BestEpoch,
        BestLoss = _early.BestLoss,
        Warnings = _warnings.All,
        Elapsed = Stopwatch.GetElapsedTime(_start),
    };

    // A tick at least: a clock that has not moved must not give infinity.
    private static double PerSecond(long samples, TimeSpan elapsed) => samples / TimeSpan.FromTicks(Math.Max(1, elapsed.Ticks)).TotalSeconds;
}
