using System;
using System.Linq;

namespace GenNet.Mpi.Job;

/// <summary>Single steps, and fits whose state is carried from batch to batch.</summary>
internal static class StepJob
{
    public static void Run(MpiExchange ranks)
    {
        var random = new Random(3);
        float[] inputs = [.. Enumerable.Range(0, 16 * 50).Select(_ => random.NextSingle())];
        var targets = new float[4 * 50];
        for (int row = 0; row < 50; row++)
            targets[4 * row + row % 4] = 1;
        var net = new DropNet(1 + ranks.Rank);
        var trainer = new Trainer<DropNet>(net, new Adam(1e-2f)) { Exchange = ranks, ClipNorm = 1 };
        float loss = 0;
        for (int step = 0; step < 20; step++)
            loss = trainer.Step(inputs, targets);
        Console.WriteLine(FormattableString.Invariant($"rank {ranks.Rank} of {ranks.Size}: loss {loss:R}, parameters {FitJob.Hash(net.Parameters)}"));
    }

    public static void RunCarried(MpiExchange ranks)
    {
        float[] wave = [.. Enumerable.Range(0, 2001).Select(i => MathF.Sin(i * 0.13f) * MathF.Cos(i * 0.029f))];
        float[] next = [.. Enumerable.Range(1, 250).Select(piece => wave[8 * piece])];
        Dataset<float> data = Dataset<float>.FromSeries(wave.AsSpan(0, 2000), next, 8, 1, batchSize: 10);
        var net = new CarriedNet(1);
        FitResult result = new Trainer<CarriedNet>(net, new Adam(1e-2f)) { Exchange = ranks }
            .Fit(data.Shard(ranks), new FitOptions { Epochs = 3, BatchSize = 10, Shuffle = false, CarryState = true, Threads = 1 });
        Console.WriteLine(FormattableString.Invariant($"rank {ranks.Rank} of {ranks.Size}: loss {result.Loss:R}, parameters {FitJob.Hash(net.Parameters)}"));
    }
}
