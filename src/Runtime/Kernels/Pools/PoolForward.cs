using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using GenNet.CompilerServices;

namespace GenNet;

/// <summary>y = scale times what the windows over x become, a vector of windows at a time.</summary>
internal readonly struct PoolForward : IPoolPass
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
        for (int row = 0; row < rows; row++)
        {
            ref T from = ref x.From(row).Origin;
            ref T to = ref y.From(row).Origin;
            for (int p = 0; p < windows.Planes; p++, from = ref Unsafe.Add(ref from, plane))
            {
                for (int i = 0; i < lines; i++, to = ref Unsafe.Add(ref to, results))
                {
                    (int top, int height) = windows.RowsOf(i);
                    ref T line = ref Unsafe.Add(ref from, top * columns);
                    for (int j = 0; j < first; j++)
                        Clipped<TPool, T>(ref line, ref to, j, height, windows, scale);
                    for (int j = first; j < end; j += TLanes.Count)
                    {
                        // The last vector ends with the row, and computes some windows again.
                        int at = Math.Min(j, end - TLanes.Count);
                        TLanes total = TColumns.Total<TPool, TLanes, T>(ref Unsafe.Add(ref line, at * step - left), columns, height, width);
                        TLanes.Store(total * TLanes.All(scale), ref to, at);
                    }

                    for (int j = end; j < results; j++)
                        Clipped<TPool, T>(ref line, ref to, j, height, windows, scale);
                }
            }

            RowEnd.Clear(y, row);
        }
    }

    /// <summary>A window of which some columns lie beside the plane.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Clipped<TPool, T>(ref T line, ref T y, int j, int height, in PoolWindows windows, T scale)
        where TPool : struct, IPool
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        (int from, int width) = windows.ColumnsOf(j);
        OneLane<T> total = AdjacentWindows.Total<TPool, OneLane<T>, T>(ref Unsafe.Add(ref line, from), windows.Columns, height, width);
        OneLane<T>.Store(total * OneLane<T>.All(scale), ref y, j);
    }
}
