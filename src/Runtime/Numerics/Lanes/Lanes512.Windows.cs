using System.Runtime.CompilerServices;

namespace GenNet;

/// <content>What windows over images need.</content>
internal readonly partial struct Lanes512<T> : IWindowLanes<Lanes512<T>, T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Even(Lanes512<T> first, Lanes512<T> second) => new(Pairs.Even(first.Value, second.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Odd(Lanes512<T> first, Lanes512<T> second) => new(Pairs.Odd(first.Value, second.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> LowPairs(Lanes512<T> even, Lanes512<T> odd) => new(Pairs.Low(even.Value, odd.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> HighPairs(Lanes512<T> even, Lanes512<T> odd) => new(Pairs.High(even.Value, odd.Value));
}
