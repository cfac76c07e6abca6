using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace GenNet.Tests.Training;

public class TrainerTests
{
    private static Dataset<T> Data<T>(int rows)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T> =>
        new(LinearNetwork<T>.Numbers(7, 3 * rows), LinearNetwork<T>.Numbers(8, 2 * rows), 3, 2);

    private static LinearNetwork<float> Fitted(FitOptions options, int rows = 10)
    {
        LinearNetwork<float> network = LinearNetwork<float>.Create(1);
        new Trainer<LinearNetwork<float>>(network, new Sgd(0.1f)).Fit(Data<float>(rows), options);
        return network;
    }

    [Fact]
    public void A_step_takes_the_gradient_of_its_batch_and_returns_the_loss_before()
    {
        LinearNetwork<double> network = LinearNetwork<double>.Create(1);
        Dataset<double> batch = Data<double>(4);
        var gradients = new double[network.Parameters.Length];
        double expectedLoss = network.Backward(batch.Inputs, batch.Targets, gradients);
        double[] expected = network.Parameters.ToArray().Zip(gradients, (w, dw) => w - 0.5 * dw).ToArray();

        var trainer = new Trainer<LinearNetwork<double>, double>(network, new Sgd<double>(0.5)) { KeepGradients = true };
        double loss = trainer.Step(batch.Inputs, batch.Targets);

        Assert.Equal(expectedLoss, loss);
        Assert.Equal(expected, network.Parameters.ToArray());
        Assert.Equal(gradients, trainer.Gradients.ToArray());
    }

    [Fact]
    public void Without_keeping_them_the_gradients_are_added_to_the_parameters()
    {
        LinearNetwork<double> network = LinearNetwork<double>.Create(1), kept = LinearNetwork<double>.Create(1);
        Dataset<double> batch = Data<double>(4);
        var optimizer = new Sgd<double>(0.5);
        var trainer = new Trainer<LinearNetwork<double>, double>(network, optimizer);
        Assert.Equal(new double[64], trainer.Gradients.ToArray());

        double loss = trainer.Step(batch.Inputs, batch.Targets);
        Assert.Equal(new Trainer<LinearNetwork<double>, double>(kept, new Sgd<double>(0.5)) { KeepGradients = true }.Step(batch.Inputs, batch.Targets), loss);
        Assert.Equal(kept.Parameters.ToArray(), network.Parameters.ToArray(), (a, b) => Math.Abs(a - b) <= 1e-16);
        Assert.Equal(1, optimizer.Steps);
        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() => trainer.Gradients.Length);
        Assert.Contains("KeepGradients", exception.Message);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_step_with_a_loss_that_is_not_finite_changes_nothing(bool keep)
    {
        LinearNetwork<double> network = LinearNetwork<double>.Create(1);
        double[] before = network.Parameters.ToArray();
        var optimizer = new Sgd<double>(0.5);
        var trainer = new Trainer<LinearNetwork<double>, double>(network, optimizer) { KeepGradients = keep };
        Assert.Equal(double.NaN, trainer.Step([1, 2, double.NaN], [1, 2]));
        Assert.Equal(before, network.Parameters.ToArray());
        Assert.Equal(0, optimizer.Steps);
    }

    [Fact]
    public void A_fit_keeps_gradients_where_it_is_asked_to()
    {
        Dataset<double> data = Data<double>(8);
        var keeping = new Trainer<LinearNetwork<double>, double>(LinearNetwork<double>.Create(1), new Sgd<double>(0.5)) { KeepGradients = true };
        var other = new Trainer<LinearNetwork<double>, double>(LinearNetwork<double>.Create(1), new Sgd<double>(0.5));
        keeping.Fit(data);
        other.Fit(data);
        Assert.Contains(keeping.Gradients.ToArray(), g => g != 0);
        Assert.Throws<InvalidOperationException>(() => other.Gradients.Length);
    }

    [Fact]
    public void Steps_allocate_nothing()
    {
        var trainer = new Trainer<LinearNetwork<float>>(LinearNetwork<float>.Create(1), new Sgd(0.1f));
        Dataset<float> batch = Data<float>(8);
        for (int i = 0; i < 50; i++)
            trainer.Step(batch.Inputs, batch.Targets);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 50; i++)
            trainer.Step(batch.Inputs, batch.Targets);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Fit_allocates_nothing_per_step(bool shuffle)
    {
        long AllocatedBySteps()
        {
            long first = 0, last = 0;
            int seen = 0;
            Fitted(new FitOptions
            {
                BatchSize = 1,
                Shuffle = shuffle,
                OnBatch = report =>
                {
                    seen = report.Batch;
                    last = GC.GetAllocatedBytesForCurrentThread();
                    if (report.Batch == 1)
                        first = last;
                },
            }, rows: 60);
            Assert.Equal(60, seen);
            return last - first;
        }

        AllocatedBySteps();
        Assert.Equal(0, AllocatedBySteps());
    }

