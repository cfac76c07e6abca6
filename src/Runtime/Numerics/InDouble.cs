using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GenNet;

/// <summary>A function of one number of every width, computed in double: of float the result is that of double, rounded.</summary>
/// <typeparam name="TFunction">The function.</typeparam>
internal static class InDouble<TFunction>
    where TFunction : struct, IDoubleFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Of(double x) => Math.Abs(x) > TFunction.Limit ? TFunction.Beyond(x) : TFunction.Of(Lanes128<double>.All(x)).Value.ToScalar();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Of(float x) => (float)Of((double)x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Of(Vector<double> x)
    {
        Vector<double> y = TFunction.Of(new LanesAny<double>(x)).Value;
        return !double.IsPositiveInfinity(TFunction.Limit) && Vector.GreaterThanAny(Vector.Abs(x), Vector.Create(TFunction.Limit)) ? Beyond(x, y) : y;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Of(Vector<float> x)
    {
        Vector.Widen(x, out Vector<double> low, out Vector<double> high);
        return Vector.Narrow(Of(low), Of(high));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Of(Vector128<double> x)
    {
        Vector128<double> y = TFunction.Of(new Lanes128<double>(x)).Value;
        return !double.IsPositiveInfinity(TFunction.Limit) && Vector128.GreaterThanAny(Vector128.Abs(x), Vector128.Create(TFunction.Limit))
            ? Vector128.Create(Of(x[0]), Of(x[1]))
            : y;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Of(Vector128<float> x)
    {
        (Vector128<double> low, Vector128<double> high) = Vector128.Widen(x);
        return Vector128.Narrow(Of(low), Of(high));
    }

    /// <summary>The lanes beyond the limit, each by itself.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector<double> Beyond(Vector<double> x, Vector<double> y)
    {
        for (int i = 0; i < Vector<double>.Count; i++)
        {
            if (Math.Abs(x[i]) > TFunction.Limit)
                y = y.WithElement(i, TFunction.Beyond(x[i]));
        }

        return y;
    }
}

/// <summary>A function of two numbers of every width, computed in double.</summary>
/// <typeparam name="TFunction">The function.</typeparam>
internal static class InDouble2<TFunction>
    where TFunction : struct, IDoubleFunction2
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Of(double first, double second) =>
        TFunction.Of(Lanes128<double>.All(first), Lanes128<double>.All(second)).Value.ToScalar();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Of(float first, float second) => (float)Of((double)first, second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Of(Vector<double> first, Vector<double> second) =>
        TFunction.Of(new LanesAny<double>(first), new LanesAny<double>(second)).Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Of(Vector<float> first, Vector<float> second)
    {
        Vector.Widen(first, out Vector<double> low, out Vector<double> high);
        Vector.Widen(second, out Vector<double> secondLow, out Vector<double> secondHigh);
        return Vector.Narrow(Of(low, secondLow), Of(high, secondHigh));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Of(Vector128<double> first, Vector128<double> second) =>
        TFunction.Of(new Lanes128<double>(first), new Lanes128<double>(second)).Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Of(Vector128<float> first, Vector128<float> second)
    {
        (Vector128<double> low, Vector128<double> high) = Vector128.Widen(first);
        (Vector128<double> secondLow, Vector128<double> secondHigh) = Vector128.Widen(second);
        return Vector128.Narrow(Of(low, secondLow), Of(high, secondHigh));
    }
}
