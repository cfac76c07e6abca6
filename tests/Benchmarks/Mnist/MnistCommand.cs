using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Diagnostics;
using System.IO;
using System.Linq;

namespace GenNet.Benchmarks.Mnist;

/// <summary>MNIST to 97.5 % test accuracy, whole programs from their start: ours and PyTorch's in turn.</summary>
internal static class MnistCommand
{
    public static Command Create()
    {
        var data = new Argument<string>("folder") { Description = "The four .gz files of MNIST." };
        var rounds = new Option<int>("--rounds") { DefaultValueFactory = _ => 3, Description = "How often the programs take turns." };
        var command = new Command("mnist", "Times the training to 97.5 % test accuracy as whole processes, ours and PyTorch's in turn.") { data, rounds };
        command.SetAction(parsed => Run(parsed.GetValue(data)!, parsed.GetValue(rounds)));
        return command;
    }

    /// <summary>Our side, as a process of its own.</summary>
    public static Command CreateTraining()
    {
        var data = new Argument<string>("folder");
        var command = new Command("train-mnist", "Trains 784-100-10 until 97.5 %.") { data };
        command.SetAction(parsed => Train(parsed.GetValue(data)!));
        return command;
    }

    private static int Run(string folder, int rounds)
    {
        string python = Environment.GetEnvironmentVariable("GENNET_PYTHON") ?? "/usr/bin/python3";
        var ratios = new List<double>();
        for (int round = 0; round < rounds; round++)
        {
            double ours = Time(Environment.ProcessPath!, "train-mnist", folder);
            double theirs = Time(python, Path.Combine(AppContext.BaseDirectory, "peers", "pytorch_mnist.py"), folder);
            ratios.Add(theirs / ours);
            Console.WriteLine($"GenNet {ours:F2} s, PyTorch {theirs:F2} s, ratio {theirs / ours:F1}");
        }

        ratios.Sort();
        Console.WriteLine($"median ratio {ratios[ratios.Count / 2]:F1}");
        return 0;
    }

    private static double Time(string program, params string[] arguments)
    {
        long start = Stopwatch.GetTimestamp();
        using Process process = Process.Start(new ProcessStartInfo(program, arguments))!;
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static int Train(string folder)
    {
        Dataset<float> Read(string name) => Dataset.FromIdx(Path.Combine(folder, name + "-images-idx3-ubyte.gz"), Path.Combine(folder, name + "-labels-idx1-ubyte.gz"));
        Dataset<float> train = Read("train"), test = Read("t10k");
        var net = new Net784x100x10(1);
        var trainer = new Trainer<Net784x100x10>(net, new Sgd(0.5f));
        for (int epoch = 1; epoch <= 30; epoch++)
        {
            trainer.Fit(train, new FitOptions { Epochs = epoch, FirstEpoch = epoch, BatchSize = 16, Seed = 1 });
            double accuracy = Metrics.Accuracy(net, test);
            if (accuracy >= 0.975)
            {
                Console.WriteLine($"  {accuracy:F4} after {epoch} epochs");
                return 0;
            }
        }

        return 1;
    }
}
