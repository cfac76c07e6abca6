using System.Numerics;
using System.Runtime.CompilerServices;

namespace GenNet;

/// <summary>As many lanes as <see cref="Vector{T}"/> has on this machine.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal readonly partial struct LanesAny<T>(Vector<T> value) : ILanes<LanesAny<T>, T>
    where T : unmanaged
{
    public readonly Vector<T> Value = value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanesAny<T> All(T value) => new(Vector.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanesAny<T> operator +(LanesAny<T> left, LanesAny<T> right) => new(left.Value + right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanesAny<T> operator -(LanesAny<T> left, LanesAny<T> right) => new(left.Value - right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanesAny<T> operator *(LanesAny<T> left, LanesAny<T> right) => new(left.Value * right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanesAny<T> operator /(LanesAny<T> left, LanesAny<T> right) => new(left.Value / right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanesAny<T> operator &(LanesAny<T> left, LanesAny<T> right) => new(left.Value & right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanesAny<T> operator |(LanesAny<T> left, LanesAny<T> right) => new(left.Value | right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanesAny<T> AndNot(LanesAny<T> value, LanesAny<T> mask) => new(Vector.AndNot(value.Value, mask.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanesAny<T> MultiplyAdd(LanesAny<T> left, LanesAny<T> right, LanesAny<T> addend) => typeof(T) == typeof(float)
        ? new(Vector.MultiplyAddEstimate(left.Value.As<T, float>(), right.Value.As<T, float>(), addend.Value.As<T, float>()).As<float, T>())
        : new(Vector.MultiplyAddEstimate(left.Value.As<T, double>(), right.Value.As<T, double>(), addend.Value.As<T, double>()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanesAny<T> Sqrt(LanesAny<T> value) => new(Vector.SquareRoot(value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanesAny<T> Less(LanesAny<T> left, LanesAny<T> right) => new(Vector.LessThan(left.Value, right.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanesAny<T> Equal(LanesAny<T> left, LanesAny<T> right) => new(Vector.Equals(left.Value, right.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanesAny<T> Select(LanesAny<T> mask, LanesAny<T> ifSet, LanesAny<T> ifNot) =>
        new(Vector.ConditionalSelect(mask.Value, ifSet.Value, ifNot.Value));

    // Native maxima take the second operand where one of the two is NaN, or NaN itself: both give back a value that is none.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanesAny<T> AtLeast(LanesAny<T> value, LanesAny<T> bound) => new(Vector.MaxNative(bound.Value, value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanesAny<T> AtMost(LanesAny<T> value, LanesAny<T> bound) => new(Vector.MinNative(bound.Value, value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanesAny<T> ShiftLeft(LanesAny<T> value, int count) => typeof(T) == typeof(float)
        ? new((value.Value.As<T, uint>() << count).As<uint, T>())
        : new((value.Value.As<T, ulong>() << count).As<ulong, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanesAny<T> ShiftRight(LanesAny<T> value, int count) => typeof(T) == typeof(float)
        ? new((value.Value.As<T, uint>() >>> count).As<uint, T>())
        : new((value.Value.As<T, ulong>() >>> count).As<ulong, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanesAny<T> AddBits(LanesAny<T> left, LanesAny<T> right) => typeof(T) == typeof(float)
        ? new((left.Value.As<T, uint>() + right.Value.As<T, uint>()).As<uint, T>())
        : new((left.Value.As<T, ulong>() + right.Value.As<T, ulong>()).As<ulong, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanesAny<T> SubtractBits(LanesAny<T> left, LanesAny<T> right) => typeof(T) == typeof(float)
        ? new((left.Value.As<T, uint>() - right.Value.As<T, uint>()).As<uint, T>())
        : new((left.Value.As<T, ulong>() - right.Value.As<T, ulong>()).As<ulong, T>());
}
