using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GenNet.CompilerServices;

/// <content>Trigonometric functions and their inverses; those of float are computed in double.</content>
public static partial class VectorMath
{
    /// <summary>The sine of an angle in radians.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static float Sin(float x) => InDouble<DoubleSin>.Of(x);

    /// <inheritdoc cref="Sin(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static double Sin(double x) => InDouble<DoubleSin>.Of(x);

    /// <inheritdoc cref="Sin(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector<float> Sin(Vector<float> x) => InDouble<DoubleSin>.Of(x);

    /// <inheritdoc cref="Sin(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector<double> Sin(Vector<double> x) => InDouble<DoubleSin>.Of(x);

    /// <inheritdoc cref="Sin(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector128<float> Sin(Vector128<float> x) => InDouble<DoubleSin>.Of(x);

    /// <inheritdoc cref="Sin(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector128<double> Sin(Vector128<double> x) => InDouble<DoubleSin>.Of(x);

    /// <summary>The cosine of an angle in radians.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static float Cos(float x) => InDouble<DoubleCos>.Of(x);

    /// <inheritdoc cref="Cos(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static double Cos(double x) => InDouble<DoubleCos>.Of(x);

    /// <inheritdoc cref="Cos(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector<float> Cos(Vector<float> x) => InDouble<DoubleCos>.Of(x);

    /// <inheritdoc cref="Cos(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector<double> Cos(Vector<double> x) => InDouble<DoubleCos>.Of(x);

    /// <inheritdoc cref="Cos(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector128<float> Cos(Vector128<float> x) => InDouble<DoubleCos>.Of(x);

    /// <inheritdoc cref="Cos(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector128<double> Cos(Vector128<double> x) => InDouble<DoubleCos>.Of(x);

    /// <summary>The tangent of an angle in radians.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static float Tan(float x) => InDouble<DoubleTan>.Of(x);

    /// <inheritdoc cref="Tan(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static double Tan(double x) => InDouble<DoubleTan>.Of(x);

    /// <inheritdoc cref="Tan(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector<float> Tan(Vector<float> x) => InDouble<DoubleTan>.Of(x);

    /// <inheritdoc cref="Tan(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector<double> Tan(Vector<double> x) => InDouble<DoubleTan>.Of(x);

    /// <inheritdoc cref="Tan(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector128<float> Tan(Vector128<float> x) => InDouble<DoubleTan>.Of(x);

    /// <inheritdoc cref="Tan(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector128<double> Tan(Vector128<double> x) => InDouble<DoubleTan>.Of(x);

    /// <summary>The angle whose sine is x; NaN outside of [-1, 1].</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static float Asin(float x) => InDouble<DoubleAsin>.Of(x);

    /// <inheritdoc cref="Asin(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static double Asin(double x) => InDouble<DoubleAsin>.Of(x);

    /// <inheritdoc cref="Asin(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector<float> Asin(Vector<float> x) => InDouble<DoubleAsin>.Of(x);

    /// <inheritdoc cref="Asin(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector<double> Asin(Vector<double> x) => InDouble<DoubleAsin>.Of(x);

    /// <inheritdoc cref="Asin(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector128<float> Asin(Vector128<float> x) => InDouble<DoubleAsin>.Of(x);

    /// <inheritdoc cref="Asin(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector128<double> Asin(Vector128<double> x) => InDouble<DoubleAsin>.Of(x);

    /// <summary>The angle whose cosine is x; NaN outside of [-1, 1].</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static float Acos(float x) => InDouble<DoubleAcos>.Of(x);

    /// <inheritdoc cref="Acos(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static double Acos(double x) => InDouble<DoubleAcos>.Of(x);

    /// <inheritdoc cref="Acos(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector<float> Acos(Vector<float> x) => InDouble<DoubleAcos>.Of(x);

    /// <inheritdoc cref="Acos(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector<double> Acos(Vector<double> x) => InDouble<DoubleAcos>.Of(x);

    /// <inheritdoc cref="Acos(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector128<float> Acos(Vector128<float> x) => InDouble<DoubleAcos>.Of(x);

    /// <inheritdoc cref="Acos(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector128<double> Acos(Vector128<double> x) => InDouble<DoubleAcos>.Of(x);

    /// <summary>The angle whose tangent is x.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static float Atan(float x) => InDouble<DoubleAtan>.Of(x);

    /// <inheritdoc cref="Atan(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static double Atan(double x) => InDouble<DoubleAtan>.Of(x);

    /// <inheritdoc cref="Atan(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector<float> Atan(Vector<float> x) => InDouble<DoubleAtan>.Of(x);

    /// <inheritdoc cref="Atan(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector<double> Atan(Vector<double> x) => InDouble<DoubleAtan>.Of(x);

    /// <inheritdoc cref="Atan(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector128<float> Atan(Vector128<float> x) => InDouble<DoubleAtan>.Of(x);

    /// <inheritdoc cref="Atan(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector128<double> Atan(Vector128<double> x) => InDouble<DoubleAtan>.Of(x);

    /// <summary>The angle of the point (x, y), in all four quadrants.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static float Atan2(float y, float x) => InDouble2<DoubleAtan2>.Of(y, x);

    /// <inheritdoc cref="Atan2(float, float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static double Atan2(double y, double x) => InDouble2<DoubleAtan2>.Of(y, x);

    /// <inheritdoc cref="Atan2(float, float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector<float> Atan2(Vector<float> y, Vector<float> x) => InDouble2<DoubleAtan2>.Of(y, x);

    /// <inheritdoc cref="Atan2(float, float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector<double> Atan2(Vector<double> y, Vector<double> x) => InDouble2<DoubleAtan2>.Of(y, x);

    /// <inheritdoc cref="Atan2(float, float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector128<float> Atan2(Vector128<float> y, Vector128<float> x) => InDouble2<DoubleAtan2>.Of(y, x);

    /// <inheritdoc cref="Atan2(float, float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector128<double> Atan2(Vector128<double> y, Vector128<double> x) => InDouble2<DoubleAtan2>.Of(y, x);
}
