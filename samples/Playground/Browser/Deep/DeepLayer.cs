using System;

namespace Playground.Browser;

/// <summary>What one hidden layer does on the points that are looked at.</summary>
internal sealed record DeepLayer
{
    /// <summary>The bins of both histograms.</summary>
    public const int Bins = 40;

    /// <summary>The powers of ten that the histogram of gradients reaches from and to.</summary>
    public const int SmallestPower = -12, LargestPower = 4;

    /// <summary>The mean of its activations, over points and units.</summary>
    public required double Mean { get; init; }

    /// <summary>How far the activations of a unit lie apart for different points: the root of the mean of the units' variances.</summary>
    public required double Spread { get; init; }

    /// <summary>The norm of d loss / d parameters of the layer.</summary>
    public required double GradientNorm { get; init; }

    /// <summary>The part of the activations where the function is flat, or null where it is nowhere.</summary>
    public required double? Saturated { get; init; }

    /// <summary>The part of the units that are flat for every point; null where the function is nowhere flat.</summary>
    public required double? Dead { get; init; }

    /// <summary>The part of the gradients of the weights that are exactly zero, and so in no bin.</summary>
    public required double Zero { get; init; }

    /// <summary>Of the activations, the part in each bin of <see cref="DeepExamination.Range"/>; what lies outside counts in the first or the last bin.</summary>
    public required float[] Activations { get; init; }

    /// <summary>Of the gradients of the weights, the part in each bin of the logarithm of their size.</summary>
    public required float[] Gradients { get; init; }

    /// <summary>Whether no number has become infinite or NaN.</summary>
    public bool IsFinite => double.IsFinite(GradientNorm) && double.IsFinite(Mean);

    /// <summary>The parts of some numbers in bins of equal width; what lies outside counts in the first or the last bin.</summary>
    public static float[] Histogram(ReadOnlySpan<float> numbers, double from, double to)
    {
        var parts = new float[Bins];
        foreach (float number in numbers)
        {
            if (!float.IsNaN(number))
                parts[(int)Math.Clamp((number - from) / (to - from) * Bins, 0, Bins - 1)] += 1f / numbers.Length;
        }

        return parts;
    }

    /// <summary>The parts of some numbers by the logarithm of their size, without those that are zero.</summary>
    public static float[] LogarithmicHistogram(ReadOnlySpan<float> numbers)
    {
        var powers = new float[numbers.Length];
        for (int i = 0; i < numbers.Length; i++)
            powers[i] = numbers[i] == 0 ? float.NaN : MathF.Log10(MathF.Abs(numbers[i]));
        return Histogram(powers, SmallestPower, LargestPower);
    }
}
