using System;
using GenNet;

namespace SineWave;

/// <summary>
/// A slow sine and a quick one, added. Their periods are those of all waves; phases and amplitudes are each wave's own, to be found out from its beginning. Nothing comes again
/// before 330 steps are over.
/// </summary>
/// <param name="Slow">The slow sine.</param>
/// <param name="Quick">The quick one.</param>
internal sealed record Wave(Sine Slow, Sine Quick)
{
    /// <summary>The steps that the network is given.</summary>
    public const int Given = 120;

    /// <summary>The steps of a period of the slow sine, and of the quick one.</summary>
    public const int SlowPeriod = 30, QuickPeriod = 11;

    /// <summary>A wave at random.</summary>
    public static Wave Draw(RandomStream random) => new(Sine.Draw(random, SlowPeriod, 0.5, 0.8), Sine.Draw(random, QuickPeriod, 0.2, 0.4));

    /// <summary>The value at a step.</summary>
    public float At(int step) => (float)(Slow.At(step) + Quick.At(step));

    /// <summary>Waves as samples: the first values as inputs, for each the next one as target.</summary>
    /// <param name="count">The waves.</param>
    /// <param name="noise">The standard deviation of what is added to the inputs: with it the network learns to get back onto the wave, which its own errors will ask for.</param>
    /// <param name="random">Of the waves and of the noise.</param>
    public static Dataset<float> Samples(int count, double noise, RandomStream random)
    {
        var inputs = new float[count * Given];
        var targets = new float[count * Given];
        for (int row = 0; row < count; row++)
        {
            Wave wave = Draw(random);
            for (int step = 0; step < Given; step++)
            {
                inputs[row * Given + step] = wave.At(step) + (float)(noise * random.NextGaussian());
                targets[row * Given + step] = wave.At(step + 1);
            }
        }

        return new Dataset<float>(inputs, targets, Given, Given);
    }
}

/// <summary>amplitude sin(2 pi t / period + phase).</summary>
/// <param name="Period">In steps.</param>
/// <param name="Phase">In radians.</param>
/// <param name="Amplitude">Its largest value.</param>
internal readonly record struct Sine(double Period, double Phase, double Amplitude)
{
    /// <summary>One of the period, with any phase and an amplitude between two.</summary>
    public static Sine Draw(RandomStream random, double period, double least, double most) =>
        new(period, Math.Tau * random.NextDouble(), least + (most - least) * random.NextDouble());

    /// <summary>The value at a step.</summary>
    public double At(int step) => Amplitude * Math.Sin(Math.Tau * step / Period + Phase);
}
