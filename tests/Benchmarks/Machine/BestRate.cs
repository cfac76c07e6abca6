using System;
using System.Diagnostics;

namespace GenNet.Benchmarks.Machine;

/// <summary>The rate of the fastest of several short runs: what the machine can do when it is left alone.</summary>
internal static class BestRate
{
    private const int Runs = 12;
    private const double SecondsPerRun = 0.01;

    /// <summary>How much of something a second holds.</summary>
    /// <param name="work">Does a number of iterations.</param>
    /// <param name="amountPerIteration">Operations or bytes.</param>
    public static double Of(Action<int> work, double amountPerIteration)
    {
        int iterations = 1;
        while (Seconds(work, iterations) < SecondsPerRun)
            iterations *= 2;
        double best = double.MaxValue;
        for (int run = 0; run < Runs; run++)
            best = Math.Min(best, Seconds(work, iterations));
        return amountPerIteration * iterations / best;
    }

    private static double Seconds(Action<int> work, int iterations)
    {
        long start = Stopwatch.GetTimestamp();
        work(iterations);
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
