using System;
using System.Diagnostics;
using GenNet;

namespace SineWave;

/// <summary>What one step costs.</summary>
/// <param name="Nanoseconds">The least mean time of some rounds.</param>
/// <param name="Bytes">What all steps that were timed have allocated.</param>
internal readonly record struct StepTime(double Nanoseconds, long Bytes)
{
    private const int Rounds = 20, Steps = 20_000;

    /// <summary>Steps through a wave, again and again; the first round, in which the code is compiled, does not count.</summary>
    public static StepTime Measure(WaveNet net, Wave wave)
    {
        SequenceState<float> state = net.CreateState();
        var values = new float[Wave.Given];
        for (int step = 0; step < values.Length; step++)
            values[step] = wave.At(step);
        Run(net, state, values);

        long before = GC.GetAllocatedBytesForCurrentThread();
        long least = long.MaxValue;
        for (int round = 0; round < Rounds; round++)
        {
            long start = Stopwatch.GetTimestamp();
            Run(net, state, values);
            least = Math.Min(least, Stopwatch.GetTimestamp() - start);
        }

        return new StepTime(least * 1e9 / Stopwatch.Frequency / Steps, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void Run(WaveNet net, SequenceState<float> state, float[] values)
    {
        Span<float> output = stackalloc float[1];
        for (int step = 0; step < Steps; step++)
            net.Step(values.AsSpan(step % values.Length, 1), state, output);
    }
}
