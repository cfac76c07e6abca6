using System;
using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GenNet.CompilerServices;

/// <summary>A matrix in memory: rows of so many columns that mean something, a row every <see cref="Stride"/> numbers. Nothing is checked.</summary>
/// <remarks>
/// Rows of parameters and of a workspace are padded to whole cache lines: every vector width divides them, so loops over them have no tails.
/// Rows of the caller stand close together. So small a struct travels in two registers.
/// </remarks>
/// <param name="origin">The first number of the first row.</param>
/// <param name="columns">The columns without padding.</param>
/// <param name="stride">The distance between rows, in numbers.</param>
/// <typeparam name="T">float or double.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct Rows<T>(ref T origin, int columns, int stride)
    where T : unmanaged
{
    private readonly ref T _origin = ref origin;

    // Both sizes in one number: written apart and passed on together, they would have to wait for each other.
    private readonly ulong _sizes = (uint)columns | ((ulong)(uint)stride << 32);

    /// <summary>Rows within a buffer.</summary>
    /// <param name="buffer">The first number of the buffer.</param>
    /// <param name="offset">Where the first row begins.</param>
    /// <param name="columns">The columns without padding.</param>
    /// <param name="stride">The distance between rows, in numbers.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Rows(ref T buffer, int offset, int columns, int stride)
        : this(ref Unsafe.Add(ref buffer, offset), columns, stride)
    {
    }

    /// <summary>The caller's rows from one on, which stand close together.</summary>
    /// <param name="rows">All of them, row after row.</param>
    /// <param name="first">The first one.</param>
    /// <param name="columns">The numbers of a row.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Rows(ReadOnlySpan<T> rows, int first, int columns)
        : this(ref Unsafe.Add(ref MemoryMarshal.GetReference(rows), first * columns), columns, columns)
    {
    }

    /// <summary>The first number of the first row.</summary>
    public ref T Origin
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref _origin;
    }

    /// <summary>The columns without padding.</summary>
    public int Columns
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (int)_sizes;
    }

    /// <summary>The distance between rows, in numbers.</summary>
    public int Stride
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (int)(_sizes >> 32);
    }

    /// <summary>A number, counted from the origin.</summary>
    public ref T this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref Unsafe.Add(ref _origin, index);
    }

    /// <summary>The rows from this one on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Rows<T> From(int row) => new(ref Unsafe.Add(ref _origin, row * (nint)Stride), Columns, Stride);

    /// <summary>A vector of numbers, counted from the origin.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Load(int index) => Vector.LoadUnsafe(ref _origin, (nuint)index);

    /// <summary>Stores a vector of numbers, counted from the origin.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(int index, Vector<T> value) => value.StoreUnsafe(ref _origin, (nuint)index);
}
