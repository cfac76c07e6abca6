using System.Runtime.CompilerServices;

namespace GenNet.CompilerServices;

/// <content>Functions of many numbers: twice as many at a time where the processor has 512 bits, which a loop of the caller's over its vectors has not.</content>
public static partial class VectorMath
{
    /// <summary>The hyperbolic tangent of so many numbers, a whole number of cache lines; both may be the same memory.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Tanh(int count, Rows<float> x, Rows<float> y) => Single<SingleTanh>(count, ref x.Origin, ref y.Origin);

    /// <inheritdoc cref="Tanh(int, Rows{float}, Rows{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Tanh(int count, Rows<double> x, Rows<double> y) => Double<DoubleTanh>(count, ref x.Origin, ref y.Origin);

    /// <summary>The logistic function of so many numbers, a whole number of cache lines; both may be the same memory.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Sigmoid(int count, Rows<float> x, Rows<float> y) => Single<SingleSigmoid>(count, ref x.Origin, ref y.Origin);

    /// <inheritdoc cref="Sigmoid(int, Rows{float}, Rows{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Sigmoid(int count, Rows<double> x, Rows<double> y) => Double<DoubleSigmoid>(count, ref x.Origin, ref y.Origin);

    /// <summary>log(1 + e^x) of so many numbers, a whole number of cache lines; both may be the same memory.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Softplus(int count, Rows<float> x, Rows<float> y) => Single<SingleSoftplus>(count, ref x.Origin, ref y.Origin);

    /// <inheritdoc cref="Softplus(int, Rows{float}, Rows{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Softplus(int count, Rows<double> x, Rows<double> y) => Double<DoubleSoftplus>(count, ref x.Origin, ref y.Origin);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Single<TFunction>(int count, ref float x, ref float y)
        where TFunction : struct, IRowFunction<float>
    {
        if (Simd.Use512)
            RowFunction<TFunction, Lanes512<float>, float>.Run(count, ref x, ref y);
        else
            RowFunction<TFunction, LanesAny<float>, float>.Run(count, ref x, ref y);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Double<TFunction>(int count, ref double x, ref double y)
        where TFunction : struct, IRowFunction<double>
    {
        if (Simd.Use512)
            RowFunction<TFunction, Lanes512<double>, double>.Run(count, ref x, ref y);
        else
            RowFunction<TFunction, LanesAny<double>, double>.Run(count, ref x, ref y);
    }
}
