using System;

namespace GenNet.Gradient.Tests.Sequences;

/// <summary>Sequences step by step against the same sequences as a whole.</summary>
public class StreamingTests
{
    [Fact]
    public void Steps_give_what_the_whole_sequence_gives()
    {
        StepByStep.AssertSameAsWhole<StackD, double>(1e-13);
        StepByStep.AssertSameAsWhole<StackF, float>(1e-6);
        StepByStep.AssertSameAsWhole<LettersD, double>(1e-13);
        StepByStep.AssertSameAsWhole<LettersF, float>(1e-6);
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
}
