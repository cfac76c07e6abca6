using System;
using System.Collections.Concurrent;
using System.Globalization;
using System.IO;
using System.Linq;
using GenNet.Fuzz.Fits;

namespace GenNet.Fuzz.Files;

/// <summary>Files of networks, of networks with their optimizer, and checkpoints.</summary>
internal static class NetworkFormats
{
    public static FileFormat[] All { get; } =
    [
        new("network", NetworkFile, content => content, (_, _) => Loading()),
        new("network with optimizer", Cached(WithOptimizer), content => content, (_, variation) => Restoring(variation)),
        new("checkpoint", Cached(Checkpoint), content => content, (_, variation) => Resuming(variation)),
    ];

    private static IOptimizerState<float> Optimizer(int variation) => (variation % 3) switch
    {
        0 => new Adam(0.01f),
        1 => new Momentum(0.05f),
        _ => new AdaDelta(1f),
    };

    private static Dataset<float> Data { get; } = new(
        Enumerable.Range(0, 12 * SmallNetwork.InputSize).Select(i => i % 7 / 7f).ToArray(),
        Enumerable.Range(0, 12 * SmallNetwork.OutputSize).Select(i => i % 4 == 0 ? 1f : 0).ToArray(),
        SmallNetwork.InputSize,
        SmallNetwork.OutputSize);

    private static byte[] NetworkFile(int variation)
    {
        using var stream = new MemoryStream();
        new SmallNetwork(variation).Save(stream);
        return stream.ToArray();
    }

    private static Func<int, byte[]> Cached(Action<int, string> write)
    {
        var made = new ConcurrentDictionary<int, byte[]>();
        return variation => made.GetOrAdd(variation, _ =>
        {
            string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
            write(variation, path);
            byte[] content = File.ReadAllBytes(path);
            File.Delete(path);
            return content;
        });
    }

    private static void WithOptimizer(int variation, string path)
    {
        var net = new SmallNetwork(variation);
        IOptimizerState<float> optimizer = Optimizer(variation);
        new Trainer<SmallNetwork>(net, optimizer).Step(Data.Inputs, Data.Targets);
        net.Save(path, optimizer);
    }

    private static void Checkpoint(int variation, string path) =>
        new Trainer<SmallNetwork>(new SmallNetwork(variation), Optimizer(variation)).Fit(Data, Options(variation, write: path, resume: null));

    private static FitOptions Options(int variation, string? write, string? resume) => new()
    {
        Epochs = 2,
        BatchSize = 5,
        Threads = 1,
        Seed = variation,
        Schedule = variation % 2 == 0 ? new ReduceOnPlateau(patience: 0) : null,
        EarlyStopping = variation % 3 > 0 ? new EarlyStopping { RestoreBest = variation % 3 == 1 } : null,
        Validation = variation > 3 ? Data : null,
        Checkpoint = write is null ? null : new CheckpointOptions { Path = write },
        ResumeFrom = resume,
    };

    private static FileReading Loading()
    {
        var net = new SmallNetwork(99);
        string before = StateOf(net, null);
        SmallNetwork? loaded = null;
        return new FileReading(
            path =>
            {
                loaded = SmallNetwork.Load(path);
                net.Restore(path);
            },
            content =>
            {
                new SafeTensorsTruth(content).Is(SmallNetwork.Layout, net.Parameters, "");
                Assert.Equal(StateOf(net, null), StateOf(loaded!, null));
            },
            () => Assert.Equal(before, StateOf(net, null)));
    }

    private static FileReading Restoring(int variation)
    {
        var net = new SmallNetwork(99);
        IOptimizerState<float> optimizer = Optimizer(variation);
        new Trainer<SmallNetwork>(net, optimizer).Step(Data.Inputs, Data.Targets);
        string before = StateOf(net, optimizer);
        return new FileReading(
            path => net.Restore(path, optimizer),
            content =>
            {
                var truth = new SafeTensorsTruth(content);
                truth.Is(SmallNetwork.Layout, net.Parameters, "");
                IsStateOf(optimizer, truth);
            },
            () => Assert.Equal(before, StateOf(net, optimizer)));
    }

    private static FileReading Resuming(int variation)
    {
        // The checkpoint is that of the last epoch: nothing is left to do but to take it up.
        var net = new SmallNetwork(99);
        IOptimizerState<float> optimizer = Optimizer(variation);
        string before = StateOf(net, optimizer);
        return new FileReading(
            path => new Trainer<SmallNetwork>(net, optimizer).Fit(Data, Options(variation, write: null, resume: path)),
            content =>
            {
                var truth = new SafeTensorsTruth(content);
                IsStateOf(optimizer, truth);

                // Early stopping goes back to the best epoch, if there is one.
                truth.Is(SmallNetwork.Layout, net.Parameters, variation % 3 == 1 && truth.Metadata["fit.early.best_epoch"] != "0" ? "best/" : "");
            },
            () => Assert.Equal(before, StateOf(net, optimizer)),
            MayRefuseOptions: true);
    }

    private static string StateOf(SmallNetwork net, IOptimizerState<float>? optimizer)
    {
        string state = Bits(net.Parameters);
        return optimizer is null
            ? state
            : string.Join(' ', [state, .. optimizer.StateNames.Select(name => Bits(optimizer.State(name))), $"{optimizer.Steps}", $"{BitConverter.SingleToInt32Bits(optimizer.LearningRate)}"]);
    }

    private static string Bits(ReadOnlySpan<float> numbers) => Convert.ToHexString(System.Runtime.InteropServices.MemoryMarshal.AsBytes(numbers));

    private static void IsStateOf(IOptimizerState<float> optimizer, SafeTensorsTruth truth)
    {
        Assert.Equal(long.Parse(truth.Metadata["optimizer.steps"], CultureInfo.InvariantCulture), optimizer.Steps);
        Assert.Equal(float.Parse(truth.Metadata["optimizer.learning_rate"], CultureInfo.InvariantCulture), optimizer.LearningRate);
        if (optimizer.Steps == 0)
            return;
        foreach (string name in optimizer.StateNames)
            truth.Is(SmallNetwork.Layout, optimizer.State(name), $"optimizer.{name}/");
    }
}
