using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GenNet.CompilerServices;

/// <content>Hyperbolic functions and their inverses; those of float are computed in double.</content>
public static partial class VectorMath
{
    /// <summary>The hyperbolic sine.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static float Sinh(float x) => InDouble<DoubleSinh>.Of(x);

    /// <inheritdoc cref="Sinh(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static double Sinh(double x) => InDouble<DoubleSinh>.Of(x);

    /// <inheritdoc cref="Sinh(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector<float> Sinh(Vector<float> x) => InDouble<DoubleSinh>.Of(x);

    /// <inheritdoc cref="Sinh(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector<double> Sinh(Vector<double> x) => InDouble<DoubleSinh>.Of(x);

    /// <inheritdoc cref="Sinh(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector128<float> Sinh(Vector128<float> x) => InDouble<DoubleSinh>.Of(x);

    /// <inheritdoc cref="Sinh(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector128<double> Sinh(Vector128<double> x) => InDouble<DoubleSinh>.Of(x);

    /// <summary>The hyperbolic cosine.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static float Cosh(float x) => InDouble<DoubleCosh>.Of(x);

    /// <inheritdoc cref="Cosh(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static double Cosh(double x) => InDouble<DoubleCosh>.Of(x);

    /// <inheritdoc cref="Cosh(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector<float> Cosh(Vector<float> x) => InDouble<DoubleCosh>.Of(x);

    /// <inheritdoc cref="Cosh(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector<double> Cosh(Vector<double> x) => InDouble<DoubleCosh>.Of(x);

    /// <inheritdoc cref="Cosh(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector128<float> Cosh(Vector128<float> x) => InDouble<DoubleCosh>.Of(x);

    /// <inheritdoc cref="Cosh(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector128<double> Cosh(Vector128<double> x) => InDouble<DoubleCosh>.Of(x);

    /// <summary>The inverse of the hyperbolic sine.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static float Asinh(float x) => InDouble<DoubleAsinh>.Of(x);

    /// <inheritdoc cref="Asinh(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static double Asinh(double x) => InDouble<DoubleAsinh>.Of(x);

    /// <inheritdoc cref="Asinh(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector<float> Asinh(Vector<float> x) => InDouble<DoubleAsinh>.Of(x);

    /// <inheritdoc cref="Asinh(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector<double> Asinh(Vector<double> x) => InDouble<DoubleAsinh>.Of(x);

    /// <inheritdoc cref="Asinh(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector128<float> Asinh(Vector128<float> x) => InDouble<DoubleAsinh>.Of(x);

    /// <inheritdoc cref="Asinh(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector128<double> Asinh(Vector128<double> x) => InDouble<DoubleAsinh>.Of(x);

    /// <summary>The inverse of the hyperbolic cosine; NaN below 1.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static float Acosh(float x) => InDouble<DoubleAcosh>.Of(x);

    /// <inheritdoc cref="Acosh(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static double Acosh(double x) => InDouble<DoubleAcosh>.Of(x);

    /// <inheritdoc cref="Acosh(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector<float> Acosh(Vector<float> x) => InDouble<DoubleAcosh>.Of(x);

    /// <inheritdoc cref="Acosh(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector<double> Acosh(Vector<double> x) => InDouble<DoubleAcosh>.Of(x);

    /// <inheritdoc cref="Acosh(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector128<float> Acosh(Vector128<float> x) => InDouble<DoubleAcosh>.Of(x);

    /// <inheritdoc cref="Acosh(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector128<double> Acosh(Vector128<double> x) => InDouble<DoubleAcosh>.Of(x);

    /// <summary>The inverse of the hyperbolic tangent; NaN outside of [-1, 1].</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static float Atanh(float x) => InDouble<DoubleAtanh>.Of(x);

    /// <inheritdoc cref="Atanh(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static double Atanh(double x) => InDouble<DoubleAtanh>.Of(x);

    /// <inheritdoc cref="Atanh(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector<float> Atanh(Vector<float> x) => InDouble<DoubleAtanh>.Of(x);

    /// <inheritdoc cref="Atanh(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector<double> Atanh(Vector<double> x) => InDouble<DoubleAtanh>.Of(x);

    /// <inheritdoc cref="Atanh(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector128<float> Atanh(Vector128<float> x) => InDouble<DoubleAtanh>.Of(x);

    /// <inheritdoc cref="Atanh(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector128<double> Atanh(Vector128<double> x) => InDouble<DoubleAtanh>.Of(x);
}
