using System.Runtime.CompilerServices;

namespace GenNet;

/// <summary>Trigonometric functions and their inverses, in double.</summary>
/// <remarks>
/// An angle is reduced by multiples of π/2, which is kept in three parts (Cody and Waite, 1980); the polynomials are those of fdlibm (Sun Microsystems, 1993).
/// </remarks>
internal static partial class DoubleFunctions
{
    /// <summary>Up to this size a multiple of each part of π/2 is exact.</summary>
    public const double LargestAngle = 1e6;

    private const double TwoOverPi = 0.63661977236758134308;
    private const double HalfPi1 = 1.57079632673412561417e+00;
    private const double HalfPi2 = 6.07710050630396597660e-11;
    private const double HalfPi3 = 2.02226624879595063154e-21;
    private const double QuarterTurns = 6755399441055744.0;

    // Below this size the sine, the tangent and the inverse tangent round to the argument.
    private const double TinyAngle = 7.450580596923828e-09;
    private const double Pi = 3.14159265358979311600e+00;
    private const double PiLow = 1.22464679914735317636e-16;

    /// <summary>The sine, of angles up to <see cref="LargestAngle"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Sin<V>(V x)
        where V : struct, ILanes<V, double>
    {
        V r = Reduced(x, out V quarters);
        return V.Select(V.Less(Abs(x), V.All(TinyAngle)), x, OfQuarter(r, quarters));
    }

    /// <summary>The cosine: the sine a quarter turn on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Cos<V>(V x)
        where V : struct, ILanes<V, double>
    {
        V r = Reduced(x, out V quarters);
        return OfQuarter(r, V.AddBits(quarters, V.All(double.Epsilon)));
    }

    /// <summary>The tangent: sine by cosine, or the negative inverse of that.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Tan<V>(V x)
        where V : struct, ILanes<V, double>
    {
        V r = Reduced(x, out V quarters);
        V sine = SineOf(r), cosine = CosineOf(r), odd = IsOdd(quarters);
        V result = V.Select(odd, V.All(0.0) - cosine, sine) / V.Select(odd, sine, cosine);
        return V.Select(V.Less(Abs(x), V.All(TinyAngle)), x, result);
    }

    /// <summary>The angle whose tangent is x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Atan<V>(V x)
        where V : struct, ILanes<V, double>
    {
        V result = Angle(Abs(x), V.All(1.0)) | (x & V.All(-0.0));
        return V.Select(V.Less(Abs(x), V.All(TinyAngle)), x, V.Select(V.Equal(x, x), result, x));
    }

    /// <summary>The angle whose sine is x; NaN outside of [-1, 1].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Asin<V>(V x)
        where V : struct, ILanes<V, double>
    {
        V one = V.All(1.0), cosine = V.Sqrt((one - x) * (one + x));
        V result = Angle(Abs(x), cosine) | (x & V.All(-0.0));
        return V.Select(V.Less(Abs(x), V.All(TinyAngle)), x, V.Select(V.Equal(cosine, cosine), result, V.All(double.NaN)));
    }

    /// <summary>The angle whose cosine is x; NaN outside of [-1, 1].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Acos<V>(V x)
        where V : struct, ILanes<V, double>
    {
        V one = V.All(1.0), sine = V.Sqrt((one - x) * (one + x));
        V angle = Angle(sine, Abs(x));
        V result = V.Select(V.Less(x, V.All(0.0)), V.All(Pi) - (angle - V.All(PiLow)), angle);
        return V.Select(V.Equal(sine, sine), result, V.All(double.NaN));
    }

    /// <summary>The angle of the point (x, y), in all four quadrants.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Atan2<V>(V y, V x)
        where V : struct, ILanes<V, double>
    {
        V sign = V.All(-0.0), one = V.All(1.0);
        V angle = Angle(Abs(y), Abs(x));
        V isLeft = V.Less((x & sign) | one, V.All(0.0));
        V result = V.Select(isLeft, V.All(Pi) - (angle - V.All(PiLow)), angle) | (y & sign);
        return V.Select(V.Equal(x, x) & V.Equal(y, y), result, V.All(double.NaN));
    }

