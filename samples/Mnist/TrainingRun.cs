using System;
using System.IO;
using GenNet;
using Spectre.Console;

namespace Mnist;

/// <summary>The whole run: data, training, the saved model, and a look at some digits.</summary>
internal static class TrainingRun
{
    private const int DrawnTraining = 12_000, DrawnTest = 2_000;

    public static int Execute(MnistOptions options)
    {
        try
        {
            // Before the training, not after it: a model that cannot be saved is lost.
            string folder = Path.GetDirectoryName(Path.GetFullPath(options.Output))!;
            if (!Directory.Exists(folder))
                throw new IOException($"--output: there is no folder '{folder}'.");
            if (options.Download)
                MnistDownload.Fetch(options.Mirror, options.Data);
            (Dataset<float> train, Dataset<float> test) = Load(options);
            MnistNet net = Train(options, train, test);
            net.Save(options.Output);
            AnsiConsole.WriteLine($"saved {options.Output}");
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

    private static (Dataset<float> Train, Dataset<float> Test) Load(MnistOptions options)
    {
        if (MnistFiles.AreIn(options.Data))
        {
            return (
                Dataset.FromIdx(MnistFiles.Find(options.Data, MnistFiles.TrainImages)!, MnistFiles.Find(options.Data, MnistFiles.TrainLabels)!),
                Dataset.FromIdx(MnistFiles.Find(options.Data, MnistFiles.TestImages)!, MnistFiles.Find(options.Data, MnistFiles.TestLabels)!));
        }

        Console.WriteLine($"No MNIST files in '{options.Data}' (--download fetches them): training on {DrawnTraining:N0} digits drawn here.");
        ulong seed = (ulong)options.Seed << 1;
        return (DrawnDigits.Draw(DrawnTraining, seed), DrawnDigits.Draw(DrawnTest, seed + 1));
    }

    private static MnistNet Train(MnistOptions options, Dataset<float> train, Dataset<float> test)
    {
        Console.WriteLine($"{MnistNet.ParameterCount:N0} parameters, {train.Count:N0} training and {test.Count:N0} test images, batches of {options.Batch}, learning rate {options.LearningRate}");
        var net = new MnistNet(options.Seed);
        var trainer = new Trainer<MnistNet>(net, new Sgd(options.LearningRate));

        // A bar that moves is for people; a file gets the lines only.
        if (!AnsiConsole.Profile.Capabilities.Interactive)
        {
            trainer.Fit(train, Fit(options, _ => { }, report => Line(report, net, test)));
            return net;
        }

        AnsiConsole.Progress().AutoClear(true).Start(context =>
        {
            ProgressTask bar = context.AddTask("training", maxValue: (double)options.Epochs * train.Count);
            trainer.Fit(train, Fit(
                options,
                batch => bar.Value = (batch.Epoch - 1.0) * train.Count + batch.Samples,
                report => Line(report, net, test)));
        });
        return net;
    }

    private static FitOptions Fit(MnistOptions options, Action<BatchReport> onBatch, Action<EpochReport> onEpoch) => new()
    {
        Epochs = options.Epochs,
        BatchSize = options.Batch,
        Seed = options.Seed,
        OnBatch = onBatch,
        OnEpoch = onEpoch,
    };

    private static void Line(EpochReport report, MnistNet net, Dataset<float> test) => AnsiConsole.WriteLine(
        $"epoch {report.Epoch,3}   loss {report.Loss:F4}   test accuracy {Metrics.Accuracy(net, test):F4}   {report.SamplesPerSecond,9:N0} samples/s");
}
