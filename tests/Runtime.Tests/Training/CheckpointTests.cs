using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace GenNet.Tests.Training;

/// <summary>Checkpoints within one process; that a killed process is resumed is tested with generated networks.</summary>
public sealed class CheckpointTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private string Path => _directory.File("checkpoint.safetensors");

    public void Dispose() => _directory.Dispose();

    private static Dataset<float> Data(int rows = 10, int seed = 7) =>
        new(LinearNetwork<float>.Numbers(seed, 3 * rows), LinearNetwork<float>.Numbers(seed + 1, 2 * rows), 3, 2);

    private static LinearNetwork<float> Fitted(FitOptions options, Optimizer<float> optimizer, Dataset<float>? data = null, double l2 = 0)
    {
        LinearNetwork<float> network = LinearNetwork<float>.Create(1);
        new Trainer<LinearNetwork<float>>(network, optimizer) { L2 = l2 }.Fit(data ?? Data(), options);
        return network;
    }

    private FitOptions Options(int epochs, string? resumeFrom = null, int batchSize = 3, int every = 1) => new()
    {
        Epochs = epochs,
        BatchSize = batchSize,
        Threads = 2,
        Checkpoint = new CheckpointOptions { Path = Path, EveryEpochs = every },
        ResumeFrom = resumeFrom,
    };

    public static TheoryData<string> All => EveryOptimizer.All;

    [Theory]
    [MemberData(nameof(All))]
    public void A_resumed_fit_ends_where_an_uninterrupted_one_ends(string name)
    {
        Optimizer<float> whole = EveryOptimizer.Create<float>(name), resumed = EveryOptimizer.Create<float>(name);
        LinearNetwork<float> expected = Fitted(new FitOptions { Epochs = 6, BatchSize = 3, Threads = 2 }, whole);
        Fitted(Options(2), EveryOptimizer.Create<float>(name));
        LinearNetwork<float> actual = Fitted(Options(6, Path), resumed);
        Assert.Equal(expected.Parameters.ToArray(), actual.Parameters.ToArray());
        Assert.Equal(EveryOptimizer.StateOf(whole), EveryOptimizer.StateOf(resumed));
        Assert.Equal(whole.Steps, resumed.Steps);
    }

    [Fact]
    public void A_fit_on_a_stream_is_resumed_with_its_schedule()
    {
        // A cosine over a stream goes by epochs until the number of its batches is known, which the checkpoint must remember.
        FitOptions Streamed(string? resumeFrom = null) => new()
        {
            Epochs = 6,
            BatchSize = 3,
            Threads = 2,
            Schedule = new CosineSchedule(),
            Checkpoint = new CheckpointOptions { Path = _directory.File("{epoch}.safetensors") },
            ResumeFrom = resumeFrom,
        };
        static IEnumerable<(ReadOnlyMemory<float>, ReadOnlyMemory<float>)> Rows()
        {
            Dataset<float> data = Data();
            for (int row = 0; row < data.Count; row++)
                yield return (data.Input(row).ToArray(), data.Target(row).ToArray());
        }

        float[] Fit(Optimizer<float> optimizer, FitOptions options)
        {
            LinearNetwork<float> network = LinearNetwork<float>.Create(1);
            new Trainer<LinearNetwork<float>>(network, optimizer).Fit(DataStream.FromRows(Rows(), 3, 2), options);
            return network.Parameters.ToArray();
        }

        float[] expected = Fit(new Momentum(0.05f), Streamed());
        Assert.Equal(expected, Fit(new Momentum(0.05f), Streamed(_directory.File("3.safetensors"))));
        Assert.Equal("12", SafeTensorsFile.Read(_directory.File("3.safetensors")).Metadata["fit.steps"]);
    }

    [Fact]
    public void A_learning_rate_that_a_callback_has_changed_is_part_of_the_checkpoint()
    {
        static FitOptions Halving(FitOptions options, Sgd sgd) => new()
        {
            Epochs = options.Epochs, BatchSize = 3, Threads = 2, Checkpoint = options.Checkpoint, ResumeFrom = options.ResumeFrom, OnEpoch = _ => sgd.LearningRate /= 2,
        };
        Sgd whole = new(0.1f), first = new(0.1f), second = new(0.1f);
        LinearNetwork<float> expected = Fitted(Halving(new FitOptions { Epochs = 4 }, whole), whole);
        Fitted(Halving(Options(2), first), first);
        Assert.Equal(expected.Parameters.ToArray(), Fitted(Halving(Options(4, Path), second), second).Parameters.ToArray());
        Assert.Equal(whole.LearningRate, second.LearningRate);
    }

    [Fact]
    public void Checkpoints_come_at_their_epochs_and_at_the_last()
    {
        string path = _directory.File("net-{epoch}.safetensors");
        Fitted(new FitOptions { Epochs = 5, Checkpoint = new CheckpointOptions { Path = path, EveryEpochs = 2 } }, new Adam());
        Assert.Equal(["net-2.safetensors", "net-4.safetensors", "net-5.safetensors"], Directory.GetFiles(_directory.Path).Select(System.IO.Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("none/net.safetensors", "none")]
    [InlineData("none/net-{epoch}.safetensors", "none")]
    [InlineData("none/{epoch}/net.safetensors", "none")]
    public void A_missing_folder_is_found_before_the_first_step(string path, string missing)
    {
        bool stepped = false;
        var options = new FitOptions { Epochs = 5, Checkpoint = new CheckpointOptions { Path = _directory.File(path) }, OnBatch = _ => stepped = true };
        Exception refusal = Assert.Throws<DirectoryNotFoundException>(() => Fitted(options, new Adam()));
        Assert.Contains($"there is no folder '{_directory.File(missing)}'. Create it before", refusal.Message, StringComparison.Ordinal);
        Assert.False(stepped);
    }

    [Fact]
    public void The_folder_of_an_epoch_may_be_created_when_it_is_over()
    {
        Fitted(
            new FitOptions
            {
                Epochs = 2,
                Checkpoint = new CheckpointOptions { Path = _directory.File("{epoch}/net.safetensors") },
                OnEpoch = report => Directory.CreateDirectory(_directory.File(report.Epoch.ToString(System.Globalization.CultureInfo.InvariantCulture))),
            },
            new Adam());
        Assert.True(File.Exists(_directory.File("2/net.safetensors")));
    }

    [Fact]
    public void To_look_for_the_folder_leaves_nothing_there()
    {
        Assert.Throws<InvalidOperationException>(() => Fitted(
            new FitOptions
            {
                Checkpoint = new CheckpointOptions { Path = Path },
                OnBatch = _ => throw new InvalidOperationException(Directory.GetFiles(_directory.Path).Length == 0 ? "none" : throw new IOException("Something is there.")),
            },
            new Adam()));
    }

    [Fact]
    public void A_checkpoint_is_a_network_with_its_optimizer()
    {
        var adam = new Adam();
        LinearNetwork<float> network = Fitted(new FitOptions { Epochs = 3, Checkpoint = new CheckpointOptions { Path = Path }, EarlyStopping = new EarlyStopping() }, adam);
        Assert.Equal(network.Parameters.ToArray(), NetworkFile.Load<LinearNetwork<float>, float>(Path).Parameters.ToArray());
        var restored = new Adam();
        LinearNetwork<float>.Create().Restore(Path, restored);
        Assert.Equal(EveryOptimizer.StateOf(adam), EveryOptimizer.StateOf(restored));
    }

    [Fact]
    public void A_fit_that_was_over_stays_as_it_was()
    {
        Fitted(Options(3), new Adam());
        LinearNetwork<float> network = LinearNetwork<float>.Create(5);
        FitResult result = new Trainer<LinearNetwork<float>>(network, new Adam()).Fit(Data(), Options(3, Path));
        Assert.Equal((StopReason.Completed, 0L), (result.StopReason, result.Steps));
        Assert.Equal(NetworkFile.Load<LinearNetwork<float>, float>(Path).Parameters.ToArray(), network.Parameters.ToArray());
    }

    [Fact]
    public void Settings_that_differ_are_all_named_and_nothing_changes()
    {
        Fitted(Options(2), new Adam());
        string Refused(FitOptions options, Optimizer<float>? optimizer = null, Dataset<float>? data = null, double l2 = 0)
        {
            optimizer ??= new Adam();
            LinearNetwork<float> network = LinearNetwork<float>.Create(4);
            float[] before = network.Parameters.ToArray();
            var trainer = new Trainer<LinearNetwork<float>>(network, optimizer) { L2 = l2 };
            Exception refusal = Assert.ThrowsAny<Exception>(() => trainer.Fit(data ?? Data(), options));
            Assert.True(refusal is ArgumentException or InvalidDataException, refusal.ToString());
            Assert.Equal(before, network.Parameters.ToArray());
            Assert.Equal(0, optimizer.Steps);
            return refusal.Message;
        }

        FitOptions Other(int seed = 0, bool shuffle = true, int threads = 2, ISchedule? schedule = null) =>
            new() { Epochs = 4, BatchSize = 3, Threads = threads, Seed = seed, Shuffle = shuffle, Schedule = schedule, ResumeFrom = Path };

        Assert.Contains("fit.batch_size was '3' and is '4'", Refused(Options(4, Path, batchSize: 4)), StringComparison.Ordinal);
        Assert.Contains("fit.seed was '0' and is '3'", Refused(Other(seed: 3)), StringComparison.Ordinal);
        Assert.Contains("fit.shuffle was 'true' and is 'false'", Refused(Other(shuffle: false)), StringComparison.Ordinal);
        Assert.Contains("fit.threads was '2' and is '1'", Refused(Other(threads: 1)), StringComparison.Ordinal);
        Assert.Contains("fit.schedule was 'none' and is 'cosine minimum=0'", Refused(Other(schedule: new CosineSchedule())), StringComparison.Ordinal);
        Assert.Contains("fit.gradients was 'l1=0 l2=0 ", Refused(Other(), l2: 0.5), StringComparison.Ordinal);
        Assert.Contains("fit.data was '10 rows ", Refused(Other(), data: Data(11)), StringComparison.Ordinal);
        Assert.Contains("fit.data was '10 rows ", Refused(Other(), data: Data(10, seed: 8)), StringComparison.Ordinal);
        Assert.Contains("optimizer.settings was 'beta1=0.9 ", Refused(Other(), new Adam(beta1: 0.8)), StringComparison.Ordinal);
        Assert.Contains("fit.learning_rate was '0.001' and is '0.01'", Refused(Other(), new Adam(0.01f)), StringComparison.Ordinal);
        Assert.Contains("optimizer 'adam', which does not fit 'sgd'", Refused(Other(), new Sgd(0.1f)), StringComparison.Ordinal);
        string both = Refused(Other(seed: 3, threads: 1));
        Assert.True(both.Contains("fit.seed", StringComparison.Ordinal) && both.Contains("fit.threads", StringComparison.Ordinal), both);
        Assert.Contains("written after epoch 2, but the last epoch is to be 1", Refused(Options(1, Path)), StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_are_no_checkpoint_are_refused()
    {
        var adam = new Adam();
        LinearNetwork<float> network = Fitted(Options(1), adam);
        string saved = _directory.File("saved.safetensors");
        network.Save(saved, adam);
        Assert.Contains("is no checkpoint", Assert.Throws<InvalidDataException>(() => Fitted(Options(2, saved), new Adam())).Message, StringComparison.Ordinal);
        Assert.Throws<FileNotFoundException>(() => Fitted(Options(2, _directory.File("missing")), new Adam()));

    }

    [Fact]
    public void What_a_checkpoint_needs_is_said()
    {
        var trainer = new Trainer<LinearNetwork<float>>(LinearNetwork<float>.Create(1), new OwnOptimizer());
        Assert.Contains("OwnOptimizer does not implement IOptimizerState", Assert.Throws<ArgumentException>(() => trainer.Fit(Data(), Options(1))).Message, StringComparison.Ordinal);
        var options = new FitOptions { Epochs = 4, FirstEpoch = 2, ResumeFrom = Path };
        Assert.Contains("leave FirstEpoch at 1", Assert.Throws<ArgumentException>(() => Fitted(options, new Adam())).Message, StringComparison.Ordinal);
    }

    private sealed class OwnOptimizer : IOptimizer<float>
    {
        public void Update(Span<float> parameters, ReadOnlySpan<float> gradients)
        {
        }
    }
}
