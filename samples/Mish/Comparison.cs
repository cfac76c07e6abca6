using System;
using System.Collections.Generic;
using System.IO;
using GenNet;
using Samples;

namespace Mish;

/// <summary>The whole run: both networks in turn, and what became of them.</summary>
internal static class Comparison
{
    private const int DrawnTraining = 12_000, DrawnTest = 2_000, Batch = 128;
    private const float LearningRate = 1e-3f;

    public static int Execute(Options options)
    {
        try
        {
            (Dataset<float> train, Dataset<float> test) = MnistData.Load(options.Data, DrawnTraining, DrawnTest, options.Seed);
            Console.WriteLine($"784-100-10, {train.Count:N0} training and {test.Count:N0} test images, batches of {Batch}, Adam with {LearningRate}, seed {options.Seed}");
            Curve mish = Train<MishNet>("Mish", options, train, test), silu = Train<SiLUNet>("SiLU", options, train, test);
            (double ofMish, double ofSiLU) = StepTimes.Measure<MishNet, SiLUNet>(train, Batch);
            Console.WriteLine($"a step of {Batch} images on one thread: Mish {ofMish:F1} us, SiLU {ofSiLU:F1} us, {ofMish / ofSiLU:F2} times as long");

            SvgFigure.Save(
                options.Picture,
                [
                    new SvgChart("Training loss", "epoch", "loss") { LogY = true }.Line("Mish", mish.Losses).Line("SiLU", silu.Losses),
                    new SvgChart("Test accuracy", "epoch", "accuracy").Line("Mish", mish.Accuracies).Line("SiLU", silu.Accuracies),
                ],
                2, 480, 360);
            Console.WriteLine($"wrote {options.Picture}");
            Console.WriteLine($"test accuracy: Mish {mish.Accuracies[^1]:F4}, SiLU {silu.Accuracies[^1]:F4}");
            return 0;
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"error: {exception.Message}");
            return 1;
        }
    }

    private static Curve Train<TNet>(string name, Options options, Dataset<float> train, Dataset<float> test)
        where TNet : class, INetwork<TNet, float>
    {
        TNet net = TNet.Create(options.Seed);
        var curve = new Curve([], []);
        new Trainer<TNet>(net, new Adam(LearningRate)).Fit(train, new FitOptions
        {
            BatchSize = Batch,
            Epochs = options.Epochs,
            Seed = options.Seed,
            OnEpoch = report =>
            {
                curve.Losses.Add(report.Loss);
                curve.Accuracies.Add(Metrics.Accuracy(net, test));
                Console.WriteLine($"{name}  epoch {report.Epoch,2}   loss {report.Loss:F4}   test accuracy {curve.Accuracies[^1]:F4}");
            },
        });
        return curve;
    }

    /// <summary>What a network reached after each epoch.</summary>
    private sealed record Curve(List<double> Losses, List<double> Accuracies);
}
