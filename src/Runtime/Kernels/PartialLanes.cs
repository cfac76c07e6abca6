using System.Runtime.CompilerServices;

namespace GenNet;

/// <summary>The numbers at the end of a run that fill no vector: nothing behind them is read or written.</summary>
/// <typeparam name="TLanes">The vectors.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal static class PartialLanes<TLanes, T>
    where TLanes : struct, IKernelLanes<TLanes, T>
    where T : unmanaged
{
    /// <summary>So many numbers, and zeros in the other lanes.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TLanes Load(ref T origin, nint offset, int count)
    {
        TLanes lanes = TLanes.Zero;
        ref T first = ref Unsafe.As<TLanes, T>(ref lanes);
        for (int i = 0; i < count; i++)
            Unsafe.Add(ref first, i) = Unsafe.Add(ref origin, offset + i);
        return lanes;
    }

    /// <summary>Stores the first lanes only.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Store(TLanes value, ref T origin, nint offset, int count)
    {
        ref T first = ref Unsafe.As<TLanes, T>(ref value);
        for (int i = 0; i < count; i++)
            Unsafe.Add(ref origin, offset + i) = Unsafe.Add(ref first, i);
    }
}
