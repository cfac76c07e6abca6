using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GenNet;

/// <summary>A single number, for what is too narrow for a vector.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal readonly struct OneLane<T>(Lanes128<T> value) : IWindowLanes<OneLane<T>, T>
    where T : unmanaged
{
    private readonly Lanes128<T> _value = value;

    public static int Count => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane<T> All(T value) => new(Lanes128<T>.All(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane<T> operator +(OneLane<T> left, OneLane<T> right) => new(left._value + right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane<T> operator *(OneLane<T> left, OneLane<T> right) => new(left._value * right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane<T> operator &(OneLane<T> left, OneLane<T> right) => new(left._value & right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane<T> operator |(OneLane<T> left, OneLane<T> right) => new(left._value | right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane<T> AndNot(OneLane<T> value, OneLane<T> mask) => new(Lanes128<T>.AndNot(value._value, mask._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane<T> Less(OneLane<T> left, OneLane<T> right) => new(Lanes128<T>.Less(left._value, right._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane<T> Max(OneLane<T> left, OneLane<T> right) => new(Lanes128<T>.Max(left._value, right._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane<T> First(int count) => new(Lanes128<T>.First(count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane<T> Load(ref T origin, nint offset) => new(new Lanes128<T>(Vector128.CreateScalarUnsafe(Unsafe.Add(ref origin, offset))));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(OneLane<T> value, ref T origin, nint offset) => Unsafe.Add(ref origin, offset) = value._value.Value.ToScalar();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane<T> Even(OneLane<T> first, OneLane<T> second) => first;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane<T> Odd(OneLane<T> first, OneLane<T> second) => second;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane<T> LowPairs(OneLane<T> even, OneLane<T> odd) => even;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane<T> HighPairs(OneLane<T> even, OneLane<T> odd) => odd;
}