    /// <summary>The angle of the point (x, y), neither of them below 0: from 0 to π/2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Angle<V>(V y, V x)
        where V : struct, ILanes<V, double>
    {
        // Both infinite: π/4. Very large ones are made smaller, so that their sum is none.
        V infinity = V.All(double.PositiveInfinity), one = V.All(1.0);
        V both = V.Equal(x, infinity) & V.Equal(y, infinity);
        V scale = V.Select(V.Less(V.All(1e300), x) | V.Less(V.All(1e300), y), V.All(1e-30), one);
        x = V.Select(both, one, x * scale);
        y = V.Select(both, one, y * scale);
        V isSteep = V.Less(x, y);
        V small = V.Select(isSteep, x, y), large = V.Select(isSteep, y, x);

        // atan(s/l) = π/4 + atan((s - l) / (s + l)): below tan(π/8) the polynomial holds.
        V beyond = V.Less(large * V.All(0.41421356237309503), small);
        V numerator = V.Select(beyond, small - large, small), denominator = V.Select(beyond, small + large, large);
        V t = V.Select(V.Equal(denominator, V.All(0.0)), V.All(0.0), numerator / denominator);
        V z = t * t;
        V p = V.All(1.62858201153657823623e-02);
        p = V.MultiplyAdd(p, z, V.All(-3.65315727442169155270e-02));
        p = V.MultiplyAdd(p, z, V.All(4.97687799461593236017e-02));
        p = V.MultiplyAdd(p, z, V.All(-5.83357013379057348645e-02));
        p = V.MultiplyAdd(p, z, V.All(6.66107313738753120669e-02));
        p = V.MultiplyAdd(p, z, V.All(-7.69187620504482999495e-02));
        p = V.MultiplyAdd(p, z, V.All(9.09088713343650656196e-02));
        p = V.MultiplyAdd(p, z, V.All(-1.11111104054623557880e-01));
        p = V.MultiplyAdd(p, z, V.All(1.42857142725034663711e-01));
        p = V.MultiplyAdd(p, z, V.All(-1.99999999998764832476e-01));
        p = V.MultiplyAdd(p, z, V.All(3.33333333333329318027e-01));
        V bend = t * z * p;

        // What is subtracted from t last is small, and so are the last bits of π/4.
        V flat = V.Select(beyond, V.All(Pi / 4) - (bend - V.All(PiLow / 4) - t), t - bend);
        return V.Select(isSteep, V.All(Pi / 2) - (flat - V.All(PiLow / 2)), flat);
    }

    /// <summary>r = x - n π/2, at most π/4.</summary>
    /// <param name="x">The angle.</param>
    /// <param name="quarters">In its lowest bits n.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Reduced<V>(V x, out V quarters)
        where V : struct, ILanes<V, double>
    {
        quarters = V.MultiplyAdd(x, V.All(TwoOverPi), V.All(QuarterTurns));
        V n = quarters - V.All(QuarterTurns);
        V high = x - n * V.All(HalfPi1);
        V part = n * V.All(HalfPi2);

        // The difference with its rounding error: near a multiple of π/2 the error is all that is left (Knuth).
        V r = high - part;
        V taken = r - high;
        V lost = (high - (r - taken)) - (part + taken);
        return r + (lost - n * V.All(HalfPi3));
    }

    /// <summary>The sine of r + n π/2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V OfQuarter<V>(V r, V quarters)
        where V : struct, ILanes<V, double>
    {
        V value = V.Select(IsOdd(quarters), CosineOf(r), SineOf(r));
        V negative = V.Less((V.ShiftLeft(quarters, 62) & V.All(-0.0)) | V.All(1.0), V.All(0.0));
        return V.Select(negative, V.All(0.0) - value, value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V IsOdd<V>(V quarters)
        where V : struct, ILanes<V, double> => V.Less(V.ShiftLeft(quarters, 63) | V.All(1.0), V.All(0.0));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V SineOf<V>(V r)
        where V : struct, ILanes<V, double>
    {
        V z = r * r;
        V p = V.All(1.58969099521155010221e-10);
        p = V.MultiplyAdd(p, z, V.All(-2.50507602534068634195e-08));
        p = V.MultiplyAdd(p, z, V.All(2.75573137070700676789e-06));
        p = V.MultiplyAdd(p, z, V.All(-1.98412698298579493134e-04));
        p = V.MultiplyAdd(p, z, V.All(8.33333333332248946124e-03));
        p = V.MultiplyAdd(p, z, V.All(-1.66666666666666324348e-01));
        return V.MultiplyAdd(z * r, p, r);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V CosineOf<V>(V r)
        where V : struct, ILanes<V, double>
    {
        V z = r * r;
        V p = V.All(-1.13596475577881948265e-11);
        p = V.MultiplyAdd(p, z, V.All(2.08757232129817482790e-09));
        p = V.MultiplyAdd(p, z, V.All(-2.75573143513906633035e-07));
        p = V.MultiplyAdd(p, z, V.All(2.48015872894767294178e-05));
        p = V.MultiplyAdd(p, z, V.All(-1.38888888888741095749e-03));
        p = V.MultiplyAdd(p, z, V.All(4.16666666666666019037e-02));
        V half = V.All(0.5) * z, one = V.All(1.0);
        V w = one - half;
        return w + (((one - w) - half) + z * z * p);
    }
}
