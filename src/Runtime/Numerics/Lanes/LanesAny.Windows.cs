using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GenNet;

/// <content>What windows over images need.</content>
internal readonly partial struct LanesAny<T> : IWindowLanes<LanesAny<T>, T>
{
    private static bool Is128
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector<T>.Count == Vector128<T>.Count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanesAny<T> Even(LanesAny<T> first, LanesAny<T> second) => Is128
        ? new(Pairs.Even(first.Value.AsVector128(), second.Value.AsVector128()).AsVector())
        : new(Pairs.Even(first.Value.AsVector256(), second.Value.AsVector256()).AsVector());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanesAny<T> Odd(LanesAny<T> first, LanesAny<T> second) => Is128
        ? new(Pairs.Odd(first.Value.AsVector128(), second.Value.AsVector128()).AsVector())
        : new(Pairs.Odd(first.Value.AsVector256(), second.Value.AsVector256()).AsVector());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanesAny<T> LowPairs(LanesAny<T> even, LanesAny<T> odd) => Is128
        ? new(Pairs.Low(even.Value.AsVector128(), odd.Value.AsVector128()).AsVector())
        : new(Pairs.Low(even.Value.AsVector256(), odd.Value.AsVector256()).AsVector());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanesAny<T> HighPairs(LanesAny<T> even, LanesAny<T> odd) => Is128
        ? new(Pairs.High(even.Value.AsVector128(), odd.Value.AsVector128()).AsVector())
        : new(Pairs.High(even.Value.AsVector256(), odd.Value.AsVector256()).AsVector());
}
