using System.Numerics;
using System.Runtime.Intrinsics;

namespace GenNet.CompilerServices;

/// <content>The sign: -1, 0 or 1; NaN stays NaN. It is the derivative of |x|, with 0 at the kink.</content>
public static partial class VectorMath
{
    /// <summary>The sign of x.</summary>
    public static float Sign(float x) => x > 0 ? 1 : x < 0 ? -1 : x;

    /// <summary>The sign of x.</summary>
    public static double Sign(double x) => x > 0 ? 1 : x < 0 ? -1 : x;

    /// <summary>The sign of each lane.</summary>
    public static Vector<float> Sign(Vector<float> x) => Vector.ConditionalSelect(
        Vector.GreaterThan(x, Vector<float>.Zero), Vector<float>.One,
        Vector.ConditionalSelect(Vector.LessThan(x, Vector<float>.Zero), -Vector<float>.One, x));

    /// <summary>The sign of each lane.</summary>
    public static Vector<double> Sign(Vector<double> x) => Vector.ConditionalSelect(
        Vector.GreaterThan(x, Vector<double>.Zero), Vector<double>.One,
        Vector.ConditionalSelect(Vector.LessThan(x, Vector<double>.Zero), -Vector<double>.One, x));

    /// <summary>The sign of each lane.</summary>
    public static Vector512<float> Sign(Vector512<float> x) => Vector512.ConditionalSelect(
        Vector512.GreaterThan(x, Vector512<float>.Zero), Vector512<float>.One,
        Vector512.ConditionalSelect(Vector512.LessThan(x, Vector512<float>.Zero), -Vector512<float>.One, x));

    /// <summary>The sign of each lane.</summary>
    public static Vector512<double> Sign(Vector512<double> x) => Vector512.ConditionalSelect(
        Vector512.GreaterThan(x, Vector512<double>.Zero), Vector512<double>.One,
        Vector512.ConditionalSelect(Vector512.LessThan(x, Vector512<double>.Zero), -Vector512<double>.One, x));
}
