using System.Numerics;
using System.Runtime.CompilerServices;

namespace GenNet;

/// <summary>Windows that begin in each column: one column of them all is one vector of memory.</summary>
internal readonly struct AdjacentWindows : IWindowColumns
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Total<TPool, TLanes, T>(ref T x, nint row, int height, int width)
        where TPool : struct, IPool
        where TLanes : struct, IWindowLanes<TLanes, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TLanes total = TLanes.All(TPool.Start<T>());
        for (int i = 0; i < height; i++)
        {
            for (int j = 0; j < width; j++)
                total = TPool.Add<TLanes, T>(total, TLanes.Load(ref x, i * row + j));
        }

        return total;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Spread<TPool, TLanes, T>(TLanes gradient, TLanes total, ref T x, ref T dx, nint row, int height, int width, bool adds)
        where TPool : struct, IPool
        where TLanes : struct, IWindowLanes<TLanes, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < height; i++)
        {
            for (int j = 0; j < width; j++)
            {
                nint at = i * row + j;
                TLanes part = TPool.Take<TLanes, T>(ref gradient, TPool.NeedsSource ? TLanes.Load(ref x, at) : default, total);
                TLanes.Store(adds ? TLanes.Load(ref dx, at) + part : part, ref dx, at);
            }
        }
    }
}
