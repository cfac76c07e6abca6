using System;
using System.Collections.Generic;
using System.Linq;
using GenNet;
using Shared;

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
    private const int Left = 70, Top = 66, Width = 640, Height = 420, Legend = 180;

    public static void Draw(string path, int epochs)
    {
        Dataset<float> data = Spirals(400);
        var curves = new List<(Contestant Contestant, double[] Losses)>();
        foreach (Contestant contestant in Contestant.All)
        {
            var net = new SpiralNet(seed: 1);
            FitResult result = new Trainer<SpiralNet>(net, contestant.Create<float>(contestant.NetworkRate)).Fit(data, new FitOptions { Epochs = epochs, BatchSize = 32, Threads = 1 });
            curves.Add((contestant, result.Epochs.Select(epoch => epoch.Loss).ToArray()));
            Console.WriteLine($"{contestant.Name,-9} loss {result.Loss:F5}   accuracy {Metrics.Accuracy(net, data):F3}");
        }

        var svg = new Svg(Left + Width + Legend, Top + Height + 56);
        svg.Text(Left, 26, "Two spirals, 2-24-24-1: the loss by optimizer", size: 18, weight: "bold");
        svg.Text(Left, 46, "mean binary cross-entropy of each epoch, logarithmic; batches of 32 out of 800 points", fill: "#666666");
        DrawCurves(svg, curves, epochs);
        svg.Save(path);
    }

    private static void DrawCurves(Svg svg, List<(Contestant Contestant, double[] Losses)> curves, int epochs)
    {
        int lowest = Math.Clamp((int)Math.Floor(Math.Log10(curves.Min(curve => curve.Losses.Min()))), -4, -1);
        double X(double epoch) => Left + (epoch - 1) / Math.Max(1, epochs - 1) * Width;
        double Y(double loss) => Top + Math.Min(1, Math.Log10(loss) / lowest) * Height;
        svg.Rectangle(Left, Top, Width, Height, "#fbfbfb", "none");
        for (int power = lowest; power <= 0; power++)
        {
            double y = Y(Math.Pow(10, power));
            svg.Line(Left, y, Left + Width, y, "#dddddd");
            svg.Text(Left - 8, y + 4, Math.Pow(10, power).ToString("0.####"), anchor: "end", fill: "#666666");
        }

        foreach (int epoch in Enumerable.Range(0, 6).Select(i => 1 + (epochs - 1) * i / 5).Distinct())
        {
            svg.Line(X(epoch), Top + Height, X(epoch), Top + Height + 5, "#999999");
            svg.Text(X(epoch), Top + Height + 20, epoch.ToString(), anchor: "middle", fill: "#666666");
        }

        svg.Text(Left + Width / 2, Top + Height + 42, "epoch", anchor: "middle", fill: "#666666");
        svg.BeginClip("curves", Left, Top, Width, Height);
        foreach ((Contestant contestant, double[] losses) in curves)
            svg.Polyline(losses.Select((loss, i) => (X(i + 1), Y(loss))).ToArray(), contestant.Color, 1.8);
        svg.EndClip();
        DrawNames(svg, curves, Y);
    }

    /// <summary>The names at the ends of their curves, moved apart where they would cover each other.</summary>
    private static void DrawNames(Svg svg, List<(Contestant Contestant, double[] Losses)> curves, Func<double, double> y)
    {
        const double Apart = 17;
        double next = Top;
        var names = curves.OrderBy(curve => y(curve.Losses[^1])).ToArray();
        for (int i = 0; i < names.Length; i++)
        {
            // Low enough for those above, high enough to leave room for those below.
            double end = y(names[i].Losses[^1]), lowest = Top + Height - (names.Length - 1 - i) * Apart;
            double at = Math.Min(Math.Max(end, next), lowest);
            next = at + Apart;
            svg.Line(Left + Width, end, Left + Width + 16, at, names[i].Contestant.Color);
            svg.Text(Left + Width + 20, at + 4, $"{names[i].Contestant.Name}, rate {names[i].Contestant.NetworkRate}", fill: names[i].Contestant.Color);
        }
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
