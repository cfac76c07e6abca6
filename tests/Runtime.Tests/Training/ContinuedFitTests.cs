using System;
using System.Collections.Generic;
using System.Linq;

namespace GenNet.Tests.Training;

/// <summary>A trainer counts its epochs: several fits go through the data as one does.</summary>
public sealed class ContinuedFitTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    private static Dataset<float> Data() => new(LinearNetwork<float>.Numbers(7, 30), LinearNetwork<float>.Numbers(8, 20), 3, 2);

    private static DataStream<float> Stream()
    {
        Dataset<float> data = Data();
        return DataStream.FromRows(Enumerable.Range(0, data.Count).Select(row => ((ReadOnlyMemory<float>)data.Input(row).ToArray(), (ReadOnlyMemory<float>)data.Target(row).ToArray())), 3, 2);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Fits_of_one_epoch_are_one_fit_of_so_many(bool streamed)
    {
        LinearNetwork<float> one = LinearNetwork<float>.Create(1), several = LinearNetwork<float>.Create(1), repeated = LinearNetwork<float>.Create(1);
        void Fit(Trainer<LinearNetwork<float>> trainer, FitOptions options)
        {
            if (streamed)
                trainer.Fit(Stream(), options);
            else
                trainer.Fit(Data(), options);
        }

        Fit(new Trainer<LinearNetwork<float>>(one, new Momentum(0.1f)), new FitOptions { Epochs = 4, BatchSize = 3, Seed = 5 });
        var trainer = new Trainer<LinearNetwork<float>>(several, new Momentum(0.1f));
        for (int i = 0; i < 4; i++)
            Fit(trainer, new FitOptions { Epochs = 1, BatchSize = 3, Seed = 5 });
        Assert.Equal(one.Parameters.ToArray(), several.Parameters.ToArray());
        Assert.Equal(4, trainer.Epochs);

        // Who wants the same order each time says so.
        var again = new Trainer<LinearNetwork<float>>(repeated, new Momentum(0.1f));
        for (int i = 0; i < 4; i++)
            Fit(again, new FitOptions { FirstEpoch = 1, Epochs = 1, BatchSize = 3, Seed = 5 });
        Assert.NotEqual(one.Parameters.ToArray(), repeated.Parameters.ToArray());
        Assert.Equal(1, again.Epochs);
    }

    [Fact]
    public void A_second_fit_is_resumed_with_its_own_orders()
    {
        FitOptions Options(int epochs, string? resumeFrom = null) => new()
        {
            Epochs = epochs, BatchSize = 3, Threads = 1, Checkpoint = new CheckpointOptions { Path = _directory.File("{epoch}.safetensors") }, ResumeFrom = resumeFrom,
        };
        LinearNetwork<float> expected = LinearNetwork<float>.Create(1);
        var trainer = new Trainer<LinearNetwork<float>>(expected, new Momentum(0.1f));
        trainer.Fit(Data(), new FitOptions { Epochs = 3, BatchSize = 3, Threads = 1 });
        trainer.Fit(Data(), Options(4));
        trainer.Fit(Data(), new FitOptions { Epochs = 1, BatchSize = 3, Threads = 1 });

        LinearNetwork<float> actual = LinearNetwork<float>.Create(2);
        var resumed = new Trainer<LinearNetwork<float>>(actual, new Momentum(0.1f));
        resumed.Fit(Data(), Options(4, _directory.File("2.safetensors")));
        Assert.Equal(7, resumed.Epochs);
        resumed.Fit(Data(), new FitOptions { Epochs = 1, BatchSize = 3, Threads = 1 });
        Assert.Equal(expected.Parameters.ToArray(), actual.Parameters.ToArray());
    }

    [Fact]
    public void A_trainer_can_be_told_the_epochs_of_another()
    {
        LinearNetwork<float> expected = LinearNetwork<float>.Create(1), actual = LinearNetwork<float>.Create(1);
        new Trainer<LinearNetwork<float>>(expected, new Sgd(0.1f)).Fit(Data(), new FitOptions { FirstEpoch = 3, Epochs = 4, BatchSize = 3 });
        new Trainer<LinearNetwork<float>>(actual, new Sgd(0.1f)) { Epochs = 2 }.Fit(Data(), new FitOptions { Epochs = 2, BatchSize = 3 });
        Assert.Equal(expected.Parameters.ToArray(), actual.Parameters.ToArray());
        Assert.Throws<ArgumentOutOfRangeException>("Epochs", () => new Trainer<LinearNetwork<float>>(actual, new Sgd(0.1f)) { Epochs = -1 });
    }

    [Fact]
    public void A_fit_that_did_not_begin_leaves_the_count()
    {
        var trainer = new Trainer<LinearNetwork<float>>(LinearNetwork<float>.Create(1), new Sgd(0.1f));
        trainer.Fit(Data(), new FitOptions { CancellationToken = new(canceled: true) });
        Assert.Equal(0, trainer.Epochs);
    }
}
