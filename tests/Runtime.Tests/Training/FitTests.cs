using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace GenNet.Tests.Training;

/// <summary>Validation, early stopping, schedules and progress of a fit.</summary>
public class FitTests
{
    private static Dataset<double> Data(int rows, int seed = 7) =>
        new(LinearNetwork<double>.Numbers(seed, 3 * rows), LinearNetwork<double>.Numbers(seed + 1, 2 * rows), 3, 2);

    private static (LinearNetwork<double> Network, FitResult Result) Fit(FitOptions<double> options, IOptimizer<double>? optimizer = null, int rows = 12)
    {
        LinearNetwork<double> network = LinearNetwork<double>.Create(1);
        return (network, new Trainer<LinearNetwork<double>, double>(network, optimizer ?? new Sgd<double>(0.1)).Fit(Data(rows), options));
    }

    [Fact]
    public void The_validation_loss_is_that_of_the_parameters_after_the_epoch()
    {
        Dataset<double> validation = Data(5, seed: 20);
        (LinearNetwork<double> network, FitResult result) = Fit(new FitOptions<double> { Epochs = 3, Validation = validation });
        Assert.Equal(network.Evaluate(validation.Inputs, validation.Targets), result.Epochs[^1].ValidationLoss);
        Assert.All(Fit(new FitOptions<double> { Epochs = 2 }).Result.Epochs, report => Assert.Null(report.ValidationLoss));
    }

    [Fact]
    public void Early_stopping_waits_for_its_patience_and_restores_the_best()
    {
        // Trained on one set and watched on another that has nothing to do with it: from some epoch on it only gets worse.
        Dataset<double> validation = Data(12, seed: 30);
        var byEpoch = new List<double[]>();
        LinearNetwork<double> network = LinearNetwork<double>.Create(1);
        FitOptions<double> Options(bool restore) => new()
        {
            Epochs = 1000,
            BatchSize = 12,
            Validation = validation,
            EarlyStopping = new EarlyStopping { Patience = 4, RestoreBest = restore },
            OnEpoch = _ => byEpoch.Add(network.Parameters.ToArray()),
        };
        FitResult result = new Trainer<LinearNetwork<double>, double>(network, new Sgd<double>(0.1)).Fit(Data(12), Options(restore: true));

        Assert.Equal(StopReason.StoppedEarly, result.StopReason);
        double[] losses = result.Epochs.Select(report => report.ValidationLoss!.Value).ToArray();
        int best = Array.IndexOf(losses, losses.Min()) + 1;
        Assert.Equal((best, losses.Min()), (result.BestEpoch, result.BestLoss));
        Assert.Equal(best + 4, result.Epochs.Length);
        Assert.Equal(byEpoch[best - 1], network.Parameters.ToArray());

        double[] last = byEpoch[^1];
        network = LinearNetwork<double>.Create(1);
        new Trainer<LinearNetwork<double>, double>(network, new Sgd<double>(0.1)).Fit(Data(12), Options(restore: false));
        Assert.Equal(last, network.Parameters.ToArray());
    }

    [Fact]
    public void An_improvement_must_be_as_large_as_the_minimum_delta()
    {
        // The training loss falls in every epoch, but by less than 1.
        FitResult result = Fit(new FitOptions<double> { Epochs = 50, EarlyStopping = new EarlyStopping { Patience = 3, MinimumDelta = 1 } }).Result;
        Assert.Equal((StopReason.StoppedEarly, 1, 4), (result.StopReason, result.BestEpoch, result.Epochs.Length));
        Assert.True(result.Epochs[3].Loss < result.Epochs[0].Loss);
    }

    [Fact]
    public void The_best_is_restored_when_the_fit_completes_or_is_cancelled()
    {
        Dataset<double> validation = Data(12, seed: 30);
        foreach (bool cancel in new[] { false, true })
        {
            using var cancellation = new CancellationTokenSource();
            (LinearNetwork<double> network, FitResult result) = Fit(new FitOptions<double>
            {
                Epochs = 20,
                Validation = validation,
                EarlyStopping = new EarlyStopping { Patience = 100 },
                CancellationToken = cancellation.Token,
                OnEpoch = report =>
                {
                    if (cancel && report.Epoch == 19)
                        cancellation.Cancel();
                },
            }, new Sgd<double>(0.3));
            Assert.Equal(cancel ? StopReason.Cancelled : StopReason.Completed, result.StopReason);
            Assert.NotEqual(result.Epochs[^1].ValidationLoss, result.BestLoss);
            Assert.Equal(result.BestLoss, network.Evaluate(validation.Inputs, validation.Targets));
        }
    }

    [Fact]
    public void A_schedule_sets_the_rate_of_each_step_and_leaves_the_optimizer_as_it_was()
    {
        var optimizer = new Sgd<double>(0.1);
        var rates = new List<double>();
        (_, FitResult result) = Fit(
            new FitOptions<double> { Epochs = 2, BatchSize = 4, Schedule = new CosineSchedule(), OnBatch = report => rates.Add(report.LearningRate) }, optimizer);
        Assert.Equal(Enumerable.Range(0, 6).Select(step => 0.1 * (1 + Math.Cos(Math.PI * step / 6)) / 2), rates, (a, b) => Math.Abs(a - b) < 1e-16);
        Assert.Equal([rates[2], rates[5]], result.Epochs.Select(report => report.LearningRate));
        Assert.Equal(0.1, optimizer.LearningRate);
    }

