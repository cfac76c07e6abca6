using System.Runtime.CompilerServices;

namespace GenNet;

/// <summary>The functions that activations are made of, in float.</summary>
internal static partial class SingleFunctions
{
    private const float Sqrt2MinusOne = 0.41421356f;

    // Where tanh x and erf x round to 1.
    private const float HighestTanh = 10f;
    private const float HighestErf = 4f;

    /// <summary>tanh |x| = (1 - t) / (1 + t) with t = e^-2|x|; written with t - 1 it does not cancel near zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Tanh<V>(V x)
        where V : struct, ILanes<V, float>
    {
        V sign = x & V.All(-0f);
        V a = Abs(x);
        a = V.AtMost(a, V.All(HighestTanh));
        V u = Expm1OfNegative(a * V.All(-2f));
        return Abs(u / (u + V.All(2f))) | sign;
    }

    /// <summary>1 / (1 + e^-x) = t / (1 + t) for negative x, 1 / (1 + t) for positive ones, with t = e^-|x|: nothing overflows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Sigmoid<V>(V x)
        where V : struct, ILanes<V, float>
    {
        V t = ExpOfNegative(x | V.All(-0f));
        V one = V.All(1f);
        return V.Select(V.Less(x, V.All(0f)), t, one) / (one + t);
    }

    /// <summary>log(1 + e^x) = max(x, 0) + log(1 + t), with t = e^-|x|.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Softplus<V>(V x)
        where V : struct, ILanes<V, float>
    {
        V t = ExpOfNegative(x | V.All(-0f));
        V one = V.All(1f);
        V zero = V.All(0f);

        // 1 + t beyond √2 is halved, as a logarithm needs it.
        V large = V.Less(V.All(Sqrt2MinusOne), t);
        V f = V.Select(large, (t - one) * V.All(0.5f), t);
        return V.Select(V.Less(zero, x), x, zero) + LogOf(f, large & one);
    }

    /// <summary>The error function: up to 1 an odd polynomial, beyond 1 - e^-p(x), since log(1 - erf x) is smooth.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Erf<V>(V x)
        where V : struct, ILanes<V, float>
    {
        V sign = x & V.All(-0f);
        V a = Abs(x);
        a = V.AtMost(a, V.All(HighestErf));
        return V.Select(V.Less(a, V.All(1f)), ErfUpToOne(a), ErfBeyondOne(a)) | sign;
    }

    /// <summary>x + x p(x²) on [0, 1]; minimax relative to erf x: 2^-29.8.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V ErfUpToOne<V>(V x)
        where V : struct, ILanes<V, float>
    {
        V z = x * x;
        V p = V.All(7.889101e-05f);
        p = V.MultiplyAdd(p, z, V.All(-0.0008020836f));
        p = V.MultiplyAdd(p, z, V.All(0.0051895347f));
        p = V.MultiplyAdd(p, z, V.All(-0.026854444f));
        p = V.MultiplyAdd(p, z, V.All(0.112836f));
        p = V.MultiplyAdd(p, z, V.All(-0.37612626f));
        p = V.MultiplyAdd(p, z, V.All(0.12837917f));
        return V.MultiplyAdd(x, p, x);
    }

    /// <summary>1 - e^-p(x) on [1, 4]; minimax relative to erf x: 2^-29.7.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V ErfBeyondOne<V>(V x)
        where V : struct, ILanes<V, float>
    {
        V p = V.All(-0.00018759204f);
        p = V.MultiplyAdd(p, x, V.All(0.002959991f));
        p = V.MultiplyAdd(p, x, V.All(-0.02188916f));
        p = V.MultiplyAdd(p, x, V.All(0.10321722f));
        p = V.MultiplyAdd(p, x, V.All(0.6380133f));
        p = V.MultiplyAdd(p, x, V.All(1.127171f));
        p = V.MultiplyAdd(p, x, V.All(0.00032072587f));
        return V.All(0f) - Expm1OfNegative(V.All(0f) - p);
    }
}
