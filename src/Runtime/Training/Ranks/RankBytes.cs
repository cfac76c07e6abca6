using System;
using System.Numerics;
using System.Runtime.InteropServices;

namespace GenNet;

/// <summary>Exchanges of numbers of either precision.</summary>
internal static class RankBytes
{
    /// <summary>The parts of all ranks.</summary>
    public static void GatherParts<T>(GradientExchange ranks, Span<T> numbers, ReadOnlySpan<int> lengths)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (typeof(T) == typeof(float))
            ranks.GatherParts(MemoryMarshal.Cast<T, float>(numbers), lengths);
        else
            ranks.GatherParts(MemoryMarshal.Cast<T, double>(numbers), lengths);
    }

    /// <summary>Overwrites numbers by those of rank 0. In pieces: the bytes of a large buffer are more than a span can count.</summary>
    public static void Broadcast<T>(GradientExchange ranks, Span<T> numbers)
        where T : unmanaged
    {
        const int Piece = 1 << 26;
        for (int start = 0; start < numbers.Length; start += Piece)
            ranks.Broadcast(MemoryMarshal.AsBytes(numbers[start..Math.Min(start + Piece, numbers.Length)]));
    }

    /// <summary>Sends numbers to one rank while it receives from another.</summary>
    public static void SendReceive<T>(GradientExchange ranks, ReadOnlySpan<T> numbers, int to, Span<T> received, int from)
        where T : unmanaged
    {
        const int Piece = 1 << 26;
        for (int start = 0; start == 0 || start < Math.Max(numbers.Length, received.Length); start += Piece)
            ranks.SendReceive(MemoryMarshal.AsBytes(PieceOf(numbers, start, Piece)), to, MemoryMarshal.AsBytes(PieceOf(received, start, Piece)), from);
    }

    private static ReadOnlySpan<T> PieceOf<T>(ReadOnlySpan<T> numbers, int start, int piece) =>
        numbers[Math.Min(start, numbers.Length)..(int)Math.Min((long)start + piece, numbers.Length)];

    private static Span<T> PieceOf<T>(Span<T> numbers, int start, int piece) =>
        numbers[Math.Min(start, numbers.Length)..(int)Math.Min((long)start + piece, numbers.Length)];
}
