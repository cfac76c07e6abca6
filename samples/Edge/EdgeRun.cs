using System;
using System.IO;
using GenNet;

namespace Edge;

/// <summary>The network is loaded, trained where that was asked for, saved, and used.</summary>
internal static class EdgeRun
{
    public static void Execute<TNet>(EdgeOptions options)
        where TNet : class, INetwork<TNet, float>
    {
        // Before the work, not after it: a network that cannot be saved is lost.
        if (options.Output is { } output && Path.GetDirectoryName(Path.GetFullPath(output)) is { } folder && !Directory.Exists(folder))
            throw new IOException($"--save: there is no folder '{folder}'.");

        TNet net = options.Model is null ? TNet.Create(options.Seed) : NetworkFile.Load<TNet, float>(options.Model);
        if (options.Training is { } training)
            Train(net, Dataset.FromIdx(training.Images, training.Labels), options);
        if (options.Output is not null)
            NetworkFile.Save<TNet, float>(net, options.Output);
        foreach (string name in options.Images)
            Classify(net, name);
    }

    private static void Train<TNet>(TNet net, Dataset<float> data, EdgeOptions options)
        where TNet : class, INetwork<TNet, float>
    {
        if (data.InputSize != TNet.InputSize)
            throw new InvalidDataException($"--train: expected images of 28 x 28 pixels, got images of {data.InputSize} pixels.");

        var trainer = new Trainer<TNet>(net, new Sgd(options.LearningRate));
        var random = new RandomStream((ulong)options.Seed);
        var inputs = new float[options.Batch * TNet.InputSize];
        var targets = new float[options.Batch * TNet.OutputSize];
        double before = Metrics.Accuracy(net, data);
        for (int step = 0; step < options.Steps; step++)
        {
            for (int i = 0; i < options.Batch; i++)
            {
                int row = random.NextInt(data.Count);
                data.Inputs.Slice(row * TNet.InputSize, TNet.InputSize).CopyTo(inputs.AsSpan(i * TNet.InputSize));
                data.Targets.Slice(row * TNet.OutputSize, TNet.OutputSize).CopyTo(targets.AsSpan(i * TNet.OutputSize));
            }

            trainer.Step(inputs, targets);
        }

        Console.Error.WriteLine($"{options.Steps} steps on {data.Count} images: accuracy on them {before:F4} before, {Metrics.Accuracy(net, data):F4} after");
    }

    private static void Classify<TNet>(TNet net, string name)
        where TNet : class, INetwork<TNet, float>
    {
        using Stream stream = name == "-" ? Console.OpenStandardInput() : File.OpenRead(name);
        ImageSource images = ImageSource.Open(stream, name);
        var pixels = new float[TNet.InputSize];
        var probabilities = new float[TNet.OutputSize];
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
