using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using GenNet.CompilerServices;

namespace GenNet;

/// <summary><see cref="PoolForward"/> for windows of two by two side by side, which most pools have.</summary>
internal readonly struct FourForward : IPoolPass
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
        for (int row = 0; row < rows; row++)
        {
            ref T to = ref y.From(row).Origin;
            for (int p = 0; p < windows.Planes; p++)
            {
                ref T top = ref Unsafe.Add(ref x.From(row).Origin, p * plane);
                for (int i = 0; i < lines; i++, top = ref Unsafe.Add(ref top, 2 * columns), to = ref Unsafe.Add(ref to, results))
                    Line<TPool, TLanes, T>(ref top, ref Unsafe.Add(ref top, columns), ref to, results, scale);
            }

            RowEnd.Clear(y, row);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Line<TPool, TLanes, T>(ref T top, ref T bottom, ref T y, nint results, T scale)
        where TPool : struct, IPool
        where TLanes : struct, IWindowLanes<TLanes, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (nint j = 0; j < results; j += TLanes.Count)
        {
            // The last vector ends with the line, and computes some windows again.
            nint at = Math.Min(j, results - TLanes.Count);
            TLanes first = TPool.Add<TLanes, T>(TLanes.Load(ref top, 2 * at), TLanes.Load(ref bottom, 2 * at));
            TLanes second = TPool.Add<TLanes, T>(TLanes.Load(ref top, 2 * at + TLanes.Count), TLanes.Load(ref bottom, 2 * at + TLanes.Count));
            TLanes total = TPool.Add<TLanes, T>(TLanes.Even(first, second), TLanes.Odd(first, second));
            TLanes.Store(total * TLanes.All(scale), ref y, at);
        }
    }
}
