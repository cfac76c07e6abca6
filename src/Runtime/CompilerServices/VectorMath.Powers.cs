using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GenNet.CompilerServices;

/// <content>Powers, roots and logarithms of other bases; those of float are computed in double.</content>
public static partial class VectorMath
{
    /// <summary>The logarithm of base 2.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static float Log2(float x) => InDouble<DoubleLog2>.Of(x);

    /// <inheritdoc cref="Log2(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static double Log2(double x) => InDouble<DoubleLog2>.Of(x);

    /// <inheritdoc cref="Log2(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector<float> Log2(Vector<float> x) => InDouble<DoubleLog2>.Of(x);

    /// <inheritdoc cref="Log2(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector<double> Log2(Vector<double> x) => InDouble<DoubleLog2>.Of(x);

    /// <inheritdoc cref="Log2(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector128<float> Log2(Vector128<float> x) => InDouble<DoubleLog2>.Of(x);

    /// <inheritdoc cref="Log2(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector128<double> Log2(Vector128<double> x) => InDouble<DoubleLog2>.Of(x);

    /// <summary>The logarithm of base 10.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static float Log10(float x) => InDouble<DoubleLog10>.Of(x);

    /// <inheritdoc cref="Log10(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static double Log10(double x) => InDouble<DoubleLog10>.Of(x);

    /// <inheritdoc cref="Log10(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector<float> Log10(Vector<float> x) => InDouble<DoubleLog10>.Of(x);

    /// <inheritdoc cref="Log10(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector<double> Log10(Vector<double> x) => InDouble<DoubleLog10>.Of(x);

    /// <inheritdoc cref="Log10(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector128<float> Log10(Vector128<float> x) => InDouble<DoubleLog10>.Of(x);

    /// <inheritdoc cref="Log10(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector128<double> Log10(Vector128<double> x) => InDouble<DoubleLog10>.Of(x);

    /// <summary>The cube root.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static float Cbrt(float x) => InDouble<DoubleCbrt>.Of(x);

    /// <inheritdoc cref="Cbrt(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static double Cbrt(double x) => InDouble<DoubleCbrt>.Of(x);

    /// <inheritdoc cref="Cbrt(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector<float> Cbrt(Vector<float> x) => InDouble<DoubleCbrt>.Of(x);

    /// <inheritdoc cref="Cbrt(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector<double> Cbrt(Vector<double> x) => InDouble<DoubleCbrt>.Of(x);

    /// <inheritdoc cref="Cbrt(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector128<float> Cbrt(Vector128<float> x) => InDouble<DoubleCbrt>.Of(x);

    /// <inheritdoc cref="Cbrt(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector128<double> Cbrt(Vector128<double> x) => InDouble<DoubleCbrt>.Of(x);

    /// <summary>x^y, with the special values of IEEE 754.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static float Pow(float x, float y) => InDouble2<DoublePow>.Of(x, y);

    /// <inheritdoc cref="Pow(float, float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static double Pow(double x, double y) => InDouble2<DoublePow>.Of(x, y);

    /// <inheritdoc cref="Pow(float, float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector<float> Pow(Vector<float> x, Vector<float> y) => InDouble2<DoublePow>.Of(x, y);

    /// <inheritdoc cref="Pow(float, float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector<double> Pow(Vector<double> x, Vector<double> y) => InDouble2<DoublePow>.Of(x, y);

    /// <inheritdoc cref="Pow(float, float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector128<float> Pow(Vector128<float> x, Vector128<float> y) => InDouble2<DoublePow>.Of(x, y);

    /// <inheritdoc cref="Pow(float, float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector128<double> Pow(Vector128<double> x, Vector128<double> y) => InDouble2<DoublePow>.Of(x, y);
}
