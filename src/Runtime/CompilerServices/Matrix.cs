using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
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

    /// <summary>Zeros behind the first n numbers of each of the m rows of c.</summary>
    public static void ClearPadding<T>(int m, int n, ref T c, int cRow)
        where T : unmanaged
    {
        for (int i = 0; i < m && n < cRow; i++)
            MemoryMarshal.CreateSpan(ref Unsafe.Add(ref c, i * cRow + n), cRow - n).Clear();
    }

    /// <summary>Some rows of a matrix of weights, transposed, for the products through which gradients flow back: panel[j, i] = b[i, j] for i below <paramref name="rows"/>, and 0 from there to <paramref name="columns"/>.</summary>
    /// <param name="rows">The rows of b.</param>
    /// <param name="depth">The columns of b, and the rows of the panel.</param>
    /// <param name="b">The matrix.</param>
    /// <param name="bRow">The distance between its rows.</param>
    /// <param name="panel">Where it goes.</param>
    /// <param name="columns">The columns of the panel that are written.</param>
    /// <param name="panelRow">The distance between its rows.</param>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Transpose(int rows, int depth, ref float b, nint bRow, ref float panel, int columns, nint panelRow)
    {
        int i = 0;
        if (Sse.IsSupported || AdvSimd.Arm64.IsSupported)
        {
            for (; i <= rows - 4; i += 4)
            {
                ref float from = ref Unsafe.Add(ref b, i * bRow);
                ref float to = ref Unsafe.Add(ref panel, i);
                int j = 0;
                for (; j <= depth - 4; j += 4)
                {
                    Square(ref from, bRow, ref to, panelRow);
                    from = ref Unsafe.Add(ref from, 4);
                    to = ref Unsafe.Add(ref to, 4 * panelRow);
                }

                Single(4, depth - j, ref from, bRow, ref to, panelRow);
            }
        }

        Single(rows - i, depth, ref Unsafe.Add(ref b, i * bRow), bRow, ref Unsafe.Add(ref panel, i), panelRow);
        Clear(depth, columns - rows, ref Unsafe.Add(ref panel, rows), panelRow);
    }

    /// <inheritdoc cref="Transpose(int, int, ref float, nint, ref float, int, nint)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Transpose(int rows, int depth, ref double b, nint bRow, ref double panel, int columns, nint panelRow)
    {
        int i = 0;
        if (Sse2.IsSupported || AdvSimd.Arm64.IsSupported)
        {
            for (; i <= rows - 2; i += 2)
            {
                ref double from = ref Unsafe.Add(ref b, i * bRow);
                ref double to = ref Unsafe.Add(ref panel, i);
                int j = 0;
                for (; j <= depth - 2; j += 2)
                {
                    Vector128<double> r0 = Vector128.LoadUnsafe(ref from), r1 = Vector128.LoadUnsafe(ref Unsafe.Add(ref from, bRow));
                    Low(r0, r1).StoreUnsafe(ref to);
                    High(r0, r1).StoreUnsafe(ref Unsafe.Add(ref to, panelRow));
                    from = ref Unsafe.Add(ref from, 2);
                    to = ref Unsafe.Add(ref to, 2 * panelRow);
                }

                Single(2, depth - j, ref from, bRow, ref to, panelRow);
            }
        }

        Single(rows - i, depth, ref Unsafe.Add(ref b, i * bRow), bRow, ref Unsafe.Add(ref panel, i), panelRow);
        Clear(depth, columns - rows, ref Unsafe.Add(ref panel, rows), panelRow);
    }

    /// <summary>Four by four numbers: neighbours are interleaved, then pairs of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Square(ref float from, nint fromRow, ref float to, nint toRow)
    {
        Vector128<float> r0 = Vector128.LoadUnsafe(ref from), r1 = Vector128.LoadUnsafe(ref Unsafe.Add(ref from, fromRow));
        Vector128<float> r2 = Vector128.LoadUnsafe(ref Unsafe.Add(ref from, 2 * fromRow)), r3 = Vector128.LoadUnsafe(ref Unsafe.Add(ref from, 3 * fromRow));
        Vector128<double> low01 = Low(r0, r1).AsDouble(), low23 = Low(r2, r3).AsDouble();
        Vector128<double> high01 = High(r0, r1).AsDouble(), high23 = High(r2, r3).AsDouble();
        Low(low01, low23).AsSingle().StoreUnsafe(ref to);
        High(low01, low23).AsSingle().StoreUnsafe(ref Unsafe.Add(ref to, toRow));
        Low(high01, high23).AsSingle().StoreUnsafe(ref Unsafe.Add(ref to, 2 * toRow));
        High(high01, high23).AsSingle().StoreUnsafe(ref Unsafe.Add(ref to, 3 * toRow));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Low(Vector128<float> a, Vector128<float> b) => Sse.IsSupported ? Sse.UnpackLow(a, b) : AdvSimd.Arm64.ZipLow(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> High(Vector128<float> a, Vector128<float> b) => Sse.IsSupported ? Sse.UnpackHigh(a, b) : AdvSimd.Arm64.ZipHigh(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> Low(Vector128<double> a, Vector128<double> b) => Sse2.IsSupported ? Sse2.UnpackLow(a, b) : AdvSimd.Arm64.ZipLow(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> High(Vector128<double> a, Vector128<double> b) => Sse2.IsSupported ? Sse2.UnpackHigh(a, b) : AdvSimd.Arm64.ZipHigh(a, b);

    private static void Single<T>(int rows, int depth, ref T b, nint bRow, ref T panel, nint panelRow)
        where T : unmanaged
    {
        for (int j = 0; j < depth; j++)
        {
            for (int i = 0; i < rows; i++)
                Unsafe.Add(ref panel, j * panelRow + i) = Unsafe.Add(ref b, i * bRow + j);
        }
    }

    private static void Clear<T>(int depth, int columns, ref T panel, nint panelRow)
        where T : unmanaged
    {
        for (int j = 0; j < depth && columns > 0; j++)
            MemoryMarshal.CreateSpan(ref Unsafe.Add(ref panel, j * panelRow), columns).Clear();
    }
}
