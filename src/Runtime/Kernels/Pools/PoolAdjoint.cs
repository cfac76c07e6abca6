using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using GenNet.CompilerServices;

namespace GenNet;

/// <summary>From the gradient dy of what the windows become to that of their numbers, a vector of windows at a time.</summary>
/// <remarks>The totals are computed again: where the largest number of a window was needs no memory between the passes.</remarks>
internal readonly struct PoolAdjoint : IPoolPass
{
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Run<TPool, TColumns, TLanes, T>(int rows, Rows<T> x, Rows<T> y, Rows<T> dx, in PoolWindows windows, T scale)
        where TPool : struct, IPool
        where TColumns : struct, IWindowColumns
        where TLanes : struct, IWindowLanes<TLanes, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int first = windows.FirstWhole, end = windows.EndWhole, results = windows.ResultColumns, lines = windows.ResultRows, width = windows.Size.Columns;
        nint columns = windows.Columns, step = windows.Stride.Columns, left = windows.Padding.Columns, plane = windows.Rows * columns;
        bool adds = windows.Overlap, coversAll = windows.Partition;
        for (int row = 0; row < rows; row++)
        {
            if (!coversAll)
                MemoryMarshal.CreateSpan(ref dx.From(row).Origin, dx.Columns).Clear();
            ref T source = ref x.From(row).Origin;
            ref T from = ref y.From(row).Origin;
            ref T to = ref dx.From(row).Origin;
            for (int p = 0; p < windows.Planes; p++, source = ref Unsafe.Add(ref source, plane), to = ref Unsafe.Add(ref to, plane))
            {
                for (int i = 0; i < lines; i++, from = ref Unsafe.Add(ref from, results))
                {
                    (int top, int height) = windows.RowsOf(i);
                    for (int j = 0; j < first; j++)
                        Clipped<TPool, T>(ref source, ref from, ref to, i, j, windows, scale);
                    for (int j = first; j < end; j += TLanes.Count)
                    {
                        // The last vector ends with the row; the windows that it has twice must not count twice.
                        int at = Math.Min(j, end - TLanes.Count);
                        nint corner = top * columns + at * step - left;
                        TLanes gradient = TLanes.Load(ref from, at) * TLanes.All(scale);
                        if (adds && at < j)
                            gradient = TLanes.AndNot(gradient, TLanes.First(j - at));
                        ref T numbers = ref Unsafe.Add(ref source, corner);
                        TLanes total = TPool.NeedsSource ? TColumns.Total<TPool, TLanes, T>(ref numbers, columns, height, width) : default;
                        TColumns.Spread<TPool, TLanes, T>(gradient, total, ref numbers, ref Unsafe.Add(ref to, corner), columns, height, width, adds);
                    }

                    for (int j = end; j < results; j++)
                        Clipped<TPool, T>(ref source, ref from, ref to, i, j, windows, scale);
                }
            }

            RowEnd.Clear(dx, row);
        }
    }

    /// <summary>A window of which some columns lie beside the plane.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Clipped<TPool, T>(ref T source, ref T y, ref T dx, int i, int j, in PoolWindows windows, T scale)
        where TPool : struct, IPool
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        (int top, int height) = windows.RowsOf(i);
        (int from, int width) = windows.ColumnsOf(j);
        nint corner = top * (nint)windows.Columns + from;
        ref T numbers = ref Unsafe.Add(ref source, corner);
        OneLane<T> total = TPool.NeedsSource ? AdjacentWindows.Total<TPool, OneLane<T>, T>(ref numbers, windows.Columns, height, width) : default;
        AdjacentWindows.Spread<TPool, OneLane<T>, T>(
            OneLane<T>.Load(ref y, j) * OneLane<T>.All(scale), total, ref numbers, ref Unsafe.Add(ref dx, corner), windows.Columns, height, width, adds: true);
    }
}
