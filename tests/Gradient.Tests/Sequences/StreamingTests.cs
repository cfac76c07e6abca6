using System;
using System.Numerics;

namespace GenNet.Gradient.Tests.Sequences;

/// <summary>Sequences step by step against the same sequences as a whole.</summary>
public class StreamingTests
{
    [Fact]
    public void Steps_give_what_the_whole_sequence_gives()
    {
        AssertSteps<StackD, double>(1e-13);
        AssertSteps<StackF, float>(1e-6);
        AssertSteps<LettersD, double>(1e-13);
        AssertSteps<LettersF, float>(1e-6);
    }

    [Fact]
    public void States_do_not_touch_each_other_and_a_reset_begins_anew()
    {
        var net = new StackD(3);
        double[] first = [0.1, -0.2, 0.3], second = [0.5, 0.4, -1], expected = new double[2], actual = new double[2];
        SequenceState<double> one = net.CreateState(), other = net.CreateState();
        net.Step(first, one, expected);
        for (int i = 0; i < 5; i++)
            net.Step(second, other, actual);
        Assert.NotEqual(expected, actual);
        other.Reset();
        net.Step(first, other, actual);
        Assert.Equal(expected, actual);
        net.Step(second, one, expected);
        net.Step(second, other, actual);
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void A_step_allocates_nothing()
    {
        var net = new StackF(1);
        float[] input = [1, 2, 3], output = new float[2];
        SequenceState<float> state = net.CreateState();
        net.Step(input, state, output);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
            net.Step(input, state, output);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void What_does_not_fit_is_refused_with_what_was_expected()
    {
        var net = new StackF(1);
        SequenceState<float> state = net.CreateState(), foreign = new LettersF(1).CreateState();
        float[] input = new float[3], output = new float[2];
        Assert.Contains("input must have 3 numbers, got 2", Assert.Throws<ArgumentException>(() => net.Step(new float[2], state, output)).Message, StringComparison.Ordinal);
        Assert.Contains("output must have 2 numbers, got 3", Assert.Throws<ArgumentException>(() => net.Step(input, state, new float[3])).Message, StringComparison.Ordinal);
        Assert.Contains("make it with the CreateState of this network", Assert.Throws<ArgumentException>(() => net.Step(input, foreign, output)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => net.Step(input, null!, output));
        Assert.Throws<ArgumentException>(() => net.Step(input, state, input.AsSpan(1)));
    }

    private static void AssertSteps<TNet, T>(double tolerance)
        where TNet : class, INetwork<TNet, T>, IStreamingNetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TNet net = TNet.Create(2);
        var random = new Random(1);
        int steps = TNet.InputSize / TNet.StepInputSize, each = TNet.StepOutputSize;
        T[] inputs = Array.ConvertAll(new T[TNet.InputSize], _ => T.CreateTruncating(TNet.StepInputSize == 1 ? random.Next(6) : 2 * random.NextDouble() - 1));
        T[] whole = new T[TNet.OutputSize], output = new T[each];
        net.Forward(inputs, whole);
        SequenceState<T> state = net.CreateState();
        for (int round = 0; round < 2; round++, state.Reset())
        {
            for (int t = 0; t < steps; t++)
            {
                net.Step(inputs.AsSpan(t * TNet.StepInputSize, TNet.StepInputSize), state, output);
                bool isOfEveryStep = TNet.OutputSize > each;
                for (int j = 0; j < each && (isOfEveryStep || t == steps - 1); j++)
                    Assert.Equal(double.CreateTruncating(whole[(isOfEveryStep ? t * each : 0) + j]), double.CreateTruncating(output[j]), tolerance);
            }
        }
    }
}
