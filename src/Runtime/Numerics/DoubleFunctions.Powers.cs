using System.Runtime.CompilerServices;

namespace GenNet;

/// <summary>Powers, roots and logarithms of other bases, in double.</summary>
internal static partial class DoubleFunctions
{
    private const double Log10E = 0.43429448190325182765;

    // Numbers of this size and beyond are even, if they are whole at all.
    private const double EvenNumbers = 9007199254740992.0;

    /// <summary>The logarithm of base 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Log2<V>(V x)
        where V : struct, ILanes<V, double> => Log(x) * V.All(Log2E);

    /// <summary>The logarithm of base 10.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Log10<V>(V x)
        where V : struct, ILanes<V, double> => Log(x) * V.All(Log10E);

    /// <summary>The cube root: e^(log(x)/3), and one step of Newton's.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Cbrt<V>(V x)
        where V : struct, ILanes<V, double>
    {
        // Away from both ends, where the cube would lose bits: by 2^±54, whose cube roots are 2^±18.
        V a = Abs(x), one = V.All(1.0);
        V small = V.Less(a, V.All(1e-250)), large = V.Less(V.All(1e250), a);
        V scaled = a * V.Select(small, V.All(18014398509481984.0), V.Select(large, V.All(5.5511151231257827e-17), one));
        V y = Exp(Log(scaled) * V.All(1.0 / 3));
        V square = y * y;
        y -= (square * y - scaled) / (V.All(3.0) * square);
        y *= V.Select(small, V.All(3.814697265625e-06), V.Select(large, V.All(262144.0), one));
        V isItself = V.Equal(a, V.All(0.0)) | V.Equal(a, V.All(double.PositiveInfinity));
        return V.Select(isItself, x, y | (x & V.All(-0.0)));
    }

    /// <summary>x^y, with the special values of IEEE 754.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Pow<V>(V x, V y)
        where V : struct, ILanes<V, double>
    {
        V zero = V.All(0.0), one = V.All(1.0), infinity = V.All(double.PositiveInfinity), a = Abs(x);
        V log = LogInTwo(a, out V low);

        // y log |x| in two parts: the first is rounded, the second has what that lost. So far, e^y cannot tell numbers beyond this.
        V exponent = V.AtLeast(V.AtMost(y, V.All(1e300)), V.All(-1e300));
        V product = exponent * log;
        V bounded = V.AtLeast(V.AtMost(product, V.All(800.0)), V.All(-800.0));
        V rest = ProductError(exponent, log, product) + exponent * low;
        V isExact = V.Equal(product, bounded);
        V e = Exp(bounded);
        V result = V.Select(isExact & V.Less(e, infinity), V.MultiplyAdd(e, rest, e), e);

        V isWhole = IsWhole(y), isOdd = V.AndNot(isWhole, IsWhole(y * V.All(0.5))) & V.Less(Abs(y), V.All(EvenNumbers));
        V edge = V.Select(V.Less(y, zero), infinity, zero);
        result = V.Select(V.Equal(a, zero), edge, result);
        result = V.Select(V.Equal(a, infinity), V.Select(V.Less(y, zero), zero, infinity), result);
        V isNegative = V.Less((x & V.All(-0.0)) | one, zero);
        result = V.Select(isNegative & isOdd, result | V.All(-0.0), result);
        V isNone = V.AndNot(V.Less(x, zero) & V.Less(V.All(double.NegativeInfinity), x) & V.Less(Abs(y), infinity), isWhole);
        result = V.Select(isNone, V.All(double.NaN), result);

        // |x|^±∞ by the side of 1 that |x| is on.
        V limit = V.Select(V.Equal(a, one), one, V.Select(V.Less(a, one), V.Select(V.Less(y, zero), infinity, zero), V.Select(V.Less(y, zero), zero, infinity)));
        result = V.Select(V.Equal(Abs(y), infinity), limit, result);
        result = V.Select(V.Equal(x, x) & V.Equal(y, y), result, V.All(double.NaN));
        return V.Select(V.Equal(y, zero) | V.Equal(x, one), one, result);
    }

    /// <summary>log x of a positive number in two parts, to about 2^-58 of it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V LogInTwo<V>(V x, out V low)
        where V : struct, ILanes<V, double>
    {
        V subnormal = V.Less(x, V.All(SmallestNormal));
        V bias = V.Select(subnormal, V.All(WholeNumbers + (Bias + UpExponent)), V.All(WholeNumbers + Bias));
        V m = Split(V.Select(subnormal, x * V.All(Up), x), out V biased);
        V e = (biased | V.All(WholeNumbers)) - bias;

        // s = f / (2 + f) in two parts: 2 + f is m + 1, whose rounding error is exact too.
        V f = m - V.All(1.0), d = V.All(2.0) + f;
        V dLow = f - (d - V.All(2.0));
        V s = f / d;
        V product = s * d;
        V sLow = ((f - product) - ProductError(s, d, product) - s * dLow) / d;

        // log m = 2 s + s^3 (2/3 + 2/5 s^2 + ...): the second term is a hundredth of the first.
        V z = s * s;
        V p = V.All(0.14796447224723372);
        p = V.MultiplyAdd(p, z, V.All(0.15314003537904688));
        p = V.MultiplyAdd(p, z, V.All(0.18183566052265793));
        p = V.MultiplyAdd(p, z, V.All(0.22222198542252375));
        p = V.MultiplyAdd(p, z, V.All(0.28571428742664984));
        p = V.MultiplyAdd(p, z, V.All(0.39999999999413555));
        p = V.MultiplyAdd(p, z, V.All(0.6666666666666734));
        V small = s * z * p + (sLow + sLow);

        // e ln 2 has as few bits in its first part as its sum with 2 s needs.
        V whole = e * V.All(Ln2High), twice = s + s;
        V sum = whole + twice;
        V taken = sum - whole;
        V lost = (whole - (sum - taken)) + (twice - taken);
        V tail = lost + (small + e * V.All(Ln2Low));
        V high = sum + tail;
        low = tail - (high - sum);
        return high;
    }

    /// <summary>left right - product, exactly (Dekker, 1971; no multiply-add is counted on).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V ProductError<V>(V left, V right, V product)
        where V : struct, ILanes<V, double>
    {
        V mask = V.All(System.BitConverter.Int64BitsToDouble(0x7FFFFFF));
        V leftHigh = V.AndNot(left, mask), rightHigh = V.AndNot(right, mask);
        V leftLow = left - leftHigh, rightLow = right - rightHigh;
        return ((leftHigh * rightHigh - product) + leftHigh * rightLow + leftLow * rightHigh) + leftLow * rightLow;
    }

    /// <summary>Whether a number is whole; all that are so large that they have no fraction are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V IsWhole<V>(V x)
        where V : struct, ILanes<V, double>
    {
        V a = Abs(x), rounder = V.All(WholeNumbers);
        return V.Less(rounder, a) | V.Equal((a + rounder) - rounder, a);
    }
}
