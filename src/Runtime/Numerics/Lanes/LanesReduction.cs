using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GenNet;

/// <summary>The ends of sums and searches over the lanes of vectors, when 128 bits are left.</summary>
internal static class LanesReduction
{
    /// <summary>The greatest lane; any of them if one of them is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Max<T>(Vector128<T> value)
    {
        value = Vector128.MaxNative(value, Vector128.Shuffle(value.AsInt64(), Vector128.Create(1, 0)).As<long, T>());
        if (Vector128<T>.Count == 4)
            value = Vector128.MaxNative(value, Vector128.Shuffle(value.AsInt32(), Vector128.Create(1, 0, 3, 2)).As<int, T>());
        return value.ToScalar();
    }

    /// <summary>The sums of the lanes of four vectors, one behind the other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreSums<T>(Vector128<T> value0, Vector128<T> value1, Vector128<T> value2, Vector128<T> value3, ref T result)
        where T : unmanaged
    {
        if (!Interleaved.IsSupported)
        {
            result = Vector128.Sum(value0);
            Unsafe.Add(ref result, 1) = Vector128.Sum(value1);
            Unsafe.Add(ref result, 2) = Vector128.Sum(value2);
            Unsafe.Add(ref result, 3) = Vector128.Sum(value3);
        }
        else if (typeof(T) == typeof(float))
        {
            // Neighbours are interleaved and added, then pairs of them.
            Vector128<double> low = Pairs(value0.AsSingle(), value1.AsSingle()).AsDouble(), high = Pairs(value2.AsSingle(), value3.AsSingle()).AsDouble();
            (Interleaved.Low(low, high).AsSingle() + Interleaved.High(low, high).AsSingle()).StoreUnsafe(ref Unsafe.As<T, float>(ref result));
        }
        else
        {
            Pairs(value0.AsDouble(), value1.AsDouble()).StoreUnsafe(ref Unsafe.As<T, double>(ref result));
            Pairs(value2.AsDouble(), value3.AsDouble()).StoreUnsafe(ref Unsafe.As<T, double>(ref result), 2);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Pairs(Vector128<float> left, Vector128<float> right) => Interleaved.Low(left, right) + Interleaved.High(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> Pairs(Vector128<double> left, Vector128<double> right) => Interleaved.Low(left, right) + Interleaved.High(left, right);
}
