using System;
using System.Globalization;
using System.Linq;
using System.Threading;

namespace GenNet.Gradient.Tests.Training;

/// <summary>
/// A training that this program does, instead of tests, when it is started with a description of it in the environment: so a test
/// has a real process to kill.
/// </summary>
internal sealed record ResumeJob(string Kind, string Checkpoint, string? ResumeFrom, string Result, int SlowFromEpoch)
{
    public const string Variable = "GENNET_RESUME_JOB";
    public const string Ready = "in the middle of epoch ";

    private const int Rows = 320, Epochs = 12;

    /// <summary>The job that the environment describes, if it does.</summary>
    public static ResumeJob? FromEnvironment()
    {
        if (Environment.GetEnvironmentVariable(Variable)?.Split('|') is not { } parts)
            return null;
        return new ResumeJob(parts[0], parts[1], parts[2].Length == 0 ? null : parts[2], parts[3], int.Parse(parts[4], CultureInfo.InvariantCulture));
    }

    /// <summary>The text that starts it in another process.</summary>
    public string Describe() => string.Join('|', Kind, Checkpoint, ResumeFrom, Result, SlowFromEpoch.ToString(CultureInfo.InvariantCulture));

    /// <summary>Trains and saves network and optimizer; from an epoch on it tells when it is in the middle of one, and takes its time.</summary>
    public FitResult Run()
    {
        var net = new ThreadedNet(3);
        (Optimizer<float> optimizer, ISchedule schedule, EarlyStopping? early) = Kind switch
        {
            "plateau" => ((Optimizer<float>)new NAdam(0.0015f), (ISchedule)new LinearWarmup(7, new ReduceOnPlateau(0.5, patience: 1)), new EarlyStopping { Patience = 3 }),
            "cosine" => (new Momentum(0.05f), new CosineSchedule(0.01), null),
            _ => throw new InvalidOperationException(Kind),
        };
        (Dataset<float> train, Dataset<float> validation) = Data().Split(Rows - 64);
        FitResult result = new Trainer<ThreadedNet>(net, optimizer) { L2 = 1e-4, ClipNorm = 2 }.Fit(train, new FitOptions
        {
            Epochs = Epochs,
            BatchSize = 64,
            Threads = 2,
            Seed = 9,
            Validation = validation,
            Schedule = schedule,
            EarlyStopping = early,
            Checkpoint = new CheckpointOptions { Path = Checkpoint, EveryEpochs = 2 },
            ResumeFrom = ResumeFrom,
            OnBatch = Slow,
        });
        net.Save(Result, optimizer);
        return result;
    }

    private void Slow(BatchReport report)
    {
        if (report.Epoch < SlowFromEpoch)
            return;
        if (report.Batch == 2)
            Console.WriteLine(Ready + report.Epoch.ToString(CultureInfo.InvariantCulture));
        Thread.Sleep(100);
    }

    private const int Informative = 100;

    /// <summary>Classes that hang together with the inputs, and some that do not: the validation loss falls and then rises.</summary>
    private static Dataset<float> Data()
    {
        var random = new RandomStream(5);
        float[] inputs = Enumerable.Range(0, Rows * ThreadedNet.InputSize).Select(i => i % ThreadedNet.InputSize < Informative ? (float)random.NextGaussian() : 0).ToArray();
        var targets = new float[Rows * 10];
        for (int row = 0; row < Rows; row++)
            targets[row * 10 + (random.NextSingle() < 0.3f ? random.NextInt(10) : Largest(inputs.AsSpan(row * ThreadedNet.InputSize, 10)))] = 1;
        return new Dataset<float>(inputs, targets, ThreadedNet.InputSize, 10);
    }

    private static int Largest(ReadOnlySpan<float> numbers)
    {
        int best = 0;
        for (int i = 1; i < numbers.Length; i++)
            best = numbers[i] > numbers[best] ? i : best;
        return best;
    }
}
