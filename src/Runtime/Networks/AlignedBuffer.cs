using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GenNet;

/// <summary>Numbers that start at a multiple of 64 bytes and stay there: a cache line and the widest vector never straddle two.</summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class AlignedBuffer<T>
    where T : unmanaged
{
    private const int Alignment = 64;

    private readonly T[] _array;
    private readonly int _start;

    /// <summary>A buffer of <paramref name="length"/> zeros.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The length is negative, or too long for one array.</exception>
    public AlignedBuffer(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        int slack = Alignment / Unsafe.SizeOf<T>();
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, Array.MaxLength - slack);
        Length = length;

        // On the pinned heap an array is never moved, so an aligned start found once holds for its life.
        _array = GC.AllocateArray<T>(length + slack, pinned: true);
        _start = AlignedStart(_array);
    }

    /// <summary>The number of elements.</summary>
    public int Length { get; }

    /// <summary>The elements.</summary>
    public Span<T> Span
    {
        // Unchecked: where they lie in the array has been settled once. The parameters of the smallest networks are asked for several times in a step of 70 ns.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => MemoryMarshal.CreateSpan(ref Origin, Length);
    }

    /// <summary>The elements, for use on another thread.</summary>
    public Memory<T> Memory => _array.AsMemory(_start, Length);

    /// <summary>The first element.</summary>
    public ref T Origin
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_array), _start);
    }

    private static int AlignedStart(T[] array)
    {
        nint address = Marshal.UnsafeAddrOfPinnedArrayElement(array, 0);
        int bytesPast = (int)(address % Alignment);
        return bytesPast == 0 ? 0 : (Alignment - bytesPast) / Unsafe.SizeOf<T>();
    }
}
