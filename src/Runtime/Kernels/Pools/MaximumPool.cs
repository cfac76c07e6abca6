using System.Numerics;
using System.Runtime.CompilerServices;

namespace GenNet;

/// <summary>The maximum. Its gradient goes to the first of the largest; NaN is larger than any number, and the gradient then goes to the first number of the window.</summary>
internal readonly struct MaximumPool : IPool
{
    public static bool NeedsSource => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Start<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => T.NegativeInfinity;

    // Each of the two gives back a NaN on its right. Where there is none, both are the same.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Add<TLanes, T>(TLanes total, TLanes x)
        where TLanes : struct, IWindowLanes<TLanes, T>
        where T : unmanaged
        => TLanes.Max(total, x) | TLanes.Max(x, total);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Take<TLanes, T>(ref TLanes rest, TLanes x, TLanes total)
        where TLanes : struct, IWindowLanes<TLanes, T>
        where T : unmanaged
    {
        TLanes isLess = TLanes.Less(x, total), part = TLanes.AndNot(rest, isLess);
        rest &= isLess;
        return part;
    }
}
