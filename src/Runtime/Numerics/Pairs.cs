using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GenNet;

/// <summary>Numbers in pairs that fill two vectors: the first of each pair, the second of each, and the way back.</summary>
/// <remarks>128 bits work on any processor; who calls the others has asked for AVX2 or AVX-512.</remarks>
internal static class Pairs
{
    /// <summary>The four quarters of a vector, the inner two exchanged.</summary>
    private const byte InnerExchanged = 0b11_01_10_00;

    /// <summary>The first numbers of all pairs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Even<T>(Vector128<T> a, Vector128<T> b)
    {
        if (typeof(T) == typeof(double))
            return Low(a, b);
        return Sse.IsSupported ? Sse.Shuffle(a.AsSingle(), b.AsSingle(), 0b10_00_10_00).As<float, T>() : Vector128.Narrow(a.AsUInt64(), b.AsUInt64()).As<uint, T>();
    }

    /// <summary>The second numbers of all pairs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Odd<T>(Vector128<T> a, Vector128<T> b)
    {
        if (typeof(T) == typeof(double))
            return High(a, b);
        return Sse.IsSupported
            ? Sse.Shuffle(a.AsSingle(), b.AsSingle(), 0b11_01_11_01).As<float, T>()
            : Vector128.Narrow(a.AsUInt64() >>> 32, b.AsUInt64() >>> 32).As<uint, T>();
    }

    /// <summary>The first half of the pairs that have their first numbers in a and their second in b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Low<T>(Vector128<T> a, Vector128<T> b)
    {
        if (typeof(T) == typeof(double))
            return Vector128.Create(a.GetLower(), b.GetLower());
        return Interleaved.IsSupported
            ? Interleaved.Low(a.AsSingle(), b.AsSingle()).As<float, T>()
            : Vector128.Create(a.AsSingle()[0], b.AsSingle()[0], a.AsSingle()[1], b.AsSingle()[1]).As<float, T>();
    }

    /// <summary>The second half of these pairs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> High<T>(Vector128<T> a, Vector128<T> b)
    {
        if (typeof(T) == typeof(double))
            return Vector128.Create(a.GetUpper(), b.GetUpper());
        return Interleaved.IsSupported
            ? Interleaved.High(a.AsSingle(), b.AsSingle()).As<float, T>()
            : Vector128.Create(a.AsSingle()[2], b.AsSingle()[2], a.AsSingle()[3], b.AsSingle()[3]).As<float, T>();
    }

    /// <inheritdoc cref="Even{T}(Vector128{T}, Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Even<T>(Vector256<T> a, Vector256<T> b)
    {
        // In each half of 128 bits by itself, then the halves together.
        Vector256<double> halves = typeof(T) == typeof(double) ? Avx.UnpackLow(a.AsDouble(), b.AsDouble()) : Avx.Shuffle(a.AsSingle(), b.AsSingle(), 0b10_00_10_00).AsDouble();
        return Avx2.Permute4x64(halves, InnerExchanged).As<double, T>();
    }

    /// <inheritdoc cref="Odd{T}(Vector128{T}, Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Odd<T>(Vector256<T> a, Vector256<T> b)
    {
        Vector256<double> halves = typeof(T) == typeof(double) ? Avx.UnpackHigh(a.AsDouble(), b.AsDouble()) : Avx.Shuffle(a.AsSingle(), b.AsSingle(), 0b11_01_11_01).AsDouble();
        return Avx2.Permute4x64(halves, InnerExchanged).As<double, T>();
    }

    /// <inheritdoc cref="Low{T}(Vector128{T}, Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Low<T>(Vector256<T> a, Vector256<T> b) => typeof(T) == typeof(double)
        ? Avx.Permute2x128(Avx.UnpackLow(a.AsDouble(), b.AsDouble()), Avx.UnpackHigh(a.AsDouble(), b.AsDouble()), 0x20).As<double, T>()
        : Avx.Permute2x128(Avx.UnpackLow(a.AsSingle(), b.AsSingle()), Avx.UnpackHigh(a.AsSingle(), b.AsSingle()), 0x20).As<float, T>();

    /// <inheritdoc cref="High{T}(Vector128{T}, Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> High<T>(Vector256<T> a, Vector256<T> b) => typeof(T) == typeof(double)
        ? Avx.Permute2x128(Avx.UnpackLow(a.AsDouble(), b.AsDouble()), Avx.UnpackHigh(a.AsDouble(), b.AsDouble()), 0x31).As<double, T>()
        : Avx.Permute2x128(Avx.UnpackLow(a.AsSingle(), b.AsSingle()), Avx.UnpackHigh(a.AsSingle(), b.AsSingle()), 0x31).As<float, T>();

    /// <inheritdoc cref="Even{T}(Vector128{T}, Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Even<T>(Vector512<T> a, Vector512<T> b) => typeof(T) == typeof(double)
        ? Avx512F.PermuteVar8x64x2(a.AsDouble(), Vector512.Create(0L, 2, 4, 6, 8, 10, 12, 14), b.AsDouble()).As<double, T>()
        : Avx512F.PermuteVar16x32x2(a.AsSingle(), Vector512.Create(0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30), b.AsSingle()).As<float, T>();

    /// <inheritdoc cref="Odd{T}(Vector128{T}, Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Odd<T>(Vector512<T> a, Vector512<T> b) => typeof(T) == typeof(double)
        ? Avx512F.PermuteVar8x64x2(a.AsDouble(), Vector512.Create(1L, 3, 5, 7, 9, 11, 13, 15), b.AsDouble()).As<double, T>()
        : Avx512F.PermuteVar16x32x2(a.AsSingle(), Vector512.Create(1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31), b.AsSingle()).As<float, T>();

    /// <inheritdoc cref="Low{T}(Vector128{T}, Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Low<T>(Vector512<T> a, Vector512<T> b) => typeof(T) == typeof(double)
        ? Avx512F.PermuteVar8x64x2(a.AsDouble(), Vector512.Create(0L, 8, 1, 9, 2, 10, 3, 11), b.AsDouble()).As<double, T>()
        : Avx512F.PermuteVar16x32x2(a.AsSingle(), Vector512.Create(0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23), b.AsSingle()).As<float, T>();

    /// <inheritdoc cref="High{T}(Vector128{T}, Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> High<T>(Vector512<T> a, Vector512<T> b) => typeof(T) == typeof(double)
        ? Avx512F.PermuteVar8x64x2(a.AsDouble(), Vector512.Create(4L, 12, 5, 13, 6, 14, 7, 15), b.AsDouble()).As<double, T>()
        : Avx512F.PermuteVar16x32x2(a.AsSingle(), Vector512.Create(8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31), b.AsSingle()).As<float, T>();
}
