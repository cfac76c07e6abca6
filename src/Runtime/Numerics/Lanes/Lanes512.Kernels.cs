using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GenNet;

/// <content>What kernels need.</content>
internal readonly partial struct Lanes512<T> : IKernelLanes<Lanes512<T>, T>
{
    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512<T>.Count;
    }

    // There are thirty-two registers, so a tile can have more rows.
    public static int TileRows
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 8;
    }

    public static int DepthBlock
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 192;
    }

    public static Lanes512<T> Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Vector512<T>.Zero);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Load(ref T origin, nint offset) => new(Vector512.LoadUnsafe(ref origin, (nuint)offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Spread(ref T origin, nint bytes) => new(Vector512.Create(Unsafe.AddByteOffset(ref origin, bytes)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes512<T> value, ref T origin, nint offset) => value.Value.StoreUnsafe(ref origin, (nuint)offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Accumulate(ref Lanes512<T> sum, Lanes512<T> left, Lanes512<T> right)
    {
        if (typeof(T) == typeof(float))
            Unsafe.As<Lanes512<T>, Vector512<float>>(ref sum) = Vector512.MultiplyAddEstimate(left.Value.As<T, float>(), right.Value.As<T, float>(), sum.Value.As<T, float>());
        else
            Unsafe.As<Lanes512<T>, Vector512<double>>(ref sum) = Vector512.MultiplyAddEstimate(left.Value.As<T, double>(), right.Value.As<T, double>(), sum.Value.As<T, double>());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Accumulate(ref Lanes512<T> sum, T left, Lanes512<T> right)
    {
        if (typeof(T) == typeof(float))
            Unsafe.As<Lanes512<T>, Vector512<float>>(ref sum) = Vector512.MultiplyAddEstimate(Vector512.Create(left).As<T, float>(), right.Value.As<T, float>(), sum.Value.As<T, float>());
        else
            Unsafe.As<Lanes512<T>, Vector512<double>>(ref sum) = Vector512.MultiplyAddEstimate(Vector512.Create(left).As<T, double>(), right.Value.As<T, double>(), sum.Value.As<T, double>());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreSum(Lanes512<T> left, ref T right, ref T result, nint offset) =>
        (Vector512.LoadUnsafe(ref right, (nuint)offset) + left.Value).StoreUnsafe(ref result, (nuint)offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> First(int count) => typeof(T) == typeof(float)
        ? new(Vector512.LessThan<float>(Vector512<float>.Indices, Vector512.Create((float)count)).As<float, T>())
        : new(Vector512.LessThan<double>(Vector512<double>.Indices, Vector512.Create((double)count)).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Max(Lanes512<T> left, Lanes512<T> right) => new(Vector512.MaxNative(left.Value, right.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Max(Lanes512<T> value)
    {
        Vector256<T> half = Vector256.MaxNative(value.Value.GetLower(), value.Value.GetUpper());
        return LanesReduction.Max(Vector128.MaxNative(half.GetLower(), half.GetUpper()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sum(Lanes512<T> value) => Vector512.Sum(value.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreSums(Lanes512<T> value0, Lanes512<T> value1, Lanes512<T> value2, Lanes512<T> value3, ref T result) =>
        LanesReduction.StoreSums(Folded(value0), Folded(value1), Folded(value2), Folded(value3), ref result);

    /// <summary>Sums of lanes, as many as 128 bits hold.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<T> Folded(Lanes512<T> value)
    {
        Vector256<T> half = value.Value.GetLower() + value.Value.GetUpper();
        return half.GetLower() + half.GetUpper();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Exp(Lanes512<T> x) => typeof(T) == typeof(float)
        ? new(SingleFunctions.Exp(new Lanes512<float>(x.Value.As<T, float>())).Value.As<float, T>())
        : new(DoubleFunctions.Exp(new Lanes512<double>(x.Value.As<T, double>())).Value.As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Log(Lanes512<T> x) => typeof(T) == typeof(float)
        ? new(SingleFunctions.Log(new Lanes512<float>(x.Value.As<T, float>())).Value.As<float, T>())
        : new(DoubleFunctions.Log(new Lanes512<double>(x.Value.As<T, double>())).Value.As<double, T>());
}
