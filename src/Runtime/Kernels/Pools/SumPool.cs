using System.Numerics;
using System.Runtime.CompilerServices;

namespace GenNet;

/// <summary>The sum. Its gradient goes to every number.</summary>
internal readonly struct SumPool : IPool
{
    public static bool NeedsSource => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Start<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => T.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Add<TLanes, T>(TLanes total, TLanes x)
        where TLanes : struct, IWindowLanes<TLanes, T>
        where T : unmanaged
        => total + x;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Take<TLanes, T>(ref TLanes rest, TLanes x, TLanes total)
        where TLanes : struct, IWindowLanes<TLanes, T>
        where T : unmanaged
        => rest;
}
