using System.Runtime.CompilerServices;

namespace GenNet;

/// <summary>e^x and what is made of it, in double.</summary>
/// <remarks>
/// All of them go one way (Cody and Waite, Software Manual for the Elementary Functions, 1980): x = n ln 2 + r with a whole n and
/// |r| at most ln(2)/2, e^r - 1 = r + r² q(r) with a minimax polynomial q, and 2^n put together from its bits.
/// </remarks>
internal static partial class DoubleFunctions
{
    // ln 2 in two parts; the first has so few bits that n times it is exact.
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;
    private const double Log2E = 1.4426950408889634;

    // Added to a number of moderate size, it leaves the nearest whole number in the lowest bits; no conversion, no rounding instruction.
    private const double Rounder = 6755399441055744.0;
    private const int MantissaBits = 52;
    private const int Bias = 1023;

    // Below Lowest e^x rounds to zero, above Highest to infinity.
    private const double Lowest = -746.0;
    private const double Highest = 710.0;

    // Where e^x - 1 rounds to -1, and below which size it rounds to x.
    private const double LowestMinusOne = -40.0;
    private const double Tiny = 5.551115123125783e-17;

    /// <summary>e^x over the whole range, subnormal results included.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Exp<V>(V x)
        where V : struct, ILanes<V, double>
    {
        V tooSmall = V.Less(x, V.All(Lowest));
        V y = V.AtLeast(x, V.All(Lowest));
        y = V.AtMost(y, V.All(Highest));

        // 2^n alone may overflow or underflow where e^x does not: it is taken in two halves, each with its own bias.
        V p = ReducedMinusOne(y, Rounder + 2 * Bias, out V n);
        V half = V.ShiftRight(n, 1);
        V scaled = (V.All(1.0) + p) * V.ShiftLeft(half, MantissaBits);
        V rest = V.ShiftLeft(V.SubtractBits(n, half), MantissaBits);

        // A zero factor, not an underflow, which costs a hundred cycles on some machines.
        return scaled * V.AndNot(rest, tooSmall);
    }

    /// <summary>e^x - 1 without cancellation near zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Expm1<V>(V x)
        where V : struct, ILanes<V, double>
    {
        V y = V.AtLeast(x, V.All(LowestMinusOne));
        y = V.AtMost(y, V.All(Highest));

        // (2^n (1 + p) - 1) / 2, because 2^n overflows before e^x does.
        V p = ReducedMinusOne(y, Rounder + (Bias - 1), out V n);
        V scale = V.ShiftLeft(n, MantissaBits);
        V half = V.MultiplyAdd(p, scale, scale - V.All(0.5));

        // The half of a subnormal would not be exact, and -0 would lose its sign.
        return V.Select(V.Less(Abs(x), V.All(Tiny)), x, half + half);
    }

    /// <summary>e^x for x at most zero or NaN, one multiplication cheaper than <see cref="Exp"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V ExpOfNegative<V>(V x)
        where V : struct, ILanes<V, double>
    {
        V tooSmall = V.Less(x, V.All(Lowest));
        V y = V.AtLeast(x, V.All(Lowest));
        V p = ReducedMinusOne(y, Rounder + (Bias + 64), out V n);
        V scaled = (V.All(1.0) + p) * V.ShiftLeft(n, MantissaBits);
        return scaled * V.AndNot(V.All(5.421010862427522e-20), tooSmall);
    }

    /// <summary>e^x - 1 for x in [-40, 0] or NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Expm1OfNegative<V>(V x)
        where V : struct, ILanes<V, double>
    {
        V p = ReducedMinusOne(x, Rounder + Bias, out V n);
        V scale = V.ShiftLeft(n, MantissaBits);
        return V.MultiplyAdd(p, scale, scale - V.All(1.0));
    }

    /// <summary>e^r - 1 with x = n ln 2 + r.</summary>
    /// <param name="x">The exponent.</param>
    /// <param name="rounder"><see cref="Rounder"/> and the bias that n is to have.</param>
    /// <param name="n">In its lowest bits n and the bias.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V ReducedMinusOne<V>(V x, double rounder, out V n)
        where V : struct, ILanes<V, double>
    {
        n = V.MultiplyAdd(x, V.All(Log2E), V.All(rounder));
        V whole = n - V.All(rounder);
        V r = V.MultiplyAdd(whole, V.All(-Ln2High), x);
        r = V.MultiplyAdd(whole, V.All(-Ln2Low), r);

        // Minimax on |r| <= 0.348, relative to e^r - 1: 2^-55.7.
        V q = V.All(2.505337815782848e-08);
        q = V.MultiplyAdd(q, r, V.All(2.76259961905942e-07));
        q = V.MultiplyAdd(q, r, V.All(2.7557408698523414e-06));
        q = V.MultiplyAdd(q, r, V.All(2.4801505531287095e-05));
        q = V.MultiplyAdd(q, r, V.All(0.00019841269718201646));
        q = V.MultiplyAdd(q, r, V.All(0.0013888888931195156));
        q = V.MultiplyAdd(q, r, V.All(0.008333333333389493));
        q = V.MultiplyAdd(q, r, V.All(0.04166666666657849));
        q = V.MultiplyAdd(q, r, V.All(0.1666666666666659));
        q = V.MultiplyAdd(q, r, V.All(0.5000000000000004));
        return V.MultiplyAdd(r * r, q, r);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Abs<V>(V x)
        where V : struct, ILanes<V, double>
        => V.AndNot(x, V.All(-0.0));
}
