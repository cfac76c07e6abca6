using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GenNet;

/// <content>What kernels need.</content>
internal readonly partial struct LanesAny<T> : IKernelLanes<LanesAny<T>, T>
{
    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector<T>.Count;
    }

    // Six rows by two vectors leave four of the sixteen registers of AVX2 for the factors.
    public static int TileRows
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 6;
    }

    public static int DepthBlock
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 256;
    }

    public static LanesAny<T> Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Vector<T>.Zero);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanesAny<T> Load(ref T origin, nint offset) => new(Vector.LoadUnsafe(ref origin, (nuint)offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanesAny<T> Spread(ref T origin, nint bytes) => new(Vector.Create(Unsafe.AddByteOffset(ref origin, bytes)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(LanesAny<T> value, ref T origin, nint offset) => value.Value.StoreUnsafe(ref origin, (nuint)offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Accumulate(ref LanesAny<T> sum, LanesAny<T> left, LanesAny<T> right)
    {
        if (typeof(T) == typeof(float))
            Unsafe.As<LanesAny<T>, Vector<float>>(ref sum) = Vector.MultiplyAddEstimate(left.Value.As<T, float>(), right.Value.As<T, float>(), sum.Value.As<T, float>());
        else
            Unsafe.As<LanesAny<T>, Vector<double>>(ref sum) = Vector.MultiplyAddEstimate(left.Value.As<T, double>(), right.Value.As<T, double>(), sum.Value.As<T, double>());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Accumulate(ref LanesAny<T> sum, T left, LanesAny<T> right)
    {
        if (typeof(T) == typeof(float))
            Unsafe.As<LanesAny<T>, Vector<float>>(ref sum) = Vector.MultiplyAddEstimate(Vector.Create(left).As<T, float>(), right.Value.As<T, float>(), sum.Value.As<T, float>());
        else
            Unsafe.As<LanesAny<T>, Vector<double>>(ref sum) = Vector.MultiplyAddEstimate(Vector.Create(left).As<T, double>(), right.Value.As<T, double>(), sum.Value.As<T, double>());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreSum(LanesAny<T> left, ref T right, ref T result, nint offset) =>
        (Vector.LoadUnsafe(ref right, (nuint)offset) + left.Value).StoreUnsafe(ref result, (nuint)offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanesAny<T> First(int count) => typeof(T) == typeof(float)
        ? new(Vector.LessThan<float>(Vector<float>.Indices, Vector.Create((float)count)).As<float, T>())
        : new(Vector.LessThan<double>(Vector<double>.Indices, Vector.Create((double)count)).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanesAny<T> Max(LanesAny<T> left, LanesAny<T> right) => new(Vector.MaxNative(left.Value, right.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Max(LanesAny<T> value)
    {
        if (Vector<T>.Count == Vector128<T>.Count)
            return LanesReduction.Max(value.Value.AsVector128());
        Vector256<T> all = value.Value.AsVector256();
        return LanesReduction.Max(Vector128.MaxNative(all.GetLower(), all.GetUpper()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sum(LanesAny<T> value) => Vector.Sum(value.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreSums(LanesAny<T> value0, LanesAny<T> value1, LanesAny<T> value2, LanesAny<T> value3, ref T result) =>
        LanesReduction.StoreSums(Folded(value0), Folded(value1), Folded(value2), Folded(value3), ref result);

    /// <summary>Sums of lanes, as many as 128 bits hold.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<T> Folded(LanesAny<T> value) => Vector<T>.Count == Vector128<T>.Count
        ? value.Value.AsVector128()
        : value.Value.AsVector256().GetLower() + value.Value.AsVector256().GetUpper();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanesAny<T> Exp(LanesAny<T> x) => typeof(T) == typeof(float)
        ? new(SingleFunctions.Exp(new LanesAny<float>(x.Value.As<T, float>())).Value.As<float, T>())
        : new(DoubleFunctions.Exp(new LanesAny<double>(x.Value.As<T, double>())).Value.As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanesAny<T> Log(LanesAny<T> x) => typeof(T) == typeof(float)
        ? new(SingleFunctions.Log(new LanesAny<float>(x.Value.As<T, float>())).Value.As<float, T>())
        : new(DoubleFunctions.Log(new LanesAny<double>(x.Value.As<T, double>())).Value.As<double, T>());
}
