using System.Runtime.CompilerServices;

namespace GenNet;

/// <summary>Where a vector of pixels is read, where its sum goes, and how many of them are stored: those behind the plane stay as they are.</summary>
internal readonly record struct PixelPlace(int Source, int Result, int Count)
{
    /// <summary>Stores the pixels of a vector in a plane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store<TLanes, T>(TLanes pixels, ref T plane)
        where TLanes : struct, IKernelLanes<TLanes, T>
        where T : unmanaged
    {
        if (Count < TLanes.Count)
            pixels = TLanes.Select(TLanes.First(Count), pixels, TLanes.Load(ref plane, Result));
        TLanes.Store(pixels, ref plane, Result);
    }
}