    [Fact]
    public void Fit_learns()
    {
        Dataset<double> data = Data<double>(64);
        var targets = new double[128];
        LinearNetwork<double>.Create(5).Forward(data.Inputs, targets);
        LinearNetwork<double> network = LinearNetwork<double>.Create(1);

        FitResult result = new Trainer<LinearNetwork<double>, double>(network, new Sgd<double>(0.1))
            .Fit(new Dataset<double>(data.Inputs.ToArray(), targets, 3, 2), new FitOptions<double> { Epochs = 200, BatchSize = 8 });

        Assert.Equal(200, result.Epochs.Length);
        Assert.Equal(200 * 8, result.Steps);
        Assert.Equal(StopReason.Completed, result.StopReason);
        Assert.True(result.Loss < 1e-12, $"loss {result.Loss}");
        Assert.Equal(LinearNetwork<double>.Layout.Read<double>(LinearNetwork<double>.Create(5).Parameters, "0.weight"),
            LinearNetwork<double>.Layout.Read<double>(network.Parameters, "0.weight"), (a, b) => Math.Abs(a - b) < 1e-5);
    }

    [Fact]
    public void Without_shuffling_Fit_takes_the_steps_that_Step_takes_and_the_shorter_last_batch_counts()
    {
        Dataset<float> data = Data<float>(10);
        LinearNetwork<float> expected = LinearNetwork<float>.Create(1);
        var byHand = new Trainer<LinearNetwork<float>>(expected, new Sgd(0.1f));
        double sum = 4.0 * byHand.Step(data.Inputs[..12], data.Targets[..8]);
        sum += 4.0 * byHand.Step(data.Inputs[12..24], data.Targets[8..16]);
        sum += 2.0 * byHand.Step(data.Inputs[24..], data.Targets[16..]);

        LinearNetwork<float> network = LinearNetwork<float>.Create(1);
        FitResult result = new Trainer<LinearNetwork<float>>(network, new Sgd(0.1f)).Fit(data, new FitOptions { BatchSize = 4, Shuffle = false });

        Assert.Equal(expected.Parameters.ToArray(), network.Parameters.ToArray());
        Assert.Equal(sum / 10, result.Loss, 1e-12);
        Assert.Equal(3, result.Steps);
    }

    [Fact]
    public void A_shuffled_epoch_sees_every_row_once_in_an_order_of_its_own()
    {
        var data = new Dataset<float>(Enumerable.Range(0, 21).Select(i => (float)i).ToArray(), new float[14], 3, 2);
        var source = new BatchSource<float>(data, 3, shuffle: true, seed: 5);
        List<float> Order(int epoch)
        {
            source.BeginEpoch(epoch);
            var order = new List<float>();
            for (int batch = 0; batch < source.BatchCount; batch++)
            {
                int rows = source.Read(batch, out ReadOnlyMemory<float> inputs, out ReadOnlyMemory<float> targets);
                Assert.Equal((3 * rows, 2 * rows), (inputs.Length, targets.Length));
                for (int row = 0; row < rows; row++)
                    order.Add(inputs.Span[3 * row]);
            }

            return order;
        }

        List<float> first = Order(1);
        List<float> second = Order(2);
        Assert.Equal([0f, 3, 6, 9, 12, 15, 18], first.Order());
        Assert.Equal(first.Order(), second.Order());
        Assert.NotEqual(first, second);
        Assert.Equal(first, Order(1));
    }

    [Fact]
    public void The_same_seed_gives_the_same_parameters_and_another_seed_others()
    {
        float[] first = Fitted(new FitOptions { Epochs = 3, BatchSize = 3, Seed = 4 }).Parameters.ToArray();
        Assert.Equal(first, Fitted(new FitOptions { Epochs = 3, BatchSize = 3, Seed = 4 }).Parameters.ToArray());
        Assert.NotEqual(first, Fitted(new FitOptions { Epochs = 3, BatchSize = 3, Seed = 5 }).Parameters.ToArray());
    }

    [Fact]
    public void A_fit_from_a_later_epoch_continues_an_earlier_one_bit_for_bit()
    {
        LinearNetwork<float> network = LinearNetwork<float>.Create(1);
        var trainer = new Trainer<LinearNetwork<float>>(network, new Sgd(0.1f));
        trainer.Fit(Data<float>(10), new FitOptions { Epochs = 1, BatchSize = 3 });
        FitResult rest = trainer.Fit(Data<float>(10), new FitOptions { FirstEpoch = 2, Epochs = 3, BatchSize = 3 });

        Assert.Equal(Fitted(new FitOptions { Epochs = 3, BatchSize = 3 }).Parameters.ToArray(), network.Parameters.ToArray());
        Assert.Equal([2, 3], rest.Epochs.Select(report => report.Epoch));
    }

