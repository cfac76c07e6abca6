using System;
using System.Diagnostics;
using System.Linq;

namespace GenNet.Mpi.Job;

/// <summary>Samples a second of a fit of 784-512-512-10, rounds in turn with those of other runs.</summary>
internal static class Measurement
{
    public static void Run(MpiExchange ranks, Arguments arguments)
    {
        int batch = (arguments.Number("rows") ?? 128) * ranks.Size, steps = arguments.Number("steps") ?? 60;
        var random = new Random(1);
        float[] inputs = [.. Enumerable.Range(0, 784 * batch * steps).Select(_ => random.NextSingle())];
        var targets = new float[10 * batch * steps];
        for (int row = 0; row < batch * steps; row++)
            targets[10 * row + row % 10] = 1;
        var data = new Dataset<float>(inputs, targets, 784, 10);
        var trainer = new Trainer<WideNet>(new WideNet(1), new Adam(1e-4f)) { Exchange = ranks };
        double best = 0;
        trainer.Fit(data.Shard(ranks), new FitOptions
        {
            Epochs = arguments.Number("epochs") ?? 6,
            BatchSize = batch,
            Threads = arguments.Number("threads") ?? 1,
            OnEpoch = report => best = report.Epoch == 1 ? 0 : Math.Max(best, report.SamplesPerSecond),
        });
        if (ranks.Rank == 0)
            Console.WriteLine(FormattableString.Invariant($"{ranks.Size} ranks, shares {ranks.Shares?.ToString() ?? "none"}: {best:F0} samples a second"));
    }
}
