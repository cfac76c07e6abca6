using System;
using System.IO;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Threading;

namespace GenNet.Mpi.Job;

/// <summary>One fit, and what it has led to.</summary>
internal static class FitJob
{
    private const int Rows = 1000, Inputs = 16, Classes = 4;

    public static void Run<TNet, T>(MpiExchange ranks, IOptimizer<T> optimizer, Arguments arguments)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // Each rank begins with parameters of its own; those of rank 0 count.
        TNet net = TNet.Create(1 + ranks.Rank);
        var trainer = arguments.Has("whole") ? new Trainer<TNet, T>(net, optimizer) { Exchange = ranks, L2 = 1e-4, ClipNorm = 2 } : new Trainer<TNet, T>(net, optimizer) { Exchange = ranks };
        Dataset<T> data = Data<T>(seed: 1, Rows);
        if (arguments.Number("spoil") is { } row)
            data = Spoilt(data, row);
        using var stop = new CancellationTokenSource();
        try
        {
            FitOptions<T> options = Options<T>(ranks, arguments, stop);
            FitResult result = arguments.Has("stream") ? trainer.Fit(DataStream.FromDataset(data).Shard(ranks), options) : trainer.Fit(data.Shard(ranks), options);
            Console.WriteLine(FormattableString.Invariant($"rank {ranks.Rank} of {ranks.Size}: {result.StopReason} after {result.Steps} steps, loss {result.Loss:R}, best {result.BestLoss:R}, parameters {Hash<T>(net.Parameters)}"));
        }
        catch (Exception refusal) when (refusal is InvalidOperationException or ArgumentException or DivergenceException && refusal is not OperationCanceledException)
        {
            Console.WriteLine($"rank {ranks.Rank} refuses: {refusal.GetType().Name}: {refusal.Message}");
        }
    }

    private static FitOptions<T> Options<T>(MpiExchange ranks, Arguments arguments, CancellationTokenSource stop)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => new()
        {
            Epochs = arguments.Number("epochs") ?? 3,
            BatchSize = arguments.Number("batch-on-1") is { } batch && ranks.Rank == 1 ? batch : 96,
            Threads = arguments.Number("threads") ?? 1,
            Seed = 5,
            Validation = Data<T>(seed: 2, 203),
            EarlyStopping = new EarlyStopping { Patience = 50 },
            Schedule = new CosineSchedule(),
            Checkpoint = arguments.Text("checkpoint") is { } path ? new CheckpointOptions { Path = path } : null,
            ResumeFrom = arguments.Text("resume") is { } from && File.Exists(from) ? from : null,
            CancellationToken = stop.Token,
            OnBatch = report => OnBatch(ranks, arguments, stop, report),
        };

    private static void OnBatch(MpiExchange ranks, Arguments arguments, CancellationTokenSource stop, BatchReport report)
    {
        if (arguments.Has("announce") && report is { Epoch: 1, Batch: 1 })
            Console.WriteLine($"rank {ranks.Rank} process {Environment.ProcessId}");
        if (arguments.Number("pause") is { } milliseconds)
            Thread.Sleep(milliseconds);
        if (report is not { Epoch: 2, Batch: 3 })
            return;
        if (arguments.Number("sleep") == ranks.Rank)
            Thread.Sleep(10_000);
        if (arguments.Number("throw") == ranks.Rank)
            throw new InvalidDataException("This rank cannot go on.");
        if (arguments.Number("cancel") == ranks.Rank)
            stop.Cancel();
    }

    /// <summary>Rows around the corners of a square, in 16 dimensions.</summary>
    private static Dataset<T> Data<T>(ulong seed, int rows)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] inputs = new T[rows * Inputs], targets = new T[rows * Classes];
        ulong state = seed;
        for (int row = 0; row < rows; row++)
        {
            int label = row * 7 % Classes;
            targets[row * Classes + label] = T.One;
            for (int i = 0; i < Inputs; i++)
            {
                state = state * 6364136223846793005 + 1442695040888963407;
                inputs[row * Inputs + i] = T.CreateChecked((state >> 40) / (double)(1 << 24) - 0.5 + (i % Classes == label ? 0.3 : 0));
            }
        }

        return new Dataset<T>(inputs, targets, Inputs, Classes);
    }

    private static Dataset<T> Spoilt<T>(Dataset<T> data, int row)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] inputs = data.Inputs.ToArray();
        inputs[row * Inputs] = T.NaN;
        return new Dataset<T>(inputs, data.Targets.ToArray(), Inputs, Classes);
    }

    public static string Hash<T>(Span<T> numbers)
        where T : unmanaged => Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes(numbers)).AsSpan(0, 8));
}
