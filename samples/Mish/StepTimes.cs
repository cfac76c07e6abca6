using System;
using System.Diagnostics;
using GenNet;

namespace Mish;

/// <summary>The time of a training step of two networks, which take turns: whatever else the machine does meets both.</summary>
internal static class StepTimes
{
    private const int Rounds = 41, Steps = 20;

    /// <summary>The medians, in microseconds.</summary>
    public static (double First, double Second) Measure<TFirst, TSecond>(Dataset<float> data, int batch)
        where TFirst : class, INetwork<TFirst, float>
        where TSecond : class, INetwork<TSecond, float>
    {
        var first = new Trainer<TFirst>(TFirst.Create(1), new Sgd(1e-3f));
        var second = new Trainer<TSecond>(TSecond.Create(1), new Sgd(1e-3f));
        double[] ofFirst = new double[Rounds], ofSecond = new double[Rounds];
        for (int i = 0; i < Rounds; i++)
        {
            ofFirst[i] = Time(first, data, batch);
            ofSecond[i] = Time(second, data, batch);
        }

        Array.Sort(ofFirst);
        Array.Sort(ofSecond);
        return (ofFirst[Rounds / 2], ofSecond[Rounds / 2]);
    }

    private static double Time<TNet>(Trainer<TNet> trainer, Dataset<float> data, int batch)
        where TNet : class, INetwork<TNet, float>
    {
        ReadOnlySpan<float> inputs = data.Inputs[..(batch * data.InputSize)], targets = data.Targets[..(batch * data.TargetSize)];
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < Steps; i++)
            trainer.Step(inputs, targets);
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds / Steps;
    }
}
