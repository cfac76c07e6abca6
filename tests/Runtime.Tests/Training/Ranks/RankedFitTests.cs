using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;

namespace GenNet.Tests.Training.Ranks;

/// <summary>Fits of several ranks.</summary>
public class RankedFitTests
{
    private static readonly Dataset<float> Data = new(LinearNetwork<float>.Numbers(7, 3 * 103), LinearNetwork<float>.Numbers(8, 2 * 103), 3, 2);

    private static readonly Dataset<float> Validation = new(LinearNetwork<float>.Numbers(9, 3 * 31), LinearNetwork<float>.Numbers(10, 2 * 31), 3, 2);

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(8)]
    public void Any_number_of_ranks_gives_the_same_bits(int shares)
    {
        (float[] Parameters, double[] Losses)[] runs = [.. new[] { 1, 2, 3, 4, 5, 8 }.Where(size => size <= shares).SelectMany(size => ThreadRanks.Run(size, shares, Fit))];
        Assert.All(runs, run => Assert.Equal(runs[0].Parameters, run.Parameters));
        Assert.All(runs, run => Assert.Equal(runs[0].Losses, run.Losses));
        Assert.NotEqual(LinearNetwork<float>.Create(3).Parameters.ToArray(), runs[0].Parameters);
    }

    [Fact]
    public void Ranks_end_with_the_same_parameters_and_near_those_of_one_machine()
    {
        var net = LinearNetwork<float>.Create(3);
        double[] losses = Losses(new Trainer<LinearNetwork<float>>(net, new Adam(0.05f)).Fit(Data, Options()));
        (float[] Parameters, double[] Losses)[] runs = ThreadRanks.Run(3, null, Fit);
        Assert.All(runs, run => Assert.Equal(runs[0].Parameters, run.Parameters));
        Assert.Equal(net.Parameters.ToArray(), runs[0].Parameters, (a, b) => Math.Abs(a - b) < 1e-4f);
        Assert.Equal(losses, runs[0].Losses, (a, b) => Math.Abs(a - b) < 1e-5);
    }

    [Fact]
    public void Ranks_begin_with_parameters_and_optimizer_of_rank_0()
    {
        float[][] runs = ThreadRanks.Run(2, 4, ranks =>
        {
            var adam = new Adam(0.05f);
            var net = LinearNetwork<float>.Create(3 + ranks.Rank);
            new Trainer<LinearNetwork<float>>(LinearNetwork<float>.Create(5), adam).Fit(ranks.Rank == 0 ? Data : Validation, new FitOptions { Epochs = 1 + ranks.Rank });
            new Trainer<LinearNetwork<float>>(net, adam) { Exchange = ranks }.Fit(Data.Shard(ranks), Options());
            return (float[])[.. net.Parameters, .. adam.State("mean"), adam.Steps];
        });
        Assert.Equal(runs[0], runs[1]);
    }

    [Fact]
    public void What_the_ranks_want_otherwise_is_refused_by_all_with_the_difference()
    {
        string[] messages = ThreadRanks.Run(3, null, ranks => Assert.Throws<InvalidOperationException>(() =>
            new Trainer<LinearNetwork<float>>(LinearNetwork<float>.Create(3), new Adam(ranks.Rank == 2 ? 0.1f : 0.2f)) { Exchange = ranks, L2 = ranks.Rank }
                .Fit((ranks.Rank == 1 ? Validation : Data).Shard(ranks), new FitOptions { Threads = 1 + ranks.Rank, Validation = Validation })).Message);
        Assert.All(messages, message => Assert.Equal(messages[0], message));
        Assert.Contains("rank 0 has fit.threads 1, 3 ranks, rank 1 has fit.threads 2, 3 ranks", messages[0], StringComparison.Ordinal);
        Assert.Contains("rank 0 has fit.learning_rate 0.2, rank 2 has fit.learning_rate 0.1", messages[0], StringComparison.Ordinal);
        Assert.Contains("rank 0 has fit.data 103 rows ", messages[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_rank_that_refuses_is_heard_by_the_others()
    {
        string[] messages = ThreadRanks.Run(2, null, ranks => Assert.ThrowsAny<Exception>(() =>
            new Trainer<LinearNetwork<float>>(LinearNetwork<float>.Create(3), new Adam(0.1f)) { Exchange = ranks }
                .Fit(Data.Shard(ranks), new FitOptions { FirstEpoch = ranks.Rank + 1 })).Message);
        Assert.StartsWith("The first epoch, 2, lies behind the last, 1.", messages[1], StringComparison.Ordinal);
        Assert.Equal($"Rank 1 refuses the fit: {messages[1]}", messages[0]);
    }

    [Fact]
    public void A_rank_that_is_cancelled_ends_the_fit_of_all_before_the_same_step()
    {
        FitResult[] results = ThreadRanks.Run(2, null, ranks =>
        {
            using var stop = new CancellationTokenSource();
            var trainer = new Trainer<LinearNetwork<float>>(LinearNetwork<float>.Create(3), new Adam(0.1f)) { Exchange = ranks };
            FitResult result = trainer.Fit(Data.Shard(ranks), new FitOptions
            {
                Epochs = 3,
                BatchSize = 20,
                CancellationToken = stop.Token,
                OnBatch = report =>
                {
                    if (ranks.Rank == 1 && report is { Epoch: 2, Batch: 2 })
                        stop.Cancel();
                },
            });

            // The next one is not ended by it.
            Assert.Equal(StopReason.Completed, trainer.Fit(Data.Shard(ranks), new FitOptions()).StopReason);
            return result;
        });
        Assert.All(results, result => Assert.Equal((StopReason.Cancelled, 6 + 3), (result.StopReason, result.Steps)));
    }

    [Theory]
    [InlineData(2, 3)]
    [InlineData(3, 1)]
    public void A_checkpoint_resumes_on_any_number_of_ranks(int before, int after)
    {
        using var folder = new TemporaryDirectory();
        string path = Path.Combine(folder.Path, "fit.safetensors");
        float[] undisturbed = ThreadRanks.Run(2, 4, Fit)[0].Parameters;
        ThreadRanks.Run(before, 4, ranks => Assert.Throws<OperationCanceledException>(() => Fit(ranks, new FitOptions
        {
            Epochs = 3,
            BatchSize = 20,
            Threads = 1,
            Validation = Validation,
            Checkpoint = new CheckpointOptions { Path = path },
            OnBatch = report => _ = report is { Epoch: 3, Batch: 2 } ? throw new OperationCanceledException() : 0,
        })));

        // Only rank 0 looks for the file.
        Assert.All(
            ThreadRanks.Run(after, 4, ranks => Fit(ranks, new FitOptions { Epochs = 3, BatchSize = 20, Threads = 1, Validation = Validation, ResumeFrom = path }).Parameters),
            parameters => Assert.Equal(undisturbed, parameters));
        Assert.Contains("4 shares of a batch", Assert.Throws<ArgumentException>(() =>
            new Trainer<LinearNetwork<float>>(LinearNetwork<float>.Create(3), new Adam(0.05f)).Fit(Data, new FitOptions { Epochs = 3, BatchSize = 20, Threads = 1, Validation = Validation, ResumeFrom = path })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_rank_0_cannot_read_is_missing_for_all()
    {
        string[] messages = ThreadRanks.Run(2, null, ranks => Assert.ThrowsAny<IOException>(() => Fit(ranks, new FitOptions { ResumeFrom = "missing.safetensors" })).Message);
        Assert.Equal(messages[0], messages[1]);
        Assert.Contains("missing.safetensors", messages[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_stream_gives_the_same_bits_on_any_number_of_ranks(bool shuffle)
    {
        (float[] Parameters, double[] Losses) Stream(GradientExchange ranks)
        {
            var net = LinearNetwork<float>.Create(3);
            FitOptions options = new() { Epochs = 3, BatchSize = 20, Threads = 1, Shuffle = shuffle, Validation = Validation };
            FitResult result = new Trainer<LinearNetwork<float>>(net, new Adam(0.05f)) { Exchange = ranks }.Fit(DataStream.FromDataset(Data).Shard(ranks), options);
            return (net.Parameters.ToArray(), Losses(result));
        }

        (float[] Parameters, double[] Losses)[] runs = [.. new[] { 1, 2, 3 }.SelectMany(size => ThreadRanks.Run(size, 4, Stream))];
        Assert.All(runs, run => Assert.Equal(runs[0].Parameters, run.Parameters));
        Assert.All(runs, run => Assert.Equal(runs[0].Losses, run.Losses));
        if (!shuffle)
        {
            // The rows of a stream in order are those of the data set in order.
            Assert.Equal(ThreadRanks.Run(2, 4, ranks => Fit(ranks, Options(shuffle: false)))[0].Parameters, runs[0].Parameters);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Streams_of_shares_give_the_same_bits_on_any_number_of_ranks(bool shuffle)
    {
        // The streams have 31, 24, 17 and 31 rows: the last batches lack some of them.
        Dataset<float>[] files = [Data.Slice(0..31)!, Data.Slice(31..55)!, Data.Slice(55..72)!, Data.Slice(72..103)!];
        (float[] Parameters, double[] Losses, long Samples, int[] Opened) Fit(GradientExchange ranks)
        {
            List<int> opened = [];
            var net = LinearNetwork<float>.Create(3);
            FitOptions options = new() { Epochs = 3, BatchSize = 18, Threads = 1, Shuffle = shuffle, Validation = Validation };
            ShardedStream<float> streams = ranks.ShardByShare(share =>
            {
                opened.Add(share);
                return DataStream.FromDataset(files[share]);
            });
            FitResult result = new Trainer<LinearNetwork<float>>(net, new Adam(0.05f)) { Exchange = ranks }.Fit(streams, options);
            return (net.Parameters.ToArray(), Losses(result), result.Epochs[^1].Samples, [.. opened]);
        }

        (float[] Parameters, double[] Losses, long Samples, int[] Opened)[] runs = [.. new[] { 1, 2, 3, 4 }.SelectMany(size => ThreadRanks.Run(size, 4, Fit))];
        Assert.All(runs, run => Assert.Equal(runs[0].Parameters, run.Parameters));
        Assert.All(runs, run => Assert.Equal(runs[0].Losses, run.Losses));
        Assert.All(runs, run => Assert.Equal(103, run.Samples));
        Assert.Equal([[0, 1, 2, 3], [0, 1], [2, 3]], runs[..3].Select(run => run.Opened));
    }

    [Fact]
    public void Streams_of_shares_are_the_batches_of_their_rows()
    {
        // In order, a batch of 8 rows has 2 of each of 4 files: the same rows as one data set.
        Dataset<float>[] files = [.. Enumerable.Range(0, 4).Select(file => Data.Slice((20 * file)..(20 * file + 20))!)];
        int[] order = [.. Enumerable.Range(0, 10).SelectMany(batch => Enumerable.Range(0, 4).SelectMany(file => new[] { 20 * file + 2 * batch, 20 * file + 2 * batch + 1 }))];
        FitOptions options = new() { Epochs = 2, BatchSize = 8, Threads = 1, Shuffle = false };
        float[][] parameters = ThreadRanks.Run(2, 4, ranks =>
        {
            LinearNetwork<float> byFile = LinearNetwork<float>.Create(3), whole = LinearNetwork<float>.Create(3);
            new Trainer<LinearNetwork<float>>(byFile, new Adam(0.05f)) { Exchange = ranks }.Fit(ranks.ShardByShare(share => DataStream.FromDataset(files[share])), options);
            new Trainer<LinearNetwork<float>>(whole, new Adam(0.05f)) { Exchange = ranks }.Fit(Data.Select(order).Shard(ranks), options);
            Assert.Equal(whole.Parameters.ToArray(), byFile.Parameters.ToArray());
            return byFile.Parameters.ToArray();
        });
        Assert.Equal(parameters[0], parameters[1]);
    }

    [Fact]
    public void A_row_of_one_file_that_is_not_finite_is_found_by_all()
    {
        float[] spoilt = Data.Inputs[..(3 * 20)].ToArray();
        spoilt[3 * 7 + 1] = float.NaN;
        var file = new Dataset<float>(spoilt, Data.Targets[..(2 * 20)].ToArray(), 3, 2);
        string[] messages = ThreadRanks.Run(3, 3, ranks => Assert.Throws<DivergenceException>(() =>
            new Trainer<LinearNetwork<float>>(LinearNetwork<float>.Create(3), new Adam(0.1f)) { Exchange = ranks }
                .Fit(ranks.ShardByShare(share => DataStream.FromDataset(share == 1 ? file : Validation)), new FitOptions { BatchSize = 15, Shuffle = false })).Message);
        Assert.All(messages, message => Assert.Equal(messages[0], message));

        // The second batch has rows 15 to 29 of the epoch, of them 20 to 24 of the second file, of which it is the third.
        Assert.Contains("the inputs of row 22 of the data streams of the shares are not finite with NaN in column 1", messages[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Streams_that_do_not_fit_are_refused()
    {
        ThreadRanks.Run(1, 4, ranks =>
        {
            Assert.Throws<ArgumentException>(() => ranks.ShardByShare(share => DataStream.FromDataset(share == 2 ? new Dataset<float>(new float[4], new float[2], 2, 1) : Data)));
            ShardedStream<float> streams = ranks.ShardByShare(_ => DataStream.FromDataset(Data));
            var trainer = new Trainer<LinearNetwork<float>>(LinearNetwork<float>.Create(3), new Adam(0.1f)) { Exchange = ranks };
            Assert.Contains("A batch of 3 rows cannot be divided into 4 shares", Assert.Throws<ArgumentException>(() => trainer.Fit(streams, new FitOptions { BatchSize = 3 })).Message, StringComparison.Ordinal);
            Assert.Throws<ArgumentException>(() => new Trainer<LinearNetwork<float>>(trainer.Network, trainer.Optimizer).Fit(streams));
            return 0;
        });
    }

    [Fact]
    public void A_rank_reports_how_long_it_waits_and_exchanges()
    {
        EpochReport[] reports = ThreadRanks.Run(2, null, ranks =>
        {
            var trainer = new Trainer<LinearNetwork<float>>(LinearNetwork<float>.Create(3), new Adam(0.1f)) { Exchange = ranks };
            return trainer.Fit(Data.Shard(ranks), new FitOptions { BatchSize = 20, OnBatch = _ => Thread.Sleep(ranks.Rank * 20) }).Epochs[0];
        });
        Assert.All(reports, report => Assert.True(report.Exchanging > TimeSpan.Zero));
        Assert.All(reports, report => Assert.InRange(report.ExchangeShare, 0, 1));
        Assert.Equal((reports[0].Waiting + reports[0].Exchanging) / reports[0].Elapsed, reports[0].ExchangeShare);

        // Rank 0 waits for the pauses of rank 1, but for that after the last batch.
        Assert.True(reports[0].Waiting >= TimeSpan.FromMilliseconds(5 * 20));
        Assert.Equal(0, new Trainer<LinearNetwork<float>>(LinearNetwork<float>.Create(3), new Adam(0.1f)).Fit(Data).Epochs[0].ExchangeShare);
    }

    [Fact]
    public void A_trainer_with_ranks_does_nothing_alone()
    {
        ThreadRanks.Run(1, null, ranks =>
        {
            var trainer = new Trainer<LinearNetwork<float>>(LinearNetwork<float>.Create(3), new Adam(0.1f)) { Exchange = ranks };
            Assert.Contains("data.Shard(ranks)", Assert.Throws<InvalidOperationException>(() => trainer.Fit(Data)).Message, StringComparison.Ordinal);
            Assert.Throws<InvalidOperationException>(() => trainer.Fit(DataStream.FromDataset(Data)));
            Assert.Throws<ArgumentException>(() => new Trainer<LinearNetwork<float>>(trainer.Network, trainer.Optimizer).Fit(Data.Shard(ranks)));
            return 0;
        });
    }

    [Theory]
    [InlineData(1, null)]
    [InlineData(1, 5)]
    [InlineData(2, null)]
    [InlineData(2, 5)]
    public void Steps_allocate_nothing(int size, int? shares)
    {
        var ranks = new EchoedRank(size, shares);
        var allocated = new long[6];
        var trainer = new Trainer<LinearNetwork<float>>(LinearNetwork<float>.Create(3), new Adam(0.1f)) { Exchange = ranks };
        Allocation.AssertLeast(0, () =>
        {
            trainer.Fit(Data.Shard(ranks), new FitOptions { BatchSize = 20, Threads = 1, OnBatch = report => allocated[report.Batch - 1] = GC.GetAllocatedBytesForCurrentThread() });
            return allocated[^1] - allocated[0];
        });
    }

    private static FitOptions Options(bool shuffle = true) => new() { Epochs = 3, BatchSize = 20, Threads = 1, Validation = Validation, Shuffle = shuffle };

    private static (float[] Parameters, double[] Losses) Fit(GradientExchange ranks) => Fit(ranks, Options());

    private static (float[] Parameters, double[] Losses) Fit(GradientExchange ranks, FitOptions options)
    {
        var net = LinearNetwork<float>.Create(3);
        FitResult result = new Trainer<LinearNetwork<float>>(net, new Adam(0.05f)) { Exchange = ranks }.Fit(Data.Shard(ranks), options);
        return (net.Parameters.ToArray(), Losses(result));
    }

    /// <summary>A rank that hears from all others what it says itself, and of their gradients zeros.</summary>
    private sealed class EchoedRank(int size, int? shares) : GradientExchange(0, size, shares)
    {
        protected internal override void Gather(ReadOnlySpan<byte> own, Span<byte> all)
        {
            for (int rank = 0; rank < Size; rank++)
                own.CopyTo(all[(rank * own.Length)..]);
        }

        protected internal override void Broadcast(Span<byte> bytes)
        {
        }

        protected internal override void GatherParts(Span<float> numbers, ReadOnlySpan<int> lengths)
        {
        }

        protected internal override void GatherParts(Span<double> numbers, ReadOnlySpan<int> lengths)
        {
        }

        protected internal override void SendReceive(ReadOnlySpan<byte> bytes, int to, Span<byte> received, int from) => received.Clear();

        protected internal override void Fail(Exception exception)
        {
        }
    }

    private static double[] Losses(FitResult result) => [.. result.Epochs.SelectMany(epoch => new[] { epoch.Loss, epoch.ValidationLoss!.Value })];
}