    [Fact]
    public void A_schedule_takes_the_steps_that_changing_the_rate_by_hand_takes()
    {
        var byHand = new Momentum<double>(0.1);
        (LinearNetwork<double> expected, _) = Fit(new FitOptions<double> { Epochs = 4, BatchSize = 4, OnEpoch = report => byHand.LearningRate = report.Epoch >= 2 ? 0.1 * 0.1 : 0.1 }, byHand);
        (LinearNetwork<double> actual, _) = Fit(new FitOptions<double> { Epochs = 4, BatchSize = 4, Schedule = new StepSchedule(3) }, new Momentum<double>(0.1));
        Assert.Equal(expected.Parameters.ToArray(), actual.Parameters.ToArray());
    }

    [Fact]
    public void A_plateau_of_the_validation_loss_lowers_the_rate()
    {
        FitResult result = Fit(new FitOptions<double>
        {
            Epochs = 40,
            Validation = Data(12, seed: 30),
            Schedule = new ReduceOnPlateau(factor: 0.5, patience: 2),
        }, new Sgd<double>(0.3)).Result;

        // What the schedule does with the losses that were reported.
        PlateauState state = PlateauState.Initial;
        foreach (EpochReport report in result.Epochs)
        {
            Assert.Equal(0.3 * state.Factor, report.LearningRate);
            state = new ReduceOnPlateau(factor: 0.5, patience: 2).Observe(state, report.ValidationLoss!.Value);
        }

        Assert.True(state.Factor < 0.3);
    }

    [Fact]
    public void The_rate_is_restored_when_a_callback_throws()
    {
        var optimizer = new Sgd<double>(0.1);
        Assert.Throws<InvalidOperationException>(() => Fit(
            new FitOptions<double> { Schedule = new ConstantSchedule(0.5), OnBatch = _ => throw new InvalidOperationException() }, optimizer));
        Assert.Equal(0.1, optimizer.LearningRate);
    }

    [Fact]
    public void What_a_schedule_needs_is_said()
    {
        ArgumentException missing = Assert.Throws<ArgumentException>(() => Fit(new FitOptions<double> { Schedule = new CosineSchedule() }, new OwnOptimizer()));
        Assert.Contains("OwnOptimizer does not implement ILearningRate", missing.Message, StringComparison.Ordinal);
        InvalidOperationException zero = Assert.Throws<InvalidOperationException>(() => Fit(new FitOptions<double> { Schedule = new ZeroSchedule() }));
        Assert.Contains("factor 0 in epoch 1, batch 1", zero.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_own_optimizer_needs_nothing_else()
    {
        (LinearNetwork<double> network, FitResult result) = Fit(new FitOptions<double> { Epochs = 2, EarlyStopping = new EarlyStopping() }, new OwnOptimizer());
        (LinearNetwork<double> expected, _) = Fit(new FitOptions<double> { Epochs = 2 }, new Sgd<double>(0.1));
        Assert.Equal(expected.Parameters.ToArray(), network.Parameters.ToArray());
        Assert.True(double.IsNaN(result.Epochs[0].LearningRate));
    }

    [Fact]
    public void Progress_is_reported_at_its_interval_and_at_the_end_of_each_epoch()
    {
        var always = new Reports();
        var rarely = new Reports();
        Fit(new FitOptions<double> { Epochs = 2, BatchSize = 4, Progress = always, ProgressInterval = TimeSpan.Zero });
        Fit(new FitOptions<double> { Epochs = 2, BatchSize = 4, Progress = rarely, ProgressInterval = TimeSpan.FromDays(1000) });
        Assert.Equal([(1, 1), (1, 2), (1, 3), (2, 1), (2, 2), (2, 3)], always.Seen);
        Assert.Equal([(1, 3), (2, 3)], rarely.Seen);
    }

    [Fact]
    public void Unusable_options_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("Patience", () => new EarlyStopping { Patience = 0 });
        Assert.Throws<ArgumentOutOfRangeException>("MinimumDelta", () => new EarlyStopping { MinimumDelta = double.NaN });
        Assert.Throws<ArgumentOutOfRangeException>("ProgressInterval", () => new FitOptions { ProgressInterval = TimeSpan.FromSeconds(-1) });
        Assert.Throws<ArgumentOutOfRangeException>("Threads", () => new FitOptions { Threads = int.MaxValue });
        Assert.Throws<ArgumentOutOfRangeException>("Threads", () => new FitOptions { Threads = 1025 });
        Assert.Equal(1024, new FitOptions { Threads = 1024 }.Threads);
        Assert.Throws<ArgumentException>("Path", () => new CheckpointOptions { Path = " " });
        Assert.Throws<ArgumentOutOfRangeException>("EveryEpochs", () => new CheckpointOptions { Path = "x", EveryEpochs = 0 });
        ArgumentException sizes = Assert.Throws<ArgumentException>("Validation", () => Fit(new FitOptions<double> { Validation = new Dataset<double>(new double[2], new double[2], 2, 2) }));
        Assert.Contains("the data set has 2 and 2", sizes.Message, StringComparison.Ordinal);
    }

    private sealed class Reports : IProgress<BatchReport>
    {
        public List<(int Epoch, int Batch)> Seen { get; } = [];

        public void Report(BatchReport value) => Seen.Add((value.Epoch, value.Batch));
    }

    private sealed class ZeroSchedule : ISchedule
    {
        public double Factor(in SchedulePoint point) => 0;
    }

    private sealed class OwnOptimizer : IOptimizer<double>
    {
        public void Update(Span<double> parameters, ReadOnlySpan<double> gradients)
        {
            for (int i = 0; i < parameters.Length; i++)
                parameters[i] -= 0.1 * gradients[i];
        }
    }
}
