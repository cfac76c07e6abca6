using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GenNet.CompilerServices;

/// <summary>
/// Neighbouring samples side by side in a vector, one in each lane. A batch that ends within a vector has its last row in the
/// lanes that are left over; these are not stored, and weigh nothing.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SampleLanes
{
    /// <summary>One column of the rows from <paramref name="row"/> on.</summary>
    /// <param name="rows">A matrix of n rows; its length is not checked.</param>
    /// <param name="row">The row of the first lane.</param>
    /// <param name="n">The number of rows.</param>
    /// <param name="columns">The number of columns.</param>
    /// <param name="column">The column.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Load(ReadOnlySpan<float> rows, int row, int n, int columns, int column)
    {
        ref float origin = ref MemoryMarshal.GetReference(rows);
        if (row + 4 > n)
            return LoadLast(ref origin, row, n, columns, column);
        ref float first = ref Unsafe.Add(ref origin, row * columns + column);
        return Vector128.Create(first, Unsafe.Add(ref first, columns), Unsafe.Add(ref first, 2 * columns), Unsafe.Add(ref first, 3 * columns));
    }

    /// <inheritdoc cref="Load(ReadOnlySpan{float}, int, int, int, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Load(ReadOnlySpan<double> rows, int row, int n, int columns, int column)
    {
        ref double origin = ref MemoryMarshal.GetReference(rows);
        return Vector128.Create(
            Unsafe.Add(ref origin, row * columns + column),
            Unsafe.Add(ref origin, Math.Min(row + 1, n - 1) * columns + column));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector128<float> LoadLast(ref float origin, int row, int n, int columns, int column) => Vector128.Create(
        Unsafe.Add(ref origin, row * columns + column),
        Unsafe.Add(ref origin, Math.Min(row + 1, n - 1) * columns + column),
        Unsafe.Add(ref origin, Math.Min(row + 2, n - 1) * columns + column),
        Unsafe.Add(ref origin, (n - 1) * columns + column));

    /// <summary>Stores one column of the rows from <paramref name="row"/> on, as far as there are rows.</summary>
    /// <param name="values">A number for each row.</param>
    /// <param name="rows">A matrix of n rows; its length is not checked.</param>
    /// <param name="row">The row of the first lane.</param>
    /// <param name="n">The number of rows.</param>
    /// <param name="columns">The number of columns.</param>
    /// <param name="column">The column.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector128<float> values, Span<float> rows, int row, int n, int columns, int column)
    {
        ref float origin = ref MemoryMarshal.GetReference(rows);
        Unsafe.Add(ref origin, row * columns + column) = values[0];
        if (row + 1 < n)
            Unsafe.Add(ref origin, (row + 1) * columns + column) = values[1];
        if (row + 2 < n)
            Unsafe.Add(ref origin, (row + 2) * columns + column) = values[2];
        if (row + 3 < n)
            Unsafe.Add(ref origin, (row + 3) * columns + column) = values[3];
    }

    /// <inheritdoc cref="Store(Vector128{float}, Span{float}, int, int, int, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector128<double> values, Span<double> rows, int row, int n, int columns, int column)
    {
        ref double origin = ref MemoryMarshal.GetReference(rows);
        Unsafe.Add(ref origin, row * columns + column) = values[0];
        if (row + 1 < n)
            Unsafe.Add(ref origin, (row + 1) * columns + column) = values[1];
    }

    /// <summary>The factor in the lanes that have a row of their own, zero in those left over.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Weight(int row, int n, float factor) =>
        Vector128.GreaterThan(Vector128.Create(n - row), Vector128.Create(0, 1, 2, 3)).AsSingle() & Vector128.Create(factor);

    /// <inheritdoc cref="Weight(int, int, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Weight(int row, int n, double factor) =>
        Vector128.GreaterThan(Vector128.Create((long)(n - row)), Vector128.Create(0L, 1L)).AsDouble() & Vector128.Create(factor);

    /// <summary>The sums over the lanes of four vectors, to four neighbours.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreSums(Span<float> sums, int start, Vector128<float> a, Vector128<float> b, Vector128<float> c, Vector128<float> d)
    {
        ref float to = ref Unsafe.Add(ref MemoryMarshal.GetReference(sums), start);
        if (!Interleaved.IsSupported)
        {
            Vector128.Create(Vector128.Sum(a), Vector128.Sum(b), Vector128.Sum(c), Vector128.Sum(d)).StoreUnsafe(ref to);
            return;
        }

        Vector128<double> ab = (Interleaved.Low(a, b) + Interleaved.High(a, b)).AsDouble(), cd = (Interleaved.Low(c, d) + Interleaved.High(c, d)).AsDouble();
        (Interleaved.Low(ab, cd).AsSingle() + Interleaved.High(ab, cd).AsSingle()).StoreUnsafe(ref to);
    }

    /// <summary>The sums over the lanes of two vectors, to two neighbours.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreSums(Span<double> sums, int start, Vector128<double> a, Vector128<double> b)
    {
        Vector128<double> ab = Interleaved.IsSupported ? Interleaved.Low(a, b) + Interleaved.High(a, b) : Vector128.Create(Vector128.Sum(a), Vector128.Sum(b));
        ab.StoreUnsafe(ref Unsafe.Add(ref MemoryMarshal.GetReference(sums), start));
    }

    /// <summary>The sum over the lanes that have a row of their own.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Vector128<float> values, int row, int n) =>
        Vector128.Sum(Vector128.GreaterThan(Vector128.Create(n - row), Vector128.Create(0, 1, 2, 3)).AsSingle() & values);

    /// <inheritdoc cref="Sum(Vector128{float}, int, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Vector128<double> values, int row, int n) =>
        Vector128.Sum(Vector128.GreaterThan(Vector128.Create((long)(n - row)), Vector128.Create(0L, 1L)).AsDouble() & values);
}
