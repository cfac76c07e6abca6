using System;
using System.Numerics;

namespace GenNet;

/// <summary>The checks of the constants that optimizers have in common, and their way into a vector.</summary>
internal static class OptimizerSettings
{
    /// <summary>More steps than any training takes: at 30 ns a step they last a year.</summary>
    public const long MostSteps = 1_000_000_000_000_000;

    /// <summary>A factor with which something decays from step to step.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not from 0 to below 1.</exception>
    public static double Decay(double value, string name) => value is >= 0 and < 1
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} must be at least 0 and below 1.");

    /// <summary>What keeps a divisor from zero.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not finite and above 0.</exception>
    public static double Epsilon(double value, string name) => double.IsFinite(value) && value > 0
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} must be finite and above 0.");

    /// <summary>A number that may be 0, such as a weight decay.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not finite and at least 0.</exception>
    public static double NotNegative(double value, string name) => double.IsFinite(value) && value >= 0
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} must be finite and at least 0.");

    /// <summary>The number in every lane.</summary>
    public static Vector<T> Lanes<T>(double value)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => new(T.CreateTruncating(value));
}
