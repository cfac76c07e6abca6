using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;

namespace GenNet.Fuzz.Fits;

/// <summary>A fit that goes on from a checkpoint against one that was let alone.</summary>
internal static class ResumedFit
{
    public static FuzzSubject Subject => FuzzSubject.Of("resumed-fit", 40, Arb.From(Cases, Smaller), Holds);

    private static Dictionary<string, Func<IOptimizer<float>>> Optimizers { get; } = new()
    {
        ["Sgd"] = () => new Sgd(0.1f),
        ["Momentum"] = () => new Momentum(0.05f),
        ["Nesterov"] = () => new Nesterov(0.05f),
        ["AdaGrad"] = () => new AdaGrad(0.05f),
        ["RMSProp"] = () => new RMSProp(0.01f),
        ["Adam"] = () => new Adam(0.01f),
        ["AdamW"] = () => new AdamW(0.01f),
        ["AdaDelta"] = () => new AdaDelta(1f),
        ["NAdam"] = () => new NAdam(0.01f),
    };

    private static Dictionary<string, Func<int, ISchedule?>> Schedules { get; } = new()
    {
        ["none"] = _ => null,
        ["constant"] = _ => new ConstantSchedule(),
        ["step"] = _ => new StepSchedule(0.5, 2, 3),
        ["exponential"] = _ => new ExponentialSchedule(0.9),
        ["cosine"] = _ => new CosineSchedule(),
    };

    private static Gen<FitCase> Cases =>
        from optimizer in Gen.Elements(Optimizers.Keys.ToArray())
        from schedule in Gen.Elements(Schedules.Keys.ToArray())
        from rows in Gen.Choose(1, 400)
        from batchSize in Gen.Choose(1, 450)
        from epochs in Gen.Choose(2, 5)
        from interrupted in Gen.Choose(1, epochs - 1)
        from threads in Gen.Choose(1, 3)
        from shuffle in Gen.Elements(true, false)
        from l2 in Gen.Elements(0, 0.01)
        from clipNorm in Gen.Elements<double?>(null, 0.5)
        from seed in Gen.Choose(0, 1000)
        select new FitCase(optimizer, schedule, rows, Math.Max(batchSize, rows / 40), epochs, interrupted, threads, shuffle, l2, clipNorm, seed);

    private static IEnumerable<FitCase> Smaller(FitCase fit)
    {
        if (fit.Epochs > 2)
            yield return fit with { Epochs = 2, Interrupted = 1 };
        if (fit.Schedule != "none")
            yield return fit with { Schedule = "none" };
        if (fit.Optimizer != "Sgd")
            yield return fit with { Optimizer = "Sgd" };
        if (fit.ClipNorm is not null)
            yield return fit with { ClipNorm = null };
        if (fit.L2 != 0)
            yield return fit with { L2 = 0 };
        if (fit.Shuffle)
            yield return fit with { Shuffle = false };
        if (fit.Threads > 1)
            yield return fit with { Threads = fit.Threads - 1 };
        if (fit.Rows > 1)
            yield return fit with { Rows = fit.Rows / 2 };
        if (fit.BatchSize > 1)
            yield return fit with { BatchSize = fit.BatchSize / 2 };
    }

    private static void Holds(FitCase fit)
    {
        string directory = Directory.CreateTempSubdirectory("gennet-fuzz-").FullName;
        try
        {
            string whole = Path.Combine(directory, "whole"), checkpoint = Path.Combine(directory, "part");
            float[] expected = Fit(fit, whole, stopAfter: null, resume: false);
            Fit(fit, checkpoint, stopAfter: fit.Interrupted, resume: false);
            float[] actual = Fit(fit, checkpoint, stopAfter: null, resume: true);

            Assert.Equal(expected, actual);
            Assert.Equal(File.ReadAllBytes(whole), File.ReadAllBytes(checkpoint));
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    /// <summary>The parameters after a fit that leaves checkpoints.</summary>
    private static float[] Fit(FitCase fit, string checkpoint, int? stopAfter, bool resume)
    {
        // What a resumed fit starts from must not matter.
        var net = new WideNetwork(resume ? fit.Seed + 1 : fit.Seed);
        var trainer = new Trainer<WideNetwork>(net, Optimizers[fit.Optimizer]()) { L2 = fit.L2, ClipNorm = fit.ClipNorm };
        using var stop = new System.Threading.CancellationTokenSource();
        trainer.Fit(Data(fit), new FitOptions
        {
            Epochs = fit.Epochs,
            BatchSize = fit.BatchSize,
            Threads = fit.Threads,
            Shuffle = fit.Shuffle,
            Seed = fit.Seed,
            Schedule = Schedules[fit.Schedule](fit.Epochs),
            Checkpoint = new CheckpointOptions { Path = checkpoint },
            ResumeFrom = resume ? checkpoint : null,
            CancellationToken = stop.Token,
            OnEpoch = report =>
            {
                if (report.Epoch == stopAfter)
                    stop.Cancel();
            },
        });
        return net.Parameters.ToArray();
    }

    private static Dataset<float> Data(FitCase fit)
    {
        var random = new Random(fit.Seed);
        float[] inputs = [.. Enumerable.Range(0, fit.Rows * WideNetwork.InputSize).Select(_ => random.NextSingle() - 0.5f)];
        var targets = new float[fit.Rows * WideNetwork.OutputSize];
        for (int row = 0; row < fit.Rows; row++)
            targets[row * WideNetwork.OutputSize + random.Next(WideNetwork.OutputSize)] = 1;
        return new Dataset<float>(inputs, targets, WideNetwork.InputSize, WideNetwork.OutputSize);
    }
}
