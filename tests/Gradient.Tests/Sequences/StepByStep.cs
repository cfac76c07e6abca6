using System;
using System.Numerics;

namespace GenNet.Gradient.Tests.Sequences;

/// <summary>Sequences that are given one step at a time.</summary>
internal static class StepByStep
{
    /// <summary>The input of a whole sequence: tokens where a step is one number.</summary>
    public static T[] Inputs<TNet, T>(int seed)
        where TNet : class, IStreamingNetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var random = new Random(seed);
        return Array.ConvertAll(new T[TNet.InputSize], _ => T.CreateTruncating(TNet.StepInputSize == 1 ? random.Next(6) : 2 * random.NextDouble() - 1));
    }

    /// <summary>What a network that gives every step gives for a sequence, step after step.</summary>
    public static T[] Outputs<TNet, T>(TNet net, SequenceState<T> state, T[] inputs)
        where TNet : class, IStreamingNetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int each = TNet.StepInputSize, steps = inputs.Length / each;
        var outputs = new T[steps * TNet.StepOutputSize];
        for (int t = 0; t < steps; t++)
            net.Step(inputs.AsSpan(t * each, each), state, outputs.AsSpan(t * TNet.StepOutputSize, TNet.StepOutputSize));
        return outputs;
    }

    /// <summary>Asserts that each step gives what the whole sequence has there, twice from one state.</summary>
    public static void AssertSameAsWhole<TNet, T>(double tolerance)
        where TNet : class, INetwork<TNet, T>, IStreamingNetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TNet net = TNet.Create(2);
        int steps = TNet.InputSize / TNet.StepInputSize, each = TNet.StepOutputSize;
        T[] inputs = Inputs<TNet, T>(1);
        T[] whole = new T[TNet.OutputSize], output = new T[each];
        net.Forward(inputs, whole);
        SequenceState<T> state = net.CreateState();
        for (int round = 0; round < 2; round++, state.Reset())
        {
            for (int t = 0; t < steps; t++)
            {
                Assert.Equal(t, state.Steps);
                net.Step(inputs.AsSpan(t * TNet.StepInputSize, TNet.StepInputSize), state, output);
                bool isOfEveryStep = TNet.OutputSize > each;
                for (int j = 0; j < each && (isOfEveryStep || t == steps - 1); j++)
                    Assert.Equal(double.CreateTruncating(whole[(isOfEveryStep ? t * each : 0) + j]), double.CreateTruncating(output[j]), tolerance);
            }
        }
    }
}
