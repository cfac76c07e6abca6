using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace GenNet;

/// <summary>
/// The framed images of the sample after the one that is computed, which come into the second-level cache meanwhile, a piece with each tile: tiles read
/// a few lines of each channel, an order that no hardware foresees.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
internal ref struct NextSample<T>
    where T : unmanaged
{
    private readonly int _piece;
    private ref byte _line;
    private int _lines;

    /// <summary>So many numbers from a place in memory on, in so many pieces.</summary>
    public NextSample(ref T origin, int numbers, int pieces)
    {
        _line = ref Unsafe.As<T, byte>(ref origin);
        _lines = numbers * Unsafe.SizeOf<T>() / CacheLine.Bytes;
        _piece = (_lines + pieces - 1) / pieces;
    }

    /// <summary>Asks for the next piece. Nothing is read; where there is no such instruction, nothing happens.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe void Fetch()
    {
        if (!Sse.IsSupported)
            return;

        // Should the garbage collector move the images meanwhile, lines are fetched that are of no use.
        byte* line = (byte*)Unsafe.AsPointer(ref _line);
        int count = Math.Min(_piece, _lines);
        for (int i = 0; i < count; i++)
            Sse.Prefetch1(line + i * CacheLine.Bytes);
        _line = ref Unsafe.Add(ref _line, count * CacheLine.Bytes);
        _lines -= count;
    }
}
