using System;
using GenNet;

namespace VanishingGradient;

/// <summary>Samples with independent numbers of mean 0 and variance 1, as the derivations of the initialisations assume, and classes at random.</summary>
internal sealed record Batch(float[] Inputs, float[] Targets)
{
    public static Batch Draw(int samples, int seed)
    {
        var random = new RandomStream((ulong)(long)seed, 1);
        var inputs = new float[samples * Sizes.Inputs];
        foreach (ref float input in inputs.AsSpan())
            input = (float)random.NextGaussian();
        var targets = new float[samples * Sizes.Classes];
        for (int sample = 0; sample < samples; sample++)
            targets[sample * Sizes.Classes + random.NextInt(Sizes.Classes)] = 1;
        return new Batch(inputs, targets);
    }
}
