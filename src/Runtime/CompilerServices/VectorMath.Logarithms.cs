using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GenNet.CompilerServices;

public static partial class VectorMath
{
    /// <summary>The natural logarithm of x: -∞ at zero, NaN below.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static float Log(float x) => SingleFunctions.Log(Lanes128<float>.All(x)).Value.ToScalar();

    /// <inheritdoc cref="Log(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static double Log(double x) => DoubleFunctions.Log(Lanes128<double>.All(x)).Value.ToScalar();

    /// <inheritdoc cref="Log(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector<float> Log(Vector<float> x) => SingleFunctions.Log(new LanesAny<float>(x)).Value;

    /// <inheritdoc cref="Log(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector<double> Log(Vector<double> x) => DoubleFunctions.Log(new LanesAny<double>(x)).Value;

    /// <inheritdoc cref="Log(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector512<float> Log(Vector512<float> x) => SingleFunctions.Log(new Lanes512<float>(x)).Value;

    /// <inheritdoc cref="Log(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector512<double> Log(Vector512<double> x) => DoubleFunctions.Log(new Lanes512<double>(x)).Value;

    /// <summary>log(1 + x), to full precision near zero too: -∞ at -1, NaN below.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static float Log1p(float x) => SingleFunctions.Log1p(Lanes128<float>.All(x)).Value.ToScalar();

    /// <inheritdoc cref="Log1p(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static double Log1p(double x) => DoubleFunctions.Log1p(Lanes128<double>.All(x)).Value.ToScalar();

    /// <inheritdoc cref="Log1p(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector<float> Log1p(Vector<float> x) => SingleFunctions.Log1p(new LanesAny<float>(x)).Value;

    /// <inheritdoc cref="Log1p(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector<double> Log1p(Vector<double> x) => DoubleFunctions.Log1p(new LanesAny<double>(x)).Value;

    /// <inheritdoc cref="Log1p(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector512<float> Log1p(Vector512<float> x) => SingleFunctions.Log1p(new Lanes512<float>(x)).Value;

    /// <inheritdoc cref="Log1p(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector512<double> Log1p(Vector512<double> x) => DoubleFunctions.Log1p(new Lanes512<double>(x)).Value;
}
