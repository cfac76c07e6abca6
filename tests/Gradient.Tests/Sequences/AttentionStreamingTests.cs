using System;
using System.IO;
using System.Linq;
using System.Numerics;
using System.Threading.Tasks;
using static GenNet.Gradient.Tests.Sequences.StepByStep;

namespace GenNet.Gradient.Tests.Sequences;

/// <summary>Attention, places and causal convolutions step by step: keys, values and windows stay in the state, and the places have an end.</summary>
public class AttentionStreamingTests
{
    [Fact]
    public void Steps_of_a_decoder_give_what_the_whole_sequence_gives()
    {
        AssertSameAsWhole<DecoderD, double>(1e-13);
        AssertSameAsWhole<DecoderF, float>(1e-6);
    }

    [Fact]
    public void So_do_steps_of_heads_of_any_width()
    {
        AssertSameAsWhole<HeadsD, double>(1e-13);
        AssertSameAsWhole<HeadsF, float>(1e-6);
        AssertSameAsWhole<OneStepF, float>(1e-6);
    }

    [Fact]
    public void So_do_places_alone_and_attention_between_recurrent_layers()
    {
        AssertSameAsWhole<PlacesD, double>(1e-13);
        AssertSameAsWhole<MixedD, double>(1e-13);
        AssertSameAsWhole<MixedF, float>(1e-6);
    }

    [Fact]
    public void So_do_causal_convolutions()
    {
        AssertSameAsWhole<CausalD, double>(1e-13);
        AssertSameAsWhole<CausalF, float>(2e-6);
        AssertSameAsWhole<CausalPlacesD, double>(1e-13);
    }

    /// <summary>A step sees itself and 14 before: behind the 40 of the input it gives what it would give at the end of the last 40.</summary>
    [Fact]
    public void Causal_convolutions_have_no_end()
    {
        var net = new CausalD(1);
        SequenceState<double> state = net.CreateState();
        double[] inputs = [.. Inputs<CausalD, double>(1), .. Inputs<CausalD, double>(2), .. Inputs<CausalD, double>(3)], whole = new double[3 * 40];
        double[] steps = Outputs(net, state, inputs);
        Assert.Equal(120, state.Steps);
        for (int t = 39; t < 120; t++)
        {
            net.Forward(inputs.AsSpan(2 * (t - 39), 80), whole);
            for (int j = 0; j < 3; j++)
                Assert.Equal(whole[3 * 39 + j], steps[3 * t + j], 1e-13);
        }
    }

    [Fact]
    public void States_in_turn_give_what_each_gives_alone()
    {
        var net = new HeadsD(4);
        double[][] inputs = [.. Enumerable.Range(1, 3).Select(Inputs<HeadsD, double>)];
        double[][] alone = [.. inputs.Select(input => Outputs(net, net.CreateState(), input))];
        SequenceState<double>[] states = [.. inputs.Select(_ => net.CreateState())];
        var output = new double[4];
        for (int t = 0; t < 39; t++)
        {
            for (int i = 0; i < states.Length; i++)
            {
                net.Step(inputs[i].AsSpan(3 * t, 3), states[i], output);
                Assert.Equal(alone[i][(4 * t)..(4 * t + 4)], output);
            }
        }
    }

    [Fact]
    public void States_on_threads_give_what_each_gives_alone()
    {
        var net = new DecoderF(2);
        float[][] inputs = [.. Enumerable.Range(1, 8).Select(Inputs<DecoderF, float>)];
        float[][] alone = [.. inputs.Select(input => Outputs(net, net.CreateState(), input))], together = new float[inputs.Length][];
        Parallel.For(0, inputs.Length, i => together[i] = Outputs(net, net.CreateState(), inputs[i]));
        for (int i = 0; i < inputs.Length; i++)
            Assert.Equal(alone[i], together[i]);
    }

    [Fact]
    public void A_step_behind_the_last_place_is_refused_and_changes_nothing()
    {
        var net = new MixedD(1);
        SequenceState<double> state = net.CreateState();
        double[] inputs = Inputs<MixedD, double>(1), first = Outputs(net, state, inputs), output = [7, 7, 7, 7, 7];
        for (int i = 0; i < 2; i++)
        {
            string message = Assert.Throws<InvalidOperationException>(() => net.Step(inputs.AsSpan(0, 3), state, output)).Message;
            Assert.Equal("The network has 17 places for steps, as its input says, and all of them have been given: Reset the state, and begin a new sequence, or this one again with the last of its steps.", message);
        }

        Assert.All(output, number => Assert.Equal(7, number));
        Assert.Equal(17, state.Steps);
        state.Reset();
        Assert.Equal(0, state.Steps);
        Assert.Equal(first, Outputs(net, state, inputs));
    }

