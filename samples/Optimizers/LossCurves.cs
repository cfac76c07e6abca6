using System;
using System.Linq;
using GenNet;
using Samples;

namespace Optimizers;

/// <summary>Two spirals that wind around each other, to be told apart.</summary>
[Network]
[Dense(2, 24, Activation.Tanh)]
[Dense(24, Activation.Tanh)]
[Dense(1, Activation.Sigmoid)]
internal sealed partial class SpiralNet;

/// <summary>The same network, data and order of batches with each optimizer: the training loss after each epoch.</summary>
internal static class LossCurves
{
    public static void Draw(string path, int epochs)
    {
        Dataset<float> data = Spirals(400);
        var chart = new SvgChart("Two spirals, 2-24-24-1: the loss by optimizer and learning rate", "epoch", "binary cross-entropy, mean of the epoch") { LogY = true };
        foreach (Contestant contestant in Contestant.All)
        {
            var net = new SpiralNet(seed: 1);
            FitResult result = new Trainer<SpiralNet>(net, contestant.Create<float>(contestant.NetworkRate))
                .Fit(data, new FitOptions { Epochs = epochs, BatchSize = 32, Threads = 1 });
            double[] numbers = [.. result.Epochs.Select(epoch => (double)epoch.Epoch)], losses = [.. result.Epochs.Select(epoch => epoch.Loss)];
            chart.Line($"{contestant.Name}, {contestant.NetworkRate}", numbers, losses, contestant.Color);
            Console.WriteLine($"{contestant.Name,-9} loss {result.Loss:F5}   accuracy {Metrics.Accuracy(net, data):F3}");
        }

        SvgFigure.Save(path, [chart], columns: 1, width: 820, height: 520);
    }

    private static Dataset<float> Spirals(int each)
    {
        var random = new RandomStream(7);
        var inputs = new float[4 * each];
        var targets = new float[2 * each];
        for (int i = 0; i < 2 * each; i++)
        {
            double radius = 0.15 + 0.85 * random.NextDouble(), angle = 2.5 * Math.PI * radius + (i % 2) * Math.PI;
            inputs[2 * i] = (float)(3 * radius * Math.Cos(angle) + 0.12 * random.NextGaussian());
            inputs[2 * i + 1] = (float)(3 * radius * Math.Sin(angle) + 0.12 * random.NextGaussian());
            targets[i] = i % 2;
        }

        return new Dataset<float>(inputs, targets, 2, 1);
    }
}
