using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GenNet.CompilerServices;

public static partial class VectorMath
{
    /// <summary>The hyperbolic tangent of x.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static float Tanh(float x) => SingleFunctions.Tanh(Lanes128<float>.All(x)).Value.ToScalar();

    /// <inheritdoc cref="Tanh(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static double Tanh(double x) => DoubleFunctions.Tanh(Lanes128<double>.All(x)).Value.ToScalar();

    /// <inheritdoc cref="Tanh(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Tanh(Vector<float> x) => SingleFunctions.Tanh(new LanesAny<float>(x)).Value;

    /// <inheritdoc cref="Tanh(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Tanh(Vector<double> x) => DoubleFunctions.Tanh(new LanesAny<double>(x)).Value;

    /// <inheritdoc cref="Tanh(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Tanh(Vector512<float> x) => SingleFunctions.Tanh(new Lanes512<float>(x)).Value;

    /// <inheritdoc cref="Tanh(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Tanh(Vector512<double> x) => DoubleFunctions.Tanh(new Lanes512<double>(x)).Value;

    /// <summary>The logistic function 1 / (1 + e^-x); nothing overflows.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static float Sigmoid(float x) => SingleFunctions.Sigmoid(Lanes128<float>.All(x)).Value.ToScalar();

    /// <inheritdoc cref="Sigmoid(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static double Sigmoid(double x) => DoubleFunctions.Sigmoid(Lanes128<double>.All(x)).Value.ToScalar();

    /// <inheritdoc cref="Sigmoid(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Sigmoid(Vector<float> x) => SingleFunctions.Sigmoid(new LanesAny<float>(x)).Value;

    /// <inheritdoc cref="Sigmoid(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Sigmoid(Vector<double> x) => DoubleFunctions.Sigmoid(new LanesAny<double>(x)).Value;

    /// <inheritdoc cref="Sigmoid(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sigmoid(Vector512<float> x) => SingleFunctions.Sigmoid(new Lanes512<float>(x)).Value;

    /// <inheritdoc cref="Sigmoid(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Sigmoid(Vector512<double> x) => DoubleFunctions.Sigmoid(new Lanes512<double>(x)).Value;

    /// <summary>log(1 + e^x), to full precision at both ends: x for large x, e^x for very negative ones.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static float Softplus(float x) => SingleFunctions.Softplus(Lanes128<float>.All(x)).Value.ToScalar();

    /// <inheritdoc cref="Softplus(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static double Softplus(double x) => DoubleFunctions.Softplus(Lanes128<double>.All(x)).Value.ToScalar();

    /// <inheritdoc cref="Softplus(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector<float> Softplus(Vector<float> x) => SingleFunctions.Softplus(new LanesAny<float>(x)).Value;

    /// <inheritdoc cref="Softplus(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector<double> Softplus(Vector<double> x) => DoubleFunctions.Softplus(new LanesAny<double>(x)).Value;

    /// <inheritdoc cref="Softplus(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector512<float> Softplus(Vector512<float> x) => SingleFunctions.Softplus(new Lanes512<float>(x)).Value;

    /// <inheritdoc cref="Softplus(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector512<double> Softplus(Vector512<double> x) => DoubleFunctions.Softplus(new Lanes512<double>(x)).Value;

    /// <summary>The error function 2/√π times the integral of e^-t² from 0 to x.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static float Erf(float x) => SingleFunctions.Erf(Lanes128<float>.All(x)).Value.ToScalar();

    /// <inheritdoc cref="Erf(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static double Erf(double x) => DoubleFunctions.Erf(Lanes128<double>.All(x)).Value.ToScalar();

    /// <inheritdoc cref="Erf(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector<float> Erf(Vector<float> x) => SingleFunctions.Erf(new LanesAny<float>(x)).Value;

    /// <inheritdoc cref="Erf(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector<double> Erf(Vector<double> x) => DoubleFunctions.Erf(new LanesAny<double>(x)).Value;

    /// <inheritdoc cref="Erf(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector512<float> Erf(Vector512<float> x) => SingleFunctions.Erf(new Lanes512<float>(x)).Value;

    /// <inheritdoc cref="Erf(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector512<double> Erf(Vector512<double> x) => DoubleFunctions.Erf(new Lanes512<double>(x)).Value;
}
