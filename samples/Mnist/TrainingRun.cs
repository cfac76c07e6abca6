using System;
using System.IO;
using GenNet;
using Samples;
using Spectre.Console;

namespace Mnist;

/// <summary>The whole run: data, training, the saved model, and a look at some digits.</summary>
internal static class TrainingRun
{
    private const int DrawnTraining = 12_000, DrawnTest = 2_000;

    public static int Execute<TNet>(MnistOptions options)
        where TNet : class, INetwork<TNet, float>
    {
        try
        {
            // Before the training, not after it: a model that cannot be saved is lost.
            string folder = Path.GetDirectoryName(Path.GetFullPath(options.Output))!;
            if (!Directory.Exists(folder))
                throw new IOException($"--output: there is no folder '{folder}'.");
            if (options.Picture is not null && !MapStrip.Has<TNet>())
                throw new InvalidDataException($"--picture: {options.Model.Name} has no convolution, so there are no filters to draw; --model lenet and lenet-modern have.");
            if (options.Download)
                MnistDownload.Fetch(options.Mirror, options.Data);
            using MpiExchange? ranks = options.Mpi is { } shares ? MpiExchange.Initialize(shares == 0 ? null : shares) : null;
            bool isFirst = ranks is not { Rank: > 0 };
            if (!isFirst)
                Console.SetOut(TextWriter.Null);
            (Dataset<float> train, Dataset<float> test) = MnistData.Load(options.Data, DrawnTraining, DrawnTest, options.Seed);
            TNet net = Train<TNet>(options, ranks, train, test);
            if (!isFirst)
                return 0;
            NetworkFile.Save<TNet, float>(net, options.Output);
            AnsiConsole.WriteLine($"saved {options.Output}");
            if (options.Picture is not null)
            {
                FeatureMapPicture.Save(options.Picture, options.Model.Name, net, test.Input(0), OneHot.Decode(test.Target(0)));
                AnsiConsole.WriteLine($"wrote {options.Picture}");
            }

            DigitGallery.Show(net, test);
            Console.WriteLine($"test accuracy {Metrics.Accuracy(net, test):F4}");
            return 0;
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"error: {exception.Message}");
            return 1;
        }
    }

    private static TNet Train<TNet>(MnistOptions options, MpiExchange? ranks, Dataset<float> train, Dataset<float> test)
        where TNet : class, INetwork<TNet, float>
    {
        Console.WriteLine($"{options.Model.Name}: {TNet.ParameterCount:N0} parameters, {train.Count:N0} training and {test.Count:N0} test images, batches of {options.Batch}, learning rate {options.LearningRate}");
        TNet net = TNet.Create(options.Seed);
        var trainer = new Trainer<TNet>(net, options.Model.Optimizer(options.LearningRate)) { Exchange = ranks };

        // A bar that moves is for people; a file gets the lines only.
        if (!AnsiConsole.Profile.Capabilities.Interactive)
        {
            Run(Fit(options, _ => { }, report => Line(report, net, test)));
            return net;
        }

        AnsiConsole.Progress().AutoClear(true).Start(context =>
        {
            ProgressTask bar = context.AddTask("training", maxValue: (double)options.Epochs * train.Count);
            Run(Fit(
                options,
                batch => bar.Value = (batch.Epoch - 1.0) * train.Count + batch.Samples,
                report => Line(report, net, test)));
        });
        return net;

        void Run(FitOptions fit)
        {
            if (options.Model.Shift != 0)
                RunStream(DataStream.FromDataset(train).Augment(options.Seed, new ImageAugmentation(1, 28, 28) { Shift = options.Model.Shift }), fit);
            else if (ranks is not null)
                trainer.Fit(train.Shard(ranks), fit);
            else
                trainer.Fit(train, fit);
        }

        void RunStream(DataStream<float> stream, FitOptions fit)
        {
            if (ranks is not null)
                trainer.Fit(stream.Shard(ranks), fit);
            else
                trainer.Fit(stream, fit);
        }
    }

    private static FitOptions Fit(MnistOptions options, Action<BatchReport> onBatch, Action<EpochReport> onEpoch) => new()
    {
        Epochs = options.Epochs,
        BatchSize = options.Batch,
        Seed = options.Seed,
        Threads = options.Mpi is null ? Environment.ProcessorCount : 1,
        Schedule = options.Model.Schedule,
        OnBatch = onBatch,
        OnEpoch = onEpoch,
    };

    private static void Line<TNet>(EpochReport report, TNet net, Dataset<float> test)
        where TNet : class, INetwork<TNet, float> => AnsiConsole.WriteLine(
        $"epoch {report.Epoch,3}   loss {report.Loss:F4}   test accuracy {Metrics.Accuracy(net, test):F4}   {report.SamplesPerSecond,9:N0} samples/s{(report.Exchanging > TimeSpan.Zero ? $", exchange {report.ExchangeShare:P0}" : "")}");
}
