using System.Runtime.CompilerServices;

namespace GenNet;

/// <summary>The functions that activations are made of, in double.</summary>
internal static partial class DoubleFunctions
{
    private const double Sqrt2MinusOne = 0.4142135623730951;

    // Where tanh x and erf x round to 1.
    private const double HighestTanh = 20.0;
    private const double HighestErf = 6.0;

    /// <summary>tanh |x| = (1 - t) / (1 + t) with t = e^-2|x|; written with t - 1 it does not cancel near zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Tanh<V>(V x)
        where V : struct, ILanes<V, double>
    {
        V sign = x & V.All(-0.0);
        V a = Abs(x);
        a = V.AtMost(a, V.All(HighestTanh));
        V u = Expm1OfNegative(a * V.All(-2.0));
        return Abs(u / (u + V.All(2.0))) | sign;
    }

    /// <summary>1 / (1 + e^-x) = t / (1 + t) for negative x, 1 / (1 + t) for positive ones, with t = e^-|x|: nothing overflows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Sigmoid<V>(V x)
        where V : struct, ILanes<V, double>
    {
        V t = ExpOfNegative(x | V.All(-0.0));
        V one = V.All(1.0);
        return V.Select(V.Less(x, V.All(0.0)), t, one) / (one + t);
    }

    /// <summary>log(1 + e^x) = max(x, 0) + log(1 + t), with t = e^-|x|.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Softplus<V>(V x)
        where V : struct, ILanes<V, double>
    {
        V t = ExpOfNegative(x | V.All(-0.0));
        V one = V.All(1.0);
        V zero = V.All(0.0);

        // 1 + t beyond √2 is halved, as a logarithm needs it.
        V large = V.Less(V.All(Sqrt2MinusOne), t);
        V f = V.Select(large, (t - one) * V.All(0.5), t);
        return V.Select(V.Less(zero, x), x, zero) + LogOf(f, large & one);
    }

    /// <summary>The error function: up to 1 an odd polynomial, beyond 1 - e^-p(x), since log(1 - erf x) is smooth.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Erf<V>(V x)
        where V : struct, ILanes<V, double>
    {
        V sign = x & V.All(-0.0);
        V a = Abs(x);
        a = V.AtMost(a, V.All(HighestErf));
        return V.Select(V.Less(a, V.All(1.0)), ErfUpToOne(a), ErfBeyondOne(a)) | sign;
    }

    /// <summary>x + x p(x²) on [0, 1]; minimax relative to erf x: 2^-57.1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V ErfUpToOne<V>(V x)
        where V : struct, ILanes<V, double>
    {
        V z = x * x;
        V p = V.All(-7.801188874097751e-10);
        p = V.MultiplyAdd(p, z, V.All(1.3722976265924504e-08));
        p = V.MultiplyAdd(p, z, V.All(-1.6209175911748696e-07));
        p = V.MultiplyAdd(p, z, V.All(1.6447517677871873e-06));
        p = V.MultiplyAdd(p, z, V.All(-1.4924744663335489e-05));
        p = V.MultiplyAdd(p, z, V.All(0.00012055295320494294));
        p = V.MultiplyAdd(p, z, V.All(-0.0008548325989696758));
        p = V.MultiplyAdd(p, z, V.All(0.005223977607423468));
        p = V.MultiplyAdd(p, z, V.All(-0.02686617064327622));
        p = V.MultiplyAdd(p, z, V.All(0.11283791670945253));
        p = V.MultiplyAdd(p, z, V.All(-0.3761263890318355));
        p = V.MultiplyAdd(p, z, V.All(0.12837916709551256));
        return V.MultiplyAdd(x, p, x);
    }

    /// <summary>1 - e^-p(x) on [1, 6]; minimax relative to erf x: 2^-59.4.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V ErfBeyondOne<V>(V x)
        where V : struct, ILanes<V, double>
    {
        V p = V.All(-1.0796864011406049e-12);
        p = V.MultiplyAdd(p, x, V.All(4.922444935134766e-11));
        p = V.MultiplyAdd(p, x, V.All(-1.050447666007845e-09));
        p = V.MultiplyAdd(p, x, V.All(1.3926421881074375e-08));
        p = V.MultiplyAdd(p, x, V.All(-1.282214167772911e-07));
        p = V.MultiplyAdd(p, x, V.All(8.66128169003615e-07));
        p = V.MultiplyAdd(p, x, V.All(-4.400386660739471e-06));
        p = V.MultiplyAdd(p, x, V.All(1.6783733882503906e-05));
        p = V.MultiplyAdd(p, x, V.All(-4.58221895615307e-05));
        p = V.MultiplyAdd(p, x, V.All(7.218551986049103e-05));
        p = V.MultiplyAdd(p, x, V.All(4.1455833435530566e-05));
        p = V.MultiplyAdd(p, x, V.All(-0.0006362074713130077));
        p = V.MultiplyAdd(p, x, V.All(0.0017632084037902832));
        p = V.MultiplyAdd(p, x, V.All(-0.0002752157725107502));
        p = V.MultiplyAdd(p, x, V.All(-0.01908181951670775));
        p = V.MultiplyAdd(p, x, V.All(0.10274912771395951));
        p = V.MultiplyAdd(p, x, V.All(0.6366278229197578));
        p = V.MultiplyAdd(p, x, V.All(1.1283774757029297));
        p = V.MultiplyAdd(p, x, V.All(1.6461151492779566e-07));
        return V.All(0.0) - Expm1OfNegative(V.All(0.0) - p);
    }
}
