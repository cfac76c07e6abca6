using System.Runtime.CompilerServices;

namespace GenNet;

/// <summary>Logarithms, in double.</summary>
/// <remarks>x = 2^e (1 + f) with 1 + f between √½ and √2, so that log x = e ln 2 + log(1 + f) does not cancel near x = 1.</remarks>
internal static partial class DoubleFunctions
{
    private const double SqrtHalf = 0.7071067811865476;
    private const double SmallestNormal = 2.2250738585072014e-308;

    // 2^54: takes every subnormal number to a normal one.
    private const double Up = 18014398509481984.0;
    private const int UpExponent = 54;

    // The greatest power of two: its biased exponent is twice the bias.
    private const double GreatestPower = 8.98846567431158e307;

    // With the bits of a whole number in its mantissa, it is a number greater by that.
    private const double WholeNumbers = 4503599627370496.0;

    /// <summary>The natural logarithm: -∞ at zero, NaN below.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Log<V>(V x)
        where V : struct, ILanes<V, double>
    {
        V subnormal = V.Less(x, V.All(SmallestNormal));
        V y = V.Select(subnormal, x * V.All(Up), x);
        V bias = V.Select(subnormal, V.All(WholeNumbers + (Bias + UpExponent)), V.All(WholeNumbers + Bias));
        V m = Split(y, out V biased);
        V e = (biased | V.All(WholeNumbers)) - bias;
        V result = LogOf(m - V.All(1.0), e);
        return WithSpecialCases(result, x, x);
    }

    /// <summary>log(1 + x) without cancellation near zero: -∞ at -1, NaN below.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Log1p<V>(V x)
        where V : struct, ILanes<V, double>
    {
        V u = V.All(1.0) + x;
        V m = Split(u, out V biased);
        V e = (biased | V.All(WholeNumbers)) - V.All(WholeNumbers + Bias);

        // 2^-e (1 + x) - 1 from x itself: u has lost the last bits of x. Where they no longer matter, 2^-e may not exist.
        V scale = V.SubtractBits(V.All(GreatestPower), V.ShiftLeft(biased, MantissaBits));
        V f = V.MultiplyAdd(x, scale, scale - V.All(1.0));
        f = V.Select(V.Less(V.All(Up), x), m - V.All(1.0), f);

        V result = WithSpecialCases(LogOf(f, e), u, x);
        return V.Select(V.Less(Abs(x), V.All(Tiny)), x, result);
    }

    /// <summary>m and e of x = 2^e m, with m in [√½, √2).</summary>
    /// <param name="x">A normal positive number; for others nothing useful comes out.</param>
    /// <param name="biased">e and the bias, as an integer.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Split<V>(V x, out V biased)
        where V : struct, ILanes<V, double>
    {
        // Adding 1 - √½ as bits carries into the exponent just where the mantissa reaches √2.
        V shifted = V.AddBits(x, V.SubtractBits(V.All(1.0), V.All(SqrtHalf)));
        biased = V.ShiftRight(shifted, MantissaBits);
        V mantissa = V.SubtractBits(shifted, V.ShiftLeft(biased, MantissaBits));
        return V.AddBits(mantissa, V.All(SqrtHalf));
    }

    /// <summary>log(1 + f) + e ln 2 for f in [√½ - 1, √2 - 1].</summary>
    /// <remarks>
    /// With s = f / (2 + f), log(1 + f) = log((1 + s) / (1 - s)) = 2s + s R(s²) = f - (f²/2 - s (f²/2 + R)), the arrangement of
    /// fdlibm (Sun Microsystems, 1993), which keeps the large terms exact.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V LogOf<V>(V f, V e)
        where V : struct, ILanes<V, double>
    {
        V s = f / (V.All(2.0) + f);
        V z = s * s;

        // Minimax relative to 2s on |s| <= 0.1716: 2^-59.5.
        V p = V.All(0.14796447224723372);
        p = V.MultiplyAdd(p, z, V.All(0.15314003537904688));
        p = V.MultiplyAdd(p, z, V.All(0.18183566052265793));
        p = V.MultiplyAdd(p, z, V.All(0.22222198542252375));
        p = V.MultiplyAdd(p, z, V.All(0.28571428742664984));
        p = V.MultiplyAdd(p, z, V.All(0.39999999999413555));
        p = V.MultiplyAdd(p, z, V.All(0.6666666666666734));
        V halfSquare = f * f * V.All(0.5);
        V correction = V.MultiplyAdd(s, V.MultiplyAdd(z, p, halfSquare), e * V.All(Ln2Low));
        return V.MultiplyAdd(e, V.All(Ln2High), f - (halfSquare - correction));
    }

    /// <summary>
    /// The result, unless log <paramref name="x"/> is infinite or none: -∞ at 0, NaN below, ∞ and NaN as in the argument.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V WithSpecialCases<V>(V result, V x, V argument)
        where V : struct, ILanes<V, double>
    {
        V zero = V.All(0.0);
        V special = V.Select(V.Less(x, zero), V.All(double.NaN), argument);
        special = V.Select(V.Equal(x, zero), V.All(double.NegativeInfinity), special);
        return V.Select(V.Less(zero, x) & V.Less(x, V.All(double.PositiveInfinity)), result, special);
    }
}
