using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GenNet;

/// <summary>Sums over floats or doubles that are taken in double, and the test for what is not finite.</summary>
internal static class WideSums
{
    /// <summary>The squares of a vector, added up in pairs where floats are widened.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Squares<T>(Vector<T> numbers)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (typeof(T) == typeof(double))
            return Vector.As<T, double>(numbers) * Vector.As<T, double>(numbers);
        Vector.Widen(Vector.As<T, float>(numbers), out Vector<double> low, out Vector<double> high);
        return low * low + high * high;
    }

    /// <summary>The absolute values of a vector, added up in pairs where floats are widened.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Absolutes<T>(Vector<T> numbers)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (typeof(T) == typeof(double))
            return Vector.Abs(Vector.As<T, double>(numbers));
        Vector.Widen(Vector.As<T, float>(numbers), out Vector<double> low, out Vector<double> high);
        return Vector.Abs(low) + Vector.Abs(high);
    }

    /// <summary>The sum of the squares.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double SumOfSquares<T>(ReadOnlySpan<T> numbers)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ref T origin = ref MemoryMarshal.GetReference(numbers);
        Vector<double> sums = default;
        int i = 0;
        for (; i <= numbers.Length - Vector<T>.Count; i += Vector<T>.Count)
            sums += Squares(Vector.LoadUnsafe(ref origin, (nuint)i));
        double sum = Vector.Sum(sums);
        for (; i < numbers.Length; i++)
        {
            double number = double.CreateTruncating(numbers[i]);
            sum += number * number;
        }

        return sum;
    }

    /// <summary>Whether no number is NaN or infinite.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool AllFinite<T>(ReadOnlySpan<T> numbers)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ref T origin = ref MemoryMarshal.GetReference(numbers);

        // x - x is 0 for a number, NaN for NaN and the infinities; and once NaN, always NaN.
        Vector<T> finite = default;
        int i = 0;
        for (; i <= numbers.Length - Vector<T>.Count; i += Vector<T>.Count)
        {
            Vector<T> vector = Vector.LoadUnsafe(ref origin, (nuint)i);
            finite += vector - vector;
        }

        bool all = Vector.EqualsAll(finite, Vector<T>.Zero);
        for (; i < numbers.Length; i++)
            all &= T.IsFinite(numbers[i]);
        return all;
    }
}
