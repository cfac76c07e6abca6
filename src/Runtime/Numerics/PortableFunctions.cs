using System;

namespace GenNet;

/// <summary>
/// Functions whose results have the same bits on every machine: nothing but sums, products and quotients, each rounded once, in a fixed order. What
/// a seed means is drawn with them; where speed counts more, <see cref="DoubleFunctions"/> takes the vectors and multiply-adds of the machine.
/// </summary>
internal static class PortableFunctions
{
    /// <summary>The natural logarithm: -∞ at zero, NaN below.</summary>
    public static double Log(double x) => DoubleFunctions.Log(new PlainLane(x)).Value;

    /// <summary>e^x - 1 without cancellation near zero.</summary>
    public static double Expm1(double x) => DoubleFunctions.Expm1(new PlainLane(x)).Value;

    /// <summary>cos(2π <paramref name="turns"/>), for turns from 0 to 1 that are multiples of 2^-53, as <see cref="RandomStream.NextDouble"/> gives them.</summary>
    public static double CosineOfTurns(double turns)
    {
        // To the nearest quarter turn; the rest, at most an eighth of a turn, is exact.
        double quarters = Math.Floor(4 * turns + 0.5);
        double angle = 2 * Math.PI * (turns - quarters / 4);
        return ((int)quarters & 3) switch
        {
            0 => Cosine(angle),
            1 => -Sine(angle),
            2 => -Cosine(angle),
            _ => Sine(angle),
        };
    }

    /// <summary>Taylor's series on [-π/4, π/4]: what is left out is below 2^-67.</summary>
    private static double Cosine(double x)
    {
        double s = x * x;
        double p = -1.0 / 6402373705728000;
        p = p * s + 1.0 / 20922789888000;
        p = p * s - 1.0 / 87178291200;
        p = p * s + 1.0 / 479001600;
        p = p * s - 1.0 / 3628800;
        p = p * s + 1.0 / 40320;
        p = p * s - 1.0 / 720;
        p = p * s + 1.0 / 24;
        p = p * s - 0.5;
        return p * s + 1;
    }

    /// <summary>Taylor's series on [-π/4, π/4]: what is left out is below 2^-62 of the sine.</summary>
    private static double Sine(double x)
    {
        double s = x * x;
        double p = 1.0 / 355687428096000;
        p = p * s - 1.0 / 1307674368000;
        p = p * s + 1.0 / 6227020800;
        p = p * s - 1.0 / 39916800;
        p = p * s + 1.0 / 362880;
        p = p * s - 1.0 / 5040;
        p = p * s + 1.0 / 120;
        p = p * s - 1.0 / 6;
        return p * s * x + x;
    }
}
