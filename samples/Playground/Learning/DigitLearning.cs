using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using GenNet;
using Playground.Browser;
using Samples;

namespace Playground.Learning;

/// <summary>Learns the parameters that the page of digits begins with, from MNIST and from digits that are drawn here.</summary>
internal static class DigitLearning
{
    private const int Epochs = 40, DrawnDigits = 12_000;

    /// <summary>Trains, writes the file, and says how much of the test set the network gets right as the file has it.</summary>
    /// <param name="mnist">The folder of the four IDX files.</param>
    /// <param name="file">The safetensors file, in half precision.</param>
    /// <exception cref="IOException">A file is missing or cannot be written.</exception>
    public static void Run(string mnist, string file)
    {
        (Dataset<float> train, Dataset<float> test) = Load(mnist);
        Dataset<float> drawn = PenDigits.Draw(DrawnDigits, seed: 1);
        var net = new DigitNet(seed: 1);
        long epoch = 0;
        DataStream<float> stream = DataStream.FromRows(Rows(train, drawn, () => epoch++), DigitNet.InputSize, DigitNet.OutputSize);
        new Trainer<DigitNet>(net, new AdamW(2e-3f)).Fit(stream, new FitOptions
        {
            Epochs = Epochs,
            BatchSize = 64,
            Seed = 1,
            Threads = 1,
            Schedule = new CosineSchedule(),
            OnEpoch = report => Console.WriteLine($"epoch {report.Epoch,3}   loss {report.Loss:F4}   test accuracy {Metrics.Accuracy(net, test):F4}"),
        });
        HalfPrecisionFile.Save(net, file);
        Console.WriteLine($"wrote {file}, {new FileInfo(file).Length:N0} bytes");
        Evaluate(mnist, file);
    }

    /// <summary>Says how much of the test set the network of a file gets right, and of digits that are drawn here.</summary>
    public static void Evaluate(string mnist, string file)
    {
        (_, Dataset<float> test) = Load(mnist);
        DigitNet net = DigitNet.Load(file);
        Console.WriteLine($"MNIST, {test.Count:N0} test images: accuracy {Metrics.Accuracy(net, test):F4}");
        Dataset<float> drawn = PenDigits.Draw(2000, seed: 2);
        Console.WriteLine($"drawn here, {drawn.Count:N0} digits: accuracy {Metrics.Accuracy(net, drawn):F4}");
    }

    private static (Dataset<float> Train, Dataset<float> Test) Load(string folder) => MnistFiles.AreIn(folder)
        ? MnistData.Load(folder, 0, 0, 0)
        : throw new IOException($"There are no MNIST files in '{folder}' (samples/Mnist fetches them with --download).");

    /// <summary>Each digit once, distorted anew in each pass.</summary>
    private static IEnumerable<(ReadOnlyMemory<float> Inputs, ReadOnlyMemory<float> Targets)> Rows(Dataset<float> train, Dataset<float> drawn, Func<long> next)
    {
        var random = new RandomStream(seed: 1, stream: (ulong)next());
        int[] order = [.. Enumerable.Range(0, train.Count + drawn.Count)];
        random.Shuffle<int>(order);
        foreach (int i in order)
        {
            (Dataset<float> data, int row) = i < train.Count ? (train, i) : (drawn, i - train.Count);
            yield return (Distortion.Apply(data.Input(row), random), data.Target(row).ToArray());
        }
    }
}