    /// <summary>Nothing of the sequence before is seen, whatever its keys were.</summary>
    [Fact]
    public void A_reset_begins_anew()
    {
        var net = new DecoderD(1);
        double[] inputs = Inputs<DecoderD, double>(1), expected = Outputs(net, net.CreateState(), inputs);
        SequenceState<double> state = net.CreateState();
        Outputs(net, state, Inputs<DecoderD, double>(2));
        state.Reset();
        Assert.Equal(expected, Outputs(net, state, inputs));
    }

    [Fact]
    public void A_step_that_is_refused_is_not_counted()
    {
        var net = new DecoderF(1);
        SequenceState<float> state = net.CreateState();
        float[] output = new float[65], expected = new float[65];
        net.Step([3], state, output);
        Assert.Throws<ArgumentException>(() => net.Step([65], state, output));
        Assert.Equal(1, state.Steps);
        net.Step([5], state, output);
        SequenceState<float> other = net.CreateState();
        net.Step([3], other, expected);
        net.Step([5], other, expected);
        Assert.Equal(expected, output);
    }

    [Fact]
    public void A_step_allocates_nothing()
    {
        AllocatesNothing<DecoderF, float>();
        AllocatesNothing<HeadsD, double>();
        AllocatesNothing<CausalPlacesD, double>();
    }

    [Fact]
    public void Weights_may_be_trained_on_between_two_steps()
    {
        DecoderD trained = new(1), untrained = new(1);
        SequenceState<double> state = trained.CreateState(), other = untrained.CreateState();
        double[] inputs = Inputs<DecoderD, double>(1), targets = Inputs<DecoderD, double>(2), output = new double[65], expected = new double[65];
        trained.Step(inputs.AsSpan(0, 1), state, output);
        new Trainer<DecoderD, double>(trained, new Sgd<double>(0.1)).Step(inputs, targets);
        trained.Step(inputs.AsSpan(1, 1), state, output);

        // The first key and value are those of the weights before, all else is of those behind the step.
        untrained.Step(inputs.AsSpan(0, 1), other, expected);
        trained.Parameters.CopyTo(untrained.Parameters);
        untrained.Step(inputs.AsSpan(1, 1), other, expected);
        Assert.Equal(expected, output);
        Assert.All(output, number => Assert.True(double.IsFinite(number)));
        state.Reset();
        var whole = new double[64 * 65];
        trained.Forward(inputs, whole);
        double[] steps = Outputs(trained, state, inputs);
        for (int i = 0; i < whole.Length; i++)
            Assert.Equal(whole[i], steps[i], 1e-13);
    }

    [Fact]
    public void A_network_for_inference_gives_the_same()
    {
        var trained = new DecoderF(3);
        using var file = new MemoryStream();
        NetworkFile.Save<DecoderF, float>(trained, file);
        file.Position = 0;
        DecoderInference loaded = DecoderInference.Load(file);
        float[] inputs = Inputs<DecoderF, float>(1);
        Assert.Equal(Outputs(trained, trained.CreateState(), inputs), Outputs(loaded, loaded.CreateState(), inputs));
    }

    [Fact]
    public void Recurrent_layers_alone_have_no_end()
    {
        var net = new StackF(1);
        SequenceState<float> state = net.CreateState();
        var output = new float[2];
        for (int i = 0; i < 100; i++)
            net.Step([1, 2, 3], state, output);
        Assert.Equal(100, state.Steps);
    }

    private static void AllocatesNothing<TNet, T>()
        where TNet : class, INetwork<TNet, T>, IStreamingNetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TNet net = TNet.Create(1);
        T[] inputs = Inputs<TNet, T>(1), output = new T[TNet.StepOutputSize];
        SequenceState<T> state = net.CreateState();
        net.Step(inputs.AsSpan(0, TNet.StepInputSize), state, output);
        state.Reset();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int t = 0; t < TNet.InputSize / TNet.StepInputSize; t++)
            net.Step(inputs.AsSpan(t * TNet.StepInputSize, TNet.StepInputSize), state, output);
        state.Reset();
        net.Step(inputs.AsSpan(0, TNet.StepInputSize), state, output);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
