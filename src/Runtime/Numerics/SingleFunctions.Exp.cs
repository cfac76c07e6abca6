using System.Runtime.CompilerServices;

namespace GenNet;

/// <summary>e^x and what is made of it, in float.</summary>
/// <remarks>
/// All of them go one way (Cody and Waite, Software Manual for the Elementary Functions, 1980): x = n ln 2 + r with a whole n and
/// |r| at most ln(2)/2, e^r - 1 = r + r² q(r) with a minimax polynomial q, and 2^n put together from its bits.
/// </remarks>
internal static partial class SingleFunctions
{
    // ln 2 in two parts; the first has so few bits that n times it is exact.
    private const float Ln2High = 0.693359375f;
    private const float Ln2Low = -2.12194440e-4f;
    private const float Log2E = 1.44269504f;

    // Added to a number of moderate size, it leaves the nearest whole number in the lowest bits; no conversion, no rounding instruction.
    private const float Rounder = 12582912f;
    private const int MantissaBits = 23;
    private const int Bias = 127;

    // Below Lowest e^x rounds to zero, above Highest to infinity.
    private const float Lowest = -104f;
    private const float Highest = 89f;

    // Where e^x - 1 rounds to -1, and below which size it rounds to x.
    private const float LowestMinusOne = -20f;
    private const float Tiny = 2.9802322e-8f;

    /// <summary>e^x over the whole range, subnormal results included.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Exp<V>(V x)
        where V : struct, ILanes<V, float>
    {
        V tooSmall = V.Less(x, V.All(Lowest));
        V y = V.AtLeast(x, V.All(Lowest));
        y = V.AtMost(y, V.All(Highest));

        // 2^n alone may overflow or underflow where e^x does not: it is taken in two halves, each with its own bias.
        V p = ReducedMinusOne(y, Rounder + 2 * Bias, out V n);
        V half = V.ShiftRight(n, 1);
        V scale = V.ShiftLeft(half, MantissaBits);
        V scaled = V.MultiplyAdd(p, scale, scale);
        V rest = V.ShiftLeft(V.SubtractBits(n, half), MantissaBits);

        // A zero factor, not an underflow, which costs a hundred cycles on some machines.
        return scaled * V.AndNot(rest, tooSmall);
    }

    /// <summary>e^x - 1 without cancellation near zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Expm1<V>(V x)
        where V : struct, ILanes<V, float>
    {
        V y = V.AtLeast(x, V.All(LowestMinusOne));
        y = V.AtMost(y, V.All(Highest));

        // (2^n (1 + p) - 1) / 2, because 2^n overflows before e^x does.
        V p = ReducedMinusOne(y, Rounder + (Bias - 1), out V n);
        V scale = V.ShiftLeft(n, MantissaBits);
        V half = V.MultiplyAdd(p, scale, scale - V.All(0.5f));

        // The half of a subnormal would not be exact, and -0 would lose its sign.
        return V.Select(V.Less(Abs(x), V.All(Tiny)), x, half + half);
    }

    /// <summary>e^x for x at most zero or NaN, one multiplication cheaper than <see cref="Exp"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V ExpOfNegative<V>(V x)
        where V : struct, ILanes<V, float>
    {
        V tooSmall = V.Less(x, V.All(Lowest));
        V y = V.AtLeast(x, V.All(Lowest));
        V p = ReducedMinusOne(y, Rounder + (Bias + 64), out V n);
        V scale = V.ShiftLeft(n, MantissaBits);
        V scaled = V.MultiplyAdd(p, scale, scale);
        return scaled * V.AndNot(V.All(5.4210109e-20f), tooSmall);
    }

    /// <summary>e^x - 1 for x in [-20, 0] or NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Expm1OfNegative<V>(V x)
        where V : struct, ILanes<V, float>
    {
        V p = ReducedMinusOne(x, Rounder + Bias, out V n);
        V scale = V.ShiftLeft(n, MantissaBits);
        return V.MultiplyAdd(p, scale, scale - V.All(1f));
    }

    /// <summary>e^r - 1 with x = n ln 2 + r.</summary>
    /// <param name="x">The exponent.</param>
    /// <param name="rounder"><see cref="Rounder"/> and the bias that n is to have.</param>
    /// <param name="n">In its lowest bits n and the bias.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V ReducedMinusOne<V>(V x, float rounder, out V n)
        where V : struct, ILanes<V, float>
    {
        n = V.MultiplyAdd(x, V.All(Log2E), V.All(rounder));
        V whole = n - V.All(rounder);
        V r = V.MultiplyAdd(whole, V.All(-Ln2High), x);
        r = V.MultiplyAdd(whole, V.All(-Ln2Low), r);

        // Minimax on |r| <= 0.348, relative to e^r - 1: 2^-32.1.
        V square = r * r;
        V high = V.MultiplyAdd(V.All(0.00019845052f), r, V.All(0.0013940416f));
        V middle = V.MultiplyAdd(V.All(0.0083333906f), r, V.All(0.041666366f));
        V low = V.MultiplyAdd(V.All(0.16666666f), r, V.All(0.5f));
        V q = V.MultiplyAdd(V.MultiplyAdd(high, square, middle), square, low);
        return V.MultiplyAdd(square, q, r);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Abs<V>(V x)
        where V : struct, ILanes<V, float>
        => V.AndNot(x, V.All(-0f));
}
