using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GenNet.CompilerServices;

public static partial class VectorMath
{
    /// <summary>e^x: zero, subnormal results included, to infinity.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static float Exp(float x) => SingleFunctions.Exp(Lanes128<float>.All(x)).Value.ToScalar();

    /// <inheritdoc cref="Exp(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static double Exp(double x) => DoubleFunctions.Exp(Lanes128<double>.All(x)).Value.ToScalar();

    /// <inheritdoc cref="Exp(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Exp(Vector<float> x) => SingleFunctions.Exp(new LanesAny<float>(x)).Value;

    /// <inheritdoc cref="Exp(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Exp(Vector<double> x) => DoubleFunctions.Exp(new LanesAny<double>(x)).Value;

    /// <inheritdoc cref="Exp(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp(Vector512<float> x) => SingleFunctions.Exp(new Lanes512<float>(x)).Value;

    /// <inheritdoc cref="Exp(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Exp(Vector512<double> x) => DoubleFunctions.Exp(new Lanes512<double>(x)).Value;

    /// <summary>e^x - 1, to full precision near zero too.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static float Expm1(float x) => SingleFunctions.Expm1(Lanes128<float>.All(x)).Value.ToScalar();

    /// <inheritdoc cref="Expm1(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static double Expm1(double x) => DoubleFunctions.Expm1(Lanes128<double>.All(x)).Value.ToScalar();

    /// <inheritdoc cref="Expm1(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Expm1(Vector<float> x) => SingleFunctions.Expm1(new LanesAny<float>(x)).Value;

    /// <inheritdoc cref="Expm1(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Expm1(Vector<double> x) => DoubleFunctions.Expm1(new LanesAny<double>(x)).Value;

    /// <inheritdoc cref="Expm1(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Expm1(Vector512<float> x) => SingleFunctions.Expm1(new Lanes512<float>(x)).Value;

    /// <inheritdoc cref="Expm1(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Expm1(Vector512<double> x) => DoubleFunctions.Expm1(new Lanes512<double>(x)).Value;
}
