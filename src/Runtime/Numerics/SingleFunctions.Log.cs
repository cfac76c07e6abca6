using System.Runtime.CompilerServices;

namespace GenNet;

/// <summary>Logarithms, in float.</summary>
/// <remarks>x = 2^e (1 + f) with 1 + f between √½ and √2, so that log x = e ln 2 + log(1 + f) does not cancel near x = 1.</remarks>
internal static partial class SingleFunctions
{
    private const float SqrtHalf = 0.70710678f;
    private const float SmallestNormal = 1.17549435e-38f;

    // 2^25: takes every subnormal number to a normal one.
    private const float Up = 33554432f;
    private const int UpExponent = 25;

    // The greatest power of two: its biased exponent is twice the bias.
    private const float GreatestPower = 1.70141183e38f;

    // With the bits of a whole number in its mantissa, it is a number greater by that.
    private const float WholeNumbers = 8388608f;

    /// <summary>The natural logarithm: -∞ at zero, NaN below.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Log<V>(V x)
        where V : struct, ILanes<V, float>
    {
        V subnormal = V.Less(x, V.All(SmallestNormal));
        V y = V.Select(subnormal, x * V.All(Up), x);
        V bias = V.Select(subnormal, V.All(WholeNumbers + (Bias + UpExponent)), V.All(WholeNumbers + Bias));
        V m = Split(y, out V biased);
        V e = (biased | V.All(WholeNumbers)) - bias;
        V result = LogOf(m - V.All(1f), e);
        return WithSpecialCases(result, x, x);
    }

    /// <summary>log(1 + x) without cancellation near zero: -∞ at -1, NaN below.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Log1p<V>(V x)
        where V : struct, ILanes<V, float>
    {
        V u = V.All(1f) + x;
        V m = Split(u, out V biased);
        V e = (biased | V.All(WholeNumbers)) - V.All(WholeNumbers + Bias);

        // 2^-e (1 + x) - 1 from x itself: u has lost the last bits of x. Where they no longer matter, 2^-e may not exist.
        V scale = V.SubtractBits(V.All(GreatestPower), V.ShiftLeft(biased, MantissaBits));
        V f = V.MultiplyAdd(x, scale, scale - V.All(1f));
        f = V.Select(V.Less(V.All(Up), x), m - V.All(1f), f);

        V result = WithSpecialCases(LogOf(f, e), u, x);
        return V.Select(V.Less(Abs(x), V.All(Tiny)), x, result);
    }

    /// <summary>m and e of x = 2^e m, with m in [√½, √2).</summary>
    /// <param name="x">A normal positive number; for others nothing useful comes out.</param>
    /// <param name="biased">e and the bias, as an integer.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Split<V>(V x, out V biased)
        where V : struct, ILanes<V, float>
    {
        // Adding 1 - √½ as bits carries into the exponent just where the mantissa reaches √2.
        V shifted = V.AddBits(x, V.SubtractBits(V.All(1f), V.All(SqrtHalf)));
        biased = V.ShiftRight(shifted, MantissaBits);
        V mantissa = V.SubtractBits(shifted, V.ShiftLeft(biased, MantissaBits));
        return V.AddBits(mantissa, V.All(SqrtHalf));
    }

    /// <summary>log(1 + f) + e ln 2 for f in [√½ - 1, √2 - 1].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V LogOf<V>(V f, V e)
        where V : struct, ILanes<V, float>
    {
        // log(1 + f) = f - f²/2 + f³ p(f); minimax relative to log(1 + f): 2^-30.4.
        V square = f * f;
        V even = V.MultiplyAdd(V.All(0.069148734f), square, V.All(0.11872994f));
        V odd = V.MultiplyAdd(V.All(-0.11789426f), square, V.All(-0.12384417f));
        even = V.MultiplyAdd(even, square, V.All(0.14218666f));
        odd = V.MultiplyAdd(odd, square, V.All(-0.16669247f));
        even = V.MultiplyAdd(even, square, V.All(0.20002227f));
        odd = V.MultiplyAdd(odd, square, V.All(-0.24999987f));
        even = V.MultiplyAdd(even, square, V.All(0.3333331f));
        V p = V.MultiplyAdd(odd, f, even);

        // From the smallest term to the largest.
        V sum = V.MultiplyAdd(e, V.All(Ln2Low), f * square * p);
        sum = V.MultiplyAdd(square, V.All(-0.5f), sum);
        return V.MultiplyAdd(e, V.All(Ln2High), f + sum);
    }

    /// <summary>
    /// The result, unless log <paramref name="x"/> is infinite or none: -∞ at 0, NaN below, ∞ and NaN as in the argument.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V WithSpecialCases<V>(V result, V x, V argument)
        where V : struct, ILanes<V, float>
    {
        V zero = V.All(0f);
        V special = V.Select(V.Less(x, zero), V.All(float.NaN), argument);
        special = V.Select(V.Equal(x, zero), V.All(float.NegativeInfinity), special);
        return V.Select(V.Less(zero, x) & V.Less(x, V.All(float.PositiveInfinity)), result, special);
    }
}