    [Fact]
    public void Reports_tell_where_the_fit_is()
    {
        var batches = new List<BatchReport>();
        var epochs = new List<EpochReport>();
        Fitted(new FitOptions { Epochs = 2, BatchSize = 4, OnBatch = batches.Add, OnEpoch = epochs.Add });

        Assert.Equal([(1, 1, 4), (1, 2, 8), (1, 3, 10), (2, 1, 4), (2, 2, 8), (2, 3, 10)], batches.Select(b => (b.Epoch, b.Batch, b.Samples)));
        Assert.All(batches, b => Assert.Equal((2, 3, 10), (b.Epochs, b.Batches, b.SamplesPerEpoch)));
        Assert.All(batches, b => Assert.True(b.SamplesPerSecond > 0 && double.IsFinite(b.SamplesPerSecond)));
        Assert.Equal([(1, 2, 3, 10), (2, 2, 3, 10)], epochs.Select(e => (e.Epoch, e.Epochs, e.Batches, e.Samples)));
        Assert.Equal((4 * batches[0].Loss + 4 * batches[1].Loss + 2 * batches[2].Loss) / 10, epochs[0].Loss, 1e-12);
        Assert.Equal(batches[2].EpochLoss, epochs[0].Loss);
        Assert.True(epochs[1].Loss < epochs[0].Loss);
    }

    [Fact]
    public void Cancellation_stops_between_steps_and_is_reported()
    {
        using var cancellation = new CancellationTokenSource();
        LinearNetwork<float> network = LinearNetwork<float>.Create(1);
        FitResult result = new Trainer<LinearNetwork<float>>(network, new Sgd(0.1f)).Fit(Data<float>(10), new FitOptions
        {
            Epochs = 5,
            BatchSize = 4,
            CancellationToken = cancellation.Token,
            OnBatch = report =>
            {
                if (report is { Epoch: 2, Batch: 2 })
                    cancellation.Cancel();
            },
        });

        Assert.Equal(StopReason.Cancelled, result.StopReason);
        Assert.Equal(5, result.Steps);
        Assert.Single(result.Epochs);
        Assert.All(network.Parameters.ToArray(), w => Assert.True(float.IsFinite(w)));
    }

    [Fact]
    public void A_fit_that_is_cancelled_from_the_start_takes_no_step()
    {
        LinearNetwork<float> network = LinearNetwork<float>.Create(1);
        float[] before = network.Parameters.ToArray();
        FitResult result = new Trainer<LinearNetwork<float>>(network, new Sgd(0.1f)).Fit(Data<float>(4), new FitOptions { CancellationToken = new CancellationToken(true) });

        Assert.Equal((StopReason.Cancelled, 0L), (result.StopReason, result.Steps));
        Assert.True(double.IsNaN(result.Loss));
        Assert.Equal(before, network.Parameters.ToArray());
    }

    [Fact]
    public void Padding_stays_zero()
    {
        float[] parameters = Fitted(new FitOptions { Epochs = 3 }).Parameters.ToArray();
        foreach (string name in LinearNetwork<float>.Layout.Names)
            LinearNetwork<float>.Layout.Write<float>(parameters, name, new float[LinearNetwork<float>.Layout[name].Count]);
        Assert.All(parameters, padding => Assert.Equal(0, padding));
    }

    [Fact]
    public void A_batch_size_above_the_row_count_gives_one_batch()
    {
        FitResult result = new Trainer<LinearNetwork<float>>(LinearNetwork<float>.Create(1), new Sgd(0.1f)).Fit(Data<float>(5), new FitOptions { BatchSize = int.MaxValue });
        Assert.Equal((1L, 5), (result.Steps, result.Epochs[0].Samples));
    }

    [Fact]
    public void Unusable_options_and_data_are_refused_early()
    {
        Assert.Contains("Epochs must be at least 1", Assert.Throws<ArgumentOutOfRangeException>(() => new FitOptions { Epochs = 0 }).Message, StringComparison.Ordinal);
        Assert.Contains("BatchSize must be at least 1", Assert.Throws<ArgumentOutOfRangeException>(() => new FitOptions { BatchSize = -1 }).Message, StringComparison.Ordinal);
        Assert.Contains("FirstEpoch must be at least 1", Assert.Throws<ArgumentOutOfRangeException>(() => new FitOptions { FirstEpoch = 0 }).Message, StringComparison.Ordinal);

        var trainer = new Trainer<LinearNetwork<float>>(LinearNetwork<float>.Create(1), new Sgd(0.1f));
        Assert.Contains("3 inputs and 2 targets, the data set has 2 and 2.", Assert.Throws<ArgumentException>(() => trainer.Fit(new Dataset<float>(new float[4], new float[4], 2, 2))).Message, StringComparison.Ordinal);
        Assert.Contains("3 inputs and 2 targets, the data set has 3 and 1; if these are the numbers of classes, OneHot.Encode makes rows of them, or [Network(Targets = Targets.Classes)] takes them as they are.", Assert.Throws<ArgumentException>(() => trainer.Fit(new Dataset<float>(new float[3], new float[1], 3, 1))).Message, StringComparison.Ordinal);
        Assert.Contains("The first epoch, 3, lies behind the last, 2", Assert.Throws<ArgumentException>(() => trainer.Fit(Data<float>(2), new FitOptions { FirstEpoch = 3, Epochs = 2 })).Message, StringComparison.Ordinal);
    }
}
