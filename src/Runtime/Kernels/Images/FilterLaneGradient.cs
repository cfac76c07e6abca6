using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using GenNet.CompilerServices;

namespace GenNet;

/// <summary>The gradient of a convolution's weights with filters as lanes, of one group: dW^T = X dz^T.</summary>
/// <remarks>
/// dz^T, [pixels x filters], is a panel on the stack, made anew for each block of pixels; X, [places of the window x pixels], is the framed images, read where they stand. A
/// row of pixels may have any length, since a pixel fills all lanes, and a sum leaves its registers once in a block.
/// </remarks>
/// <typeparam name="TLanes">The vectors.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal static class FilterLaneGradient<TLanes, T>
    where TLanes : struct, IKernelLanes<TLanes, T>
    where T : unmanaged
{
    /// <summary>The bytes of a panel.</summary>
    private const int PanelBytes = 64 << 10;

    /// <summary>Adds the sums to dW.</summary>
    /// <param name="rows">The samples.</param>
    /// <param name="x">Their images, framed.</param>
    /// <param name="dz">Their gradients, framed.</param>
    /// <param name="dw">The gradient of the weights.</param>
    /// <param name="window">The geometry.</param>
    /// <param name="places">Where the images of the group are read.</param>
    /// <param name="from">The first filter.</param>
    /// <param name="to">The first filter behind.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    [SkipLocalsInit]
    public static unsafe void Add(int rows, Rows<T> x, Rows<T> dz, Rows<T> dw, Window window, WindowPlaces<T> places, int from, int to)
    {
        // Behind a row of pixels the panel is written as far as the side of a square of numbers that are transposed together.
        byte* memory = stackalloc byte[PanelBytes + 8 * CacheLine.Bytes];
        ref T panel = ref Unsafe.AsRef<T>((void*)(((nuint)memory + CacheLine.Bytes - 1) & ~(nuint)(CacheLine.Bytes - 1)));

        // As many pixels whatever part of the filters is computed, since a sum is rounded once for each block.
        WindowAxis vertical = window.Rows, horizontal = window.Columns;
        int pixels = PanelBytes / ((window.GroupFilters > TLanes.Count ? 2 : 1) * TLanes.Count * sizeof(T));
        int columns = Math.Min(horizontal.Outputs, pixels), lines = Math.Min(vertical.Outputs, pixels / columns), samples = pixels / (lines * columns);
        for (int row = 0; row < rows; row += samples)
        {
            for (int i = 0; i < vertical.Outputs; i += lines)
            {
                for (int j = 0; j < horizontal.Outputs; j += columns)
                {
                    var block = new PixelBlock(Math.Min(samples, rows - row), Math.Min(lines, vertical.Outputs - i), Math.Min(columns, horizontal.Outputs - j));
                    Block(
                        block, new Rows<T>(ref x.From(row)[i * horizontal.PhaseSize + j], x.Columns, x.Stride),
                        new Rows<T>(ref dz.From(row)[window.FramedLead + (vertical.Before + i) * horizontal.FramedRow + j], dz.Columns, dz.Stride),
                        dw, window, places, from, to, ref panel);
                }
            }
        }
    }

    /// <summary>What the pixels of a block add to the gradients of all filters: its images stay in the second-level cache.</summary>
    private static void Block(in PixelBlock block, Rows<T> x, Rows<T> dz, Rows<T> dw, in Window window, WindowPlaces<T> places, int from, int to, ref T panel)
    {
        for (; to - from > TLanes.Count; from += 2 * TLanes.Count)
            Filters<TwoWide>(block, x, dz, dw, window, places, from, Math.Min(2 * TLanes.Count, to - from), ref panel);
        if (from < to)
            Filters<OneWide>(block, x, dz, dw, window, places, from, to - from, ref panel);
    }

    /// <summary>What they add to those of a panel's filters.</summary>
    private static void Filters<TWidth>(
        in PixelBlock block, Rows<T> x, Rows<T> dz, Rows<T> dw, in Window window, WindowPlaces<T> places, int from, int count, ref T panel)
        where TWidth : struct, ITileWidth
    {
        int plane = window.FramedPlane;
        Pack(
            block, new Rows<T>(ref dz[from * plane], dz.Columns, dz.Stride), window.Columns.FramedRow, plane, count, FilterLaneTile<TLanes, TWidth, T>.Filters,
            ref panel);
        Tiles<TWidth>(block, x, window.Columns.PhaseSize, places, window.GroupChannels * window.Taps, ref panel, count, ref dw.From(from).Origin, dw.Stride);
    }

    /// <summary>The gradients of a block, pixel by pixel: those of a vector of filters after the other, whose planes are read from one end to the other.</summary>
    private static void Pack(in PixelBlock block, Rows<T> dz, int pitch, int plane, int filters, int wide, ref T panel)
    {
        int side = Vector128<T>.Count, columns = (block.Columns + side - 1) / side * side;
        for (int row = 0; row < block.Samples; row++)
        {
            for (int f = 0; f < wide; f += TLanes.Count)
            {
                int count = Math.Min(TLanes.Count, filters - f);
                ref T line = ref dz.From(row)[f * plane];
                ref T to = ref Unsafe.Add(ref panel, f);
                for (int i = block.Lines; i != 0; i--)
                {
                    Matrix.Transpose(count, columns, ref line, plane, ref to, TLanes.Count, wide);
                    line = ref Unsafe.Add(ref line, pitch);
                    to = ref Unsafe.Add(ref to, block.Columns * wide);
                }
            }

            panel = ref Unsafe.Add(ref panel, block.Lines * block.Columns * wide);
        }
    }

    /// <summary>All places of the window, a tile at a time; the last one repeats a place that does not count.</summary>
    [SkipLocalsInit]
    private static void Tiles<TWidth>(
        in PixelBlock block, Rows<T> x, int pitch, WindowPlaces<T> places, int count, ref T panel, int filters, ref T dw, int dwRow)
        where TWidth : struct, ITileWidth
    {
        int tile = FilterLaneTile<TLanes, TWidth, T>.Places, wide = FilterLaneTile<TLanes, TWidth, T>.Filters;
        Span<T> sums = stackalloc T[tile * wide];
        EightPlaces taken = default;
        for (int k = 0; k < count; k += tile)
        {
            int some = Math.Min(tile, count - k);
            for (int i = 0; i < some; i++)
                taken[i] = places.Take();
            FilterLaneTile<TLanes, TWidth, T>.Sum(x, taken, block, pitch, ref panel, ref sums[0]);
            AddTurned(some, filters, sums, wide, ref Unsafe.Add(ref dw, k), dwRow);
        }
    }

    /// <summary>dW[f, place] += sums[place, f].</summary>
    [SkipLocalsInit]
    private static void AddTurned(int places, int filters, Span<T> sums, int wide, ref T dw, int dwRow)
    {
        const int Row = 8;
        Span<T> turned = stackalloc T[filters * Row];
        Matrix.Transpose(places, filters, ref sums[0], wide, ref turned[0], places, Row);
        for (int f = 0; f < filters; f++)
        {
            ref T sum = ref turned[f * Row];
            int i = 0;
            for (; i <= places - Vector128<T>.Count; i += Vector128<T>.Count)
                (Vector128.LoadUnsafe(ref dw, (nuint)i) + Vector128.LoadUnsafe(ref sum, (nuint)i)).StoreUnsafe(ref dw, (nuint)i);
            for (; i < places; i++)
                Unsafe.Add(ref dw, i) = Number.Sum(Unsafe.Add(ref dw, i), Unsafe.Add(ref sum, i));
            dw = ref Unsafe.Add(ref dw, dwRow);
        }
    }
}
