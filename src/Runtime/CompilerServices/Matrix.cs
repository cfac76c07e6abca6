using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GenNet.CompilerServices;

/// <summary>What emitted code does with rows without computing anything.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Matrix
{
    /// <summary>c = a for the first n numbers of each of the m rows.</summary>
    public static void CopyRows<T>(int m, int n, ref T a, int aRow, ref T c, int cRow)
        where T : unmanaged
    {
        for (int i = 0; i < m; i++)
            MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref a, i * aRow), n).CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref c, i * cRow), n));
    }

    /// <summary>The columns of some rows, without padding, into others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyRows<T>(int rows, Rows<T> from, Rows<T> to)
        where T : unmanaged
        => CopyRows(rows, from.Columns, ref from.Origin, from.Stride, ref to.Origin, to.Stride);

    /// <summary>Copies the activations of some rows to who has asked for them; nothing where the span is empty.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="a">Their activations.</param>
    /// <param name="activations">Where activations are kept, without padding.</param>
    /// <param name="start">Where these begin.</param>
    /// <typeparam name="T">float or double.</typeparam>
    public static void Keep<T>(int rows, Rows<T> a, Span<T> activations, int start)
        where T : unmanaged
    {
        if (!activations.IsEmpty)
            CopyRows(rows, a, new Rows<T>(ref Unsafe.Add(ref MemoryMarshal.GetReference(activations), start), a.Columns, a.Columns));
    }

    /// <summary>Asks for the first two cache lines of some rows, which are needed soon. Nothing is read; where there is no such instruction, nothing happens.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Prefetch<T>(int rows, ref T a, nint aRow)
        where T : unmanaged
    {
        if (!Sse.IsSupported)
            return;

        // Should the garbage collector move the rows meanwhile, lines are fetched that are of no use.
        byte* row = (byte*)Unsafe.AsPointer(ref a);
        for (int i = 0; i < rows; i++)
        {
            Sse.Prefetch0(row);
            Sse.Prefetch0(row + 64);
            row += aRow * sizeof(T);
        }
    }

    /// <summary>Zeros behind the first n numbers of each of the m rows of c.</summary>
    public static void ClearPadding<T>(int m, int n, ref T c, int cRow)
        where T : unmanaged
    {
        for (int i = 0; i < m; i++)
            MemoryMarshal.CreateSpan(ref Unsafe.Add(ref c, i * cRow + n), cRow - n).Clear();
    }

    /// <summary>Zeros behind the columns of some rows, as far as their stride.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void ClearPadding<T>(int rows, Rows<T> c)
        where T : unmanaged
        => ClearPadding(rows, c.Columns, ref c.Origin, c.Stride);

    /// <summary>Some rows of a matrix of weights, transposed, for the products through which gradients flow back: panel[j, i] = b[i, j] for i below <paramref name="rows"/>, and 0 from there to <paramref name="columns"/>.</summary>
    /// <param name="rows">The rows of b.</param>
    /// <param name="depth">The columns of b, and the rows of the panel.</param>
    /// <param name="b">The matrix.</param>
    /// <param name="bRow">The distance between its rows.</param>
    /// <param name="panel">Where it goes.</param>
    /// <param name="columns">The columns of the panel that are written.</param>
    /// <param name="panelRow">The distance between its rows.</param>
    /// <typeparam name="T">float or double.</typeparam>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Transpose<T>(int rows, int depth, ref T b, nint bRow, ref T panel, int columns, nint panelRow)
        where T : unmanaged
    {
        // Along the panel: it is written line by line, and most of b is read ahead of the need.
        int side = Vector128<T>.Count;
        int whole = Interleaved.IsSupported ? rows / side * side : 0, deep = depth / side * side;
        for (int j = 0; j < deep && whole > 0; j += side)
        {
            ref T from = ref Unsafe.Add(ref b, j);
            ref T to = ref Unsafe.Add(ref panel, j * panelRow);
            for (int i = 0; i < whole; i += side)
            {
                if (typeof(T) == typeof(float))
                    Square(ref Unsafe.As<T, float>(ref from), bRow, ref Unsafe.As<T, float>(ref Unsafe.Add(ref to, i)), panelRow);
                else
                    Square(ref Unsafe.As<T, double>(ref from), bRow, ref Unsafe.As<T, double>(ref Unsafe.Add(ref to, i)), panelRow);
                from = ref Unsafe.Add(ref from, side * bRow);
            }
        }

        for (int j = 0; j < depth; j++)
        {
            ref T to = ref Unsafe.Add(ref panel, j * panelRow);
            for (int i = j < deep ? whole : 0; i < rows; i++)
                Unsafe.Add(ref to, i) = Unsafe.Add(ref b, i * bRow + j);
            if (rows < columns)
                MemoryMarshal.CreateSpan(ref Unsafe.Add(ref to, rows), columns - rows).Clear();
        }
    }

    /// <summary>Four by four numbers: neighbours are interleaved, then pairs of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Square(ref float from, nint fromRow, ref float to, nint toRow)
    {
        Vector128<float> r0 = Vector128.LoadUnsafe(ref from), r1 = Vector128.LoadUnsafe(ref Unsafe.Add(ref from, fromRow));
        Vector128<float> r2 = Vector128.LoadUnsafe(ref Unsafe.Add(ref from, 2 * fromRow)), r3 = Vector128.LoadUnsafe(ref Unsafe.Add(ref from, 3 * fromRow));
        Vector128<double> low01 = Interleaved.Low(r0, r1).AsDouble(), low23 = Interleaved.Low(r2, r3).AsDouble();
        Vector128<double> high01 = Interleaved.High(r0, r1).AsDouble(), high23 = Interleaved.High(r2, r3).AsDouble();
        Interleaved.Low(low01, low23).AsSingle().StoreUnsafe(ref to);
        Interleaved.High(low01, low23).AsSingle().StoreUnsafe(ref Unsafe.Add(ref to, toRow));
        Interleaved.Low(high01, high23).AsSingle().StoreUnsafe(ref Unsafe.Add(ref to, 2 * toRow));
        Interleaved.High(high01, high23).AsSingle().StoreUnsafe(ref Unsafe.Add(ref to, 3 * toRow));
    }

    /// <summary>Two by two numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Square(ref double from, nint fromRow, ref double to, nint toRow)
    {
        Vector128<double> r0 = Vector128.LoadUnsafe(ref from), r1 = Vector128.LoadUnsafe(ref Unsafe.Add(ref from, fromRow));
        Interleaved.Low(r0, r1).StoreUnsafe(ref to);
        Interleaved.High(r0, r1).StoreUnsafe(ref Unsafe.Add(ref to, toRow));
    }
}
