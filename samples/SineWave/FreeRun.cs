using System;
using GenNet;

namespace SineWave;

/// <summary>The network step by step: first it hears a wave, then itself.</summary>
internal static class FreeRun
{
    /// <summary>What the network goes on with behind the given part of a wave.</summary>
    /// <param name="net">The network.</param>
    /// <param name="wave">The wave, whose first <see cref="Wave.Given"/> values it is given.</param>
    /// <param name="steps">How many values it goes on with.</param>
    public static float[] Of(WaveNet net, Wave wave, int steps)
    {
        SequenceState<float> state = net.CreateState();
        Span<float> input = stackalloc float[1], output = stackalloc float[1];
        for (int step = 0; step < Wave.Given; step++)
        {
            input[0] = wave.At(step);
            net.Step(input, state, output);
        }

        var values = new float[steps];
        for (int step = 0; step < steps; step++)
        {
            values[step] = input[0] = output[0];
            net.Step(input, state, output);
        }

        return values;
    }
}
