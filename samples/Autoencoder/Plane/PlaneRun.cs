using System;
using GenNet;

namespace Autoencoder;

/// <summary>Digits to two numbers and back.</summary>
internal static class PlaneRun
{
    private const int Neighbours = 10;

    public static void Execute(Options options, Digits train, Digits test)
    {
        Console.WriteLine($"before training: {Separation(new PlaneNet(options.Seed), train, test)}");
        PlaneNet net = Experiment.Train<PlaneNet>(
            options, DataStream.FromDataset(train.Images), net => $"test error {Metrics.RootMeanSquaredError(net, test.Images):F4} per pixel (root mean square)");
        Console.WriteLine($"after training: {Separation(net, train, test)}");
        if (options.Picture is null)
            return;
        PlanePicture.Save(options.Picture, net, test);
        Console.WriteLine($"wrote {options.Picture}");
    }

    /// <summary>How well the plane keeps digits apart: the training never sees a label, so nearest neighbours that share one are its own finding.</summary>
    private static string Separation(PlaneNet net, Digits train, Digits test)
    {
        var neighbours = new NearestNeighbours(Codes.Of(net, train.Images.Inputs), train.Labels, Neighbours);
        double accuracy = neighbours.Accuracy(Codes.Of(net, test.Images.Inputs), test.Labels);
        return $"the {Neighbours} training images that are nearest on the plane name the digit of {accuracy:P1} of the test images";
    }
}
