using System;
using System.IO;
using System.Linq;
using GenNet;

namespace SineWave;

/// <summary>The whole run: training, free runs on waves that the network has not seen, and the time of a step.</summary>
internal static class Learning
{
    private const int Waves = 2_000, TestWaves = 200, Batch = 32;
    private const float LearningRate = 5e-3f;
    private const double Noise = 0.01;

    public static int Execute(Options options)
    {
        var random = new RandomStream((ulong)options.Seed, 1);
        WaveNet net = Train(options, Wave.Samples(Waves, Noise, random));
        Wave[] unseen = [.. Enumerable.Range(0, TestWaves).Select(_ => Wave.Draw(random))];
        Evaluate(net, unseen);
        StepTime time = StepTime.Measure(net, unseen[0]);
        Console.WriteLine($"a step takes {time.Nanoseconds:F0} ns and allocates {time.Bytes} bytes");
        if (options.Picture is null)
            return 0;
        try
        {
            Picture.Save(options.Picture, net, unseen, options.Seed);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"error: {exception.Message}");
            return 1;
        }

        Console.WriteLine($"wrote {options.Picture}");
        return 0;
    }

    private static WaveNet Train(Options options, Dataset<float> train)
    {
        var net = new WaveNet(options.Seed);
        Console.WriteLine($"Lstm of 32 units, {WaveNet.ParameterCount:N0} parameters, {train.Count:N0} waves of {Wave.Given} steps, batches of {Batch}, Adam with {LearningRate}, seed {options.Seed}");
        FitResult result = new Trainer<WaveNet>(net, new Adam(LearningRate)) { ClipNorm = 1 }.Fit(train, new FitOptions
        {
            Epochs = options.Epochs,
            BatchSize = Batch,
            Seed = options.Seed,
            Schedule = new CosineSchedule(),
            OnEpoch = report =>
            {
                if (report.Epoch % 5 == 0 || report.Epoch == report.Epochs)
                    Console.WriteLine($"epoch {report.Epoch,3}   error of the next value {Math.Sqrt(report.Loss):F4}");
            },
        });
        Console.WriteLine($"trained in {result.Elapsed.TotalSeconds:F1} s");
        return net;
    }

    /// <summary>Prints the error of free runs, beside those of guesses that need no network.</summary>
    private static void Evaluate(WaveNet net, Wave[] waves)
    {
        foreach (int periods in new[] { 1, 3, 6 })
        {
            int steps = periods * Wave.SlowPeriod;
            Console.WriteLine(
                $"{steps,3} steps by itself: error {Mean(wave => FreeRun.Of(net, wave, steps)):F3}; the last {Wave.SlowPeriod} steps again: {Mean(wave => Guesses.LastPeriod(wave, steps)):F3}; "
                + $"the mean: {Mean(_ => Guesses.Mean(steps)):F3}");
        }

        double Mean(Func<Wave, float[]> continuation) => waves.Average(wave => Error(wave, continuation(wave)));
    }

    /// <summary>The root of the mean squared error of what is said to follow the given part.</summary>
    private static double Error(Wave wave, float[] values) =>
        Math.Sqrt(values.Select((value, step) => Math.Pow(value - wave.At(Wave.Given + step), 2)).Average());
}
