using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GenNet;

/// <content>What windows over images need.</content>
internal readonly partial struct Lanes128<T> : IWindowLanes<Lanes128<T>, T>
{
    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector128<T>.Count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Load(ref T origin, nint offset) => new(Vector128.LoadUnsafe(ref origin, (nuint)offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes128<T> value, ref T origin, nint offset) => value.Value.StoreUnsafe(ref origin, (nuint)offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> First(int count) => typeof(T) == typeof(float)
        ? new(Vector128.LessThan(Vector128<float>.Indices, Vector128.Create((float)count)).As<float, T>())
        : new(Vector128.LessThan(Vector128<double>.Indices, Vector128.Create((double)count)).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Max(Lanes128<T> left, Lanes128<T> right) => new(Vector128.MaxNative(left.Value, right.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Even(Lanes128<T> first, Lanes128<T> second) => new(Pairs.Even(first.Value, second.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Odd(Lanes128<T> first, Lanes128<T> second) => new(Pairs.Odd(first.Value, second.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> LowPairs(Lanes128<T> even, Lanes128<T> odd) => new(Pairs.Low(even.Value, odd.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> HighPairs(Lanes128<T> even, Lanes128<T> odd) => new(Pairs.High(even.Value, odd.Value));
}
