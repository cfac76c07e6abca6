using System;
using System.Collections.Generic;
using System.Linq;

namespace GenNet.Mpi.Job;

/// <summary>What a step of a fit takes: the computation, the waiting and the exchange. Rounds in turn with those of other numbers of ranks.</summary>
internal static class Measurement
{
    public static void Run(MpiExchange ranks, Arguments arguments)
    {
        switch (arguments.Text("network") ?? "wide")
        {
            case "narrow":
                Run<NarrowNet>(ranks, arguments);
                break;
            case "middle":
                Run<MiddleNet>(ranks, arguments);
                break;
            case "widest":
                Run<WidestNet>(ranks, arguments);
                break;
            default:
                Run<WideNet>(ranks, arguments);
                break;
        }
    }

    private static void Run<TNet>(MpiExchange ranks, Arguments arguments)
        where TNet : class, INetwork<TNet, float>
    {
        int batch = (arguments.Number("rows") ?? 128) * ranks.Size, steps = arguments.Number("steps") ?? 60;
        var random = new Random(1);
        float[] inputs = [.. Enumerable.Range(0, 784 * batch * steps).Select(_ => random.NextSingle())];
        var targets = new float[10 * batch * steps];
        for (int row = 0; row < batch * steps; row++)
            targets[10 * row + row % 10] = 1;
        var data = new Dataset<float>(inputs, targets, 784, 10);
        var trainer = new Trainer<TNet>(TNet.Create(1), new Adam(1e-4f)) { Exchange = ranks };
        List<EpochReport> reports = [];
        trainer.Fit(data.Shard(ranks), new FitOptions
        {
            Epochs = arguments.Number("epochs") ?? 10,
            BatchSize = batch,
            Threads = arguments.Number("threads") ?? 1,
            OnEpoch = reports.Add,
        });
        if (ranks.Rank > 0)
            return;

        // The first epoch compiles.
        EpochReport best = reports.Skip(1).MaxBy(report => report.SamplesPerSecond);
        double exchange = reports.Skip(1).Min(report => report.Exchanging / report.Batches).TotalMilliseconds, step = (best.Elapsed / best.Batches).TotalMilliseconds;
        Console.WriteLine(FormattableString.Invariant(
            $"{TNet.ParameterCount} parameters, {ranks.Size} ranks, shares {ranks.Shares?.ToString() ?? "none"}: {best.SamplesPerSecond:F0} samples a second, a step {step:F3} ms; waiting {best.Waiting / best.Elapsed:P1}, exchanging {best.Exchanging / best.Elapsed:P1}, in the best epoch {exchange:F3} ms"));
    }
}
