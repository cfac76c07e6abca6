using System;
using System.IO;
using GenNet;

namespace Edge;

/// <summary>The network is loaded, trained where that was asked for, saved, and used.</summary>
internal static class EdgeRun
{
    public static void Execute(EdgeOptions options)
    {
        // Before the work, not after it: a network that cannot be saved is lost.
        if (options.Output is { } output && Path.GetDirectoryName(Path.GetFullPath(output)) is { } folder && !Directory.Exists(folder))
            throw new IOException($"--save: there is no folder '{folder}'.");

        EdgeNet net = options.Model is null ? new EdgeNet(options.Seed) : EdgeNet.Load(options.Model);
        if (options.Training is { } training)
            Train(net, Dataset.FromIdx(training.Images, training.Labels), options);
        if (options.Output is not null)
            net.Save(options.Output);
        foreach (string name in options.Images)
            Classify(net, name);
    }

    private static void Train(EdgeNet net, Dataset<float> data, EdgeOptions options)
    {
        if (data.InputSize != EdgeNet.InputSize)
            throw new InvalidDataException($"--train: expected images of 28 x 28 pixels, got images of {data.InputSize} pixels.");

        var trainer = new Trainer<EdgeNet>(net, new Sgd(options.LearningRate));
        var random = new RandomStream((ulong)options.Seed);
        var inputs = new float[options.Batch * EdgeNet.InputSize];
        var targets = new float[options.Batch * EdgeNet.OutputSize];
        double before = Metrics.Accuracy(net, data);
        for (int step = 0; step < options.Steps; step++)
        {
            for (int i = 0; i < options.Batch; i++)
            {
                int row = random.NextInt(data.Count);
                data.Inputs.Slice(row * EdgeNet.InputSize, EdgeNet.InputSize).CopyTo(inputs.AsSpan(i * EdgeNet.InputSize));
                data.Targets.Slice(row * EdgeNet.OutputSize, EdgeNet.OutputSize).CopyTo(targets.AsSpan(i * EdgeNet.OutputSize));
            }

            trainer.Step(inputs, targets);
        }

        Console.Error.WriteLine($"{options.Steps} steps on {data.Count} images: accuracy on them {before:F4} before, {Metrics.Accuracy(net, data):F4} after");
    }

    private static void Classify(EdgeNet net, string name)
    {
        using Stream stream = name == "-" ? Console.OpenStandardInput() : File.OpenRead(name);
        ImageSource images = ImageSource.Open(stream, name);
        var pixels = new float[EdgeNet.InputSize];
        var probabilities = new float[EdgeNet.OutputSize];
        for (int number = 0; images.TryRead(pixels); number++)
        {
            net.Forward(pixels, probabilities);
            int digit = IndexOfLargest(probabilities);
            Console.Out.WriteLine($"{name}\t{number}\t{digit}\t{probabilities[digit]:F4}");
        }
    }

    private static int IndexOfLargest(ReadOnlySpan<float> values)
    {
        int largest = 0;
        for (int i = 1; i < values.Length; i++)
        {
            if (values[i] > values[largest])
                largest = i;
        }

        return largest;
    }
}
