using System;
using System.Collections.Generic;
using System.IO;
using GenNet;
using Samples;

namespace FiveOrEight;

/// <summary>The whole run: data, training, the loss curve, and what is taken for what.</summary>
internal static class TrainingRun
{
    private const int DrawnTraining = 6_000, DrawnTest = 2_000, DrawnIterations = 150, Iterations = 1_000;

    /// <summary>Between two test losses, which cost as much as a third of a step.</summary>
    private const int TestEvery = 10;

    public static int Execute(Options options)
    {
        try
        {
            return options.Loss == CommandLine.CrossEntropy
                ? Execute<FiveOrEightNet>(options, options.LearningRate ?? 0.1f)
                : Execute<FiveOrEightSquaredNet>(options, options.LearningRate ?? 0.5f);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"error: {exception.Message}");
            return 1;
        }
    }

    private static int Execute<TNet>(Options options, float rate)
        where TNet : class, INetwork<TNet, float>
    {
        (Dataset<float> train, Dataset<float> test) = MnistData.Load(options.Data, DrawnTraining, DrawnTest, options.Seed);
        (train, test) = (BinaryDigits.Of(train, 5, 8), BinaryDigits.Of(test, 5, 8));
        int iterations = options.Iterations ?? (MnistFiles.AreIn(options.Data) ? Iterations : DrawnIterations);
        Console.WriteLine($"784-196-1: {TNet.ParameterCount:N0} parameters, {train.Count:N0} training and {test.Count:N0} test images, {iterations:N0} full-batch iterations, learning rate {rate}, {options.Loss} loss");

        TNet net = TNet.Create(options.Seed);
        var losses = new List<double>();
        var testIterations = new List<double>();
        var testLosses = new List<double>();
        new Trainer<TNet>(net, new Sgd(rate)).Fit(train, new FitOptions
        {
            // An epoch of one batch is one iteration: the gradient is that of all images.
            BatchSize = train.Count,
            Epochs = iterations,
            Shuffle = false,
            OnEpoch = report =>
            {
                losses.Add(report.Loss);
                if (report.Epoch % TestEvery == 0 || report.Epoch == iterations)
                {
                    testIterations.Add(report.Epoch);
                    testLosses.Add(net.Evaluate(test.Inputs, test.Targets));
                }

                if (report.Epoch is 1 or 10 or 100 || report.Epoch % 250 == 0 || report.Epoch == iterations)
                    Console.WriteLine($"iteration {report.Epoch,5}   loss {report.Loss:F4}   test accuracy {Metrics.Accuracy(net, test):F4}");
            },
        });

        new SvgChart($"5 or 8 with 784-196-1: {options.Loss} loss, learning rate {rate}", "iteration", "loss") { LogY = true }
            .Line("training", losses)
            .Line("test", testIterations, testLosses)
            .Save(options.Picture);
        Console.WriteLine($"wrote {options.Picture}");
        Console.WriteLine();
        Console.WriteLine(Metrics.Confusion(net, test));
        Console.WriteLine($"training accuracy {Metrics.Accuracy(net, train):F4}");
        Console.WriteLine($"test accuracy {Metrics.Accuracy(net, test):F4}");
        return 0;
    }
}
