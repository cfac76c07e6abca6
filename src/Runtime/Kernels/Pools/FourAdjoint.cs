using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using GenNet.CompilerServices;

namespace GenNet;

/// <summary><see cref="PoolAdjoint"/> for windows of two by two side by side, which most pools have.</summary>
internal readonly struct FourAdjoint : IPoolPass
{
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Run<TPool, TColumns, TLanes, T>(int rows, Rows<T> x, Rows<T> y, Rows<T> dx, in PoolWindows windows, T scale)
        where TPool : struct, IPool
        where TColumns : struct, IWindowColumns
        where TLanes : struct, IWindowLanes<TLanes, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        nint columns = windows.Columns, plane = windows.Rows * columns;
        int lines = windows.ResultRows, results = windows.ResultColumns;
        bool coversAll = windows.Partition;
        for (int row = 0; row < rows; row++)
        {
            if (!coversAll)
                MemoryMarshal.CreateSpan(ref dx.From(row).Origin, dx.Columns).Clear();
            ref T from = ref y.From(row).Origin;
            for (int p = 0; p < windows.Planes; p++)
            {
                ref T source = ref Unsafe.Add(ref x.From(row).Origin, p * plane);
                ref T to = ref Unsafe.Add(ref dx.From(row).Origin, p * plane);
                for (int i = 0; i < lines; i++, from = ref Unsafe.Add(ref from, results))
                {
                    Line<TPool, TLanes, T>(ref source, ref from, ref to, columns, results, scale);
                    source = ref Unsafe.Add(ref source, 2 * columns);
                    to = ref Unsafe.Add(ref to, 2 * columns);
                }
            }

            RowEnd.Clear(dx, row);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Line<TPool, TLanes, T>(ref T x, ref T dy, ref T dx, nint columns, nint results, T scale)
        where TPool : struct, IPool
        where TLanes : struct, IWindowLanes<TLanes, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (nint j = 0; j < results; j += TLanes.Count)
        {
            // The last vector ends with the line, and writes some windows again.
            nint at = Math.Min(j, results - TLanes.Count);
            TLanes rest = TLanes.Load(ref dy, at) * TLanes.All(scale), topLeft = default, topRight = default, bottomLeft = default, bottomRight = default, total = default;
            if (TPool.NeedsSource)
            {
                Divide<TLanes, T>(ref x, 2 * at, out topLeft, out topRight);
                Divide<TLanes, T>(ref x, 2 * at + columns, out bottomLeft, out bottomRight);
                total = TPool.Add<TLanes, T>(TPool.Add<TLanes, T>(topLeft, topRight), TPool.Add<TLanes, T>(bottomLeft, bottomRight));
            }

            topLeft = TPool.Take<TLanes, T>(ref rest, topLeft, total);
            topRight = TPool.Take<TLanes, T>(ref rest, topRight, total);
            bottomLeft = TPool.Take<TLanes, T>(ref rest, bottomLeft, total);
            Unite<TLanes, T>(topLeft, topRight, ref dx, 2 * at);
            Unite<TLanes, T>(bottomLeft, rest, ref dx, 2 * at + columns);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Divide<TLanes, T>(ref T x, nint at, out TLanes even, out TLanes odd)
        where TLanes : struct, IWindowLanes<TLanes, T>
        where T : unmanaged
    {
        TLanes first = TLanes.Load(ref x, at), second = TLanes.Load(ref x, at + TLanes.Count);
        even = TLanes.Even(first, second);
        odd = TLanes.Odd(first, second);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Unite<TLanes, T>(TLanes even, TLanes odd, ref T dx, nint at)
        where TLanes : struct, IWindowLanes<TLanes, T>
        where T : unmanaged
    {
        TLanes.Store(TLanes.LowPairs(even, odd), ref dx, at);
        TLanes.Store(TLanes.HighPairs(even, odd), ref dx, at + TLanes.Count);
    }
}
