using System.Runtime.CompilerServices;

namespace GenNet;

/// <summary>What kernels ask a float or a double.</summary>
internal static class Number
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsZero<T>(T value)
        where T : unmanaged
        => typeof(T) == typeof(float) ? Unsafe.BitCast<T, float>(value) == 0 : Unsafe.BitCast<T, double>(value) == 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sum<T>(T left, T right)
        where T : unmanaged
        => typeof(T) == typeof(float)
            ? Unsafe.BitCast<float, T>(Unsafe.BitCast<T, float>(left) + Unsafe.BitCast<T, float>(right))
            : Unsafe.BitCast<double, T>(Unsafe.BitCast<T, double>(left) + Unsafe.BitCast<T, double>(right));
}
