using System.Runtime.CompilerServices;

namespace GenNet;

/// <summary>Hyperbolic functions and their inverses, in double, from exponentials and logarithms.</summary>
internal static partial class DoubleFunctions
{
    // Beyond this size e^x is taken as the square of e^(x/2), which overflows later.
    private const double LargeExponent = 700;

    // Where 1 is lost in x^2 + 1.
    private const double LargeArea = 268435456;
    private const double Ln2 = 0.69314718055994530942;

    /// <summary>(e^x - e^-x) / 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Sinh<V>(V x)
        where V : struct, ILanes<V, double>
    {
        V a = Abs(x), half = V.All(0.5), one = V.All(1.0);
        V u = Expm1(V.AtMost(a, one));
        V near = half * (u + u / (u + one));
        V e = Exp(V.AtMost(a, V.All(LargeExponent)));
        V far = half * e - half / e;
        V result = V.Select(V.Less(a, one), near, V.Select(V.Less(V.All(LargeExponent), a), HalfExp(a), far));
        return V.Select(V.Less(a, V.All(TinyAngle)), x, result | (x & V.All(-0.0)));
    }

    /// <summary>(e^x + e^-x) / 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Cosh<V>(V x)
        where V : struct, ILanes<V, double>
    {
        V a = Abs(x), half = V.All(0.5);
        V e = Exp(V.AtMost(a, V.All(LargeExponent)));
        return V.Select(V.Less(V.All(LargeExponent), a), HalfExp(a), half * e + half / e);
    }

    /// <summary>log(x + √(x² + 1)).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Asinh<V>(V x)
        where V : struct, ILanes<V, double>
    {
        V a = Abs(x), one = V.All(1.0), b = V.AtMost(a, V.All(LargeArea));
        V square = b * b;
        V near = Log1p(b + square / (one + V.Sqrt(one + square)));
        V result = V.Select(V.Less(V.All(LargeArea), a), Log(a) + V.All(Ln2), near);
        return V.Select(V.Less(a, V.All(TinyAngle)), x, result | (x & V.All(-0.0)));
    }

    /// <summary>log(x + √(x² - 1)); NaN below 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Acosh<V>(V x)
        where V : struct, ILanes<V, double>
    {
        V one = V.All(1.0), t = V.AtMost(x, V.All(LargeArea)) - one;
        V near = Log1p(t + V.Sqrt(t + t + t * t));
        V result = V.Select(V.Less(V.All(LargeArea), x), Log(x) + V.All(Ln2), near);
        return V.Select(V.Less(x, one), V.All(double.NaN), result);
    }

    /// <summary>log((1 + x) / (1 - x)) / 2; NaN outside of [-1, 1].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Atanh<V>(V x)
        where V : struct, ILanes<V, double>
    {
        V a = Abs(x), twice = a + a, one = V.All(1.0);
        V u = V.Select(V.Less(a, V.All(0.5)), twice + twice * a / (one - a), twice / (one - a));
        V result = V.All(0.5) * Log1p(u) | (x & V.All(-0.0));
        return V.Select(V.Less(one, a), V.All(double.NaN), result);
    }

    /// <summary>e^x / 2 for large x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V HalfExp<V>(V x)
        where V : struct, ILanes<V, double>
    {
        V root = Exp(V.All(0.5) * x);
        return V.All(0.5) * root * root;
    }
}
