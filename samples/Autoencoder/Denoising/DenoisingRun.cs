using System;
using GenNet;

namespace Autoencoder;

/// <summary>Noisy digits to clean ones.</summary>
internal static class DenoisingRun
{
    public static void Execute(Options options, Digits train, Digits test)
    {
        // The test images have noise of their own: no network has seen it.
        Dataset<float> noisy = new NoisyImages(test.Images, options.Noise, ~options.Seed).ToDataset();
        DenoisingNet net = Experiment.Train<DenoisingNet>(
            options, new NoisyImages(train.Images, options.Noise, options.Seed), net => $"test error {Metrics.RootMeanSquaredError(net, noisy):F4} per pixel (root mean square)");
        Console.WriteLine($"test error per pixel (root mean square): {Distance(noisy):F4} before, {Metrics.RootMeanSquaredError(net, noisy):F4} after");
        if (options.Picture is null)
            return;
        DenoisingPicture.Save(options.Picture, net, test, noisy);
        Console.WriteLine($"wrote {options.Picture}");
    }

    /// <summary>The root of the mean squared difference of inputs and targets.</summary>
    private static double Distance(Dataset<float> images)
    {
        double squares = 0;
        for (int i = 0; i < images.Inputs.Length; i++)
        {
            double difference = images.Inputs[i] - images.Targets[i];
            squares += difference * difference;
        }

        return Math.Sqrt(squares / images.Inputs.Length);
    }
}
