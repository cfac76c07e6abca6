using System.Numerics;
using System.Runtime.CompilerServices;

namespace GenNet;

/// <summary>
/// Windows that begin in every second column, two columns wide at least: neighbouring columns of them all, 0 and 1, 2 and 3, are the pairs of two vectors of memory.
/// The last of an odd number of columns is the second of its pairs, for behind it memory may end.
/// </summary>
internal readonly struct PairedWindows : IWindowColumns
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Total<TPool, TLanes, T>(ref T x, nint row, int height, int width)
        where TPool : struct, IPool
        where TLanes : struct, IWindowLanes<TLanes, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TLanes start = TLanes.All(TPool.Start<T>()), total = start;
        for (int j = 0; j < width; j += 2)
        {
            // Down the rows first, so that pairs are divided once.
            bool isAlone = j == width - 1;
            nint at = isAlone ? j - 1 : j;
            TLanes first = TLanes.Load(ref x, at), second = TLanes.Load(ref x, at + TLanes.Count);
            for (int i = 1; i < height; i++)
            {
                at += row;
                first = TPool.Add<TLanes, T>(first, TLanes.Load(ref x, at));
                second = TPool.Add<TLanes, T>(second, TLanes.Load(ref x, at + TLanes.Count));
            }

            TLanes odd = TLanes.Odd(first, second);
            total = TPool.Add<TLanes, T>(total, isAlone ? odd : TPool.Add<TLanes, T>(TLanes.Even(first, second), odd));
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
            for (int j = 0; j < width; j += 2)
            {
                bool isAlone = j == width - 1;
                nint at = i * row + (isAlone ? j - 1 : j);
                TLanes first = TPool.NeedsSource ? TLanes.Load(ref x, at) : default, second = TPool.NeedsSource ? TLanes.Load(ref x, at + TLanes.Count) : default;
                TLanes even = isAlone ? default : TPool.Take<TLanes, T>(ref gradient, TLanes.Even(first, second), total);
                TLanes odd = TPool.Take<TLanes, T>(ref gradient, TLanes.Odd(first, second), total);
                (first, second) = (TLanes.LowPairs(even, odd), TLanes.HighPairs(even, odd));
                TLanes.Store(adds ? TLanes.Load(ref dx, at) + first : first, ref dx, at);
                TLanes.Store(adds ? TLanes.Load(ref dx, at + TLanes.Count) + second : second, ref dx, at + TLanes.Count);
            }
        }
    }
}
