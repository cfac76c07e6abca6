using System;
using System.Collections.Generic;
using System.Linq;

namespace GenNet.Generator.Tests.Functions;

/// <summary>What differences say of a derivative.</summary>
internal enum Verdict
{
    Agree,
    Differ,

    /// <summary>A kink or a jump is too near, or the function too steep: differences on its two sides are not the same.</summary>
    Undecided,
}

/// <summary>A derivative against differences of fourth order.</summary>
/// <param name="Verdict">What they say.</param>
/// <param name="Expected">The central difference.</param>
internal readonly record struct Differences(Verdict Verdict, double Expected)
{
    /// <summary>Their error is below 1e-16 f^(5) from the step and some 1e-10 f from rounding.</summary>
    private static readonly double[] Steps = [2e-5, 2e-6];

    /// <summary>Judges a derivative.</summary>
    /// <param name="function">The function, by how far its argument is moved.</param>
    /// <param name="derivative">Its derivative at 0.</param>
    /// <param name="tolerance">Of <see cref="ScaledError"/>.</param>
    public static Differences Judge(Func<double, double> function, double derivative, double tolerance)
    {
        double central = Central(function, Steps[0]);
        if (ScaledError(central, derivative) <= tolerance)
            return new Differences(Verdict.Agree, central);
        var all = new List<double>();
        foreach (double step in Steps)
        {
            all.AddRange([Central(function, step), OneSided(function, step), OneSided(function, -step)]);
            if (ScaledError(all[^3], derivative) <= tolerance)
                return new Differences(Verdict.Agree, all[^3]);
        }

        bool isSmooth = ScaledError(all.Min(), all.Max()) <= tolerance;
        return new Differences(isSmooth ? Verdict.Differ : Verdict.Undecided, central);
    }

    /// <summary>|a - b| / max(1, |a|, |b|); infinite where one is not finite.</summary>
    public static double ScaledError(double a, double b)
    {
        double error = Math.Abs(a - b) / Math.Max(1, Math.Max(Math.Abs(a), Math.Abs(b)));
        return double.IsFinite(error) ? error : double.PositiveInfinity;
    }

    private static double Central(Func<double, double> f, double h) => (8 * (f(h) - f(-h)) - (f(2 * h) - f(-2 * h))) / (12 * h);

    private static double OneSided(Func<double, double> f, double h) => ((-25 * f(0)) + (48 * f(h)) - (36 * f(2 * h)) + (16 * f(3 * h)) - (3 * f(4 * h))) / (12 * h);
}
