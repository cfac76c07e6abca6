using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using GenNet.CompilerServices;

namespace GenNet;

/// <summary>The gradient of a convolution's weights: dW += the sum of dz x over all pixels and samples, or dW = that sum for the first rows of a batch.</summary>
/// <typeparam name="TLanes">The vectors.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal static class WindowGradient<TLanes, T>
    where TLanes : struct, IKernelLanes<TLanes, T>
    where T : unmanaged
{
    /// <summary>The gradients of a tile's filters, of so many samples, stay in half of a first-level cache while all places of the window pass by.</summary>
    private const int TileBytes = 24 << 10;

    /// <summary>The filters of a tile: with shorter vectors there are half as many registers.</summary>
    private static int TileFilters => TLanes.TileRows == 8 ? 6 : 3;

    /// <summary>See <see cref="Convolution.WeightGradient"/>.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Run(int rows, Rows<T> x, Rows<T> dz, Rows<T> dw, Window window, Share share)
    {
        int from = Share.Start(window.Filters, 1, share.Part, share.Parts), to = Share.Start(window.Filters, 1, share.Part + 1, share.Parts);
        if (from == to)
            return;
        if (share.First)
            MemoryMarshal.CreateSpan(ref dw.From(from).Origin, (to - from) * dw.Stride).Clear();
        int samples = Math.Max(1, TileBytes / (TileFilters * window.Rows.Outputs * window.Columns.FramedRow * Unsafe.SizeOf<T>()));
        for (int row = 0; row < rows; row += samples)
        {
            int count = Math.Min(samples, rows - row);
            for (int g = from / window.GroupFilters; g * window.GroupFilters < to; g++)
            {
                int first = Math.Max(from, g * window.GroupFilters), last = Math.Min(to, (g + 1) * window.GroupFilters);
                Filters(count, x.From(row), dz.From(row), dw, window, g, first, last);
            }
        }
    }

    private static void Filters(int rows, Rows<T> x, Rows<T> dz, Rows<T> dw, Window window, int group, int from, int to)
    {
        if (TileFilters == 6)
        {
            from = Tiles<SixRows>(rows, x, dz, dw, window, group, from, to);
            from = Tiles<FourRows>(rows, x, dz, dw, window, group, from, to);
        }

        from = Tiles<ThreeRows>(rows, x, dz, dw, window, group, from, to);
        from = Tiles<TwoRows>(rows, x, dz, dw, window, group, from, to);
        Tiles<OneRow>(rows, x, dz, dw, window, group, from, to);
    }

    private static int Tiles<THeight>(int rows, Rows<T> x, Rows<T> dz, Rows<T> dw, Window window, int group, int from, int to)
        where THeight : struct, ITileHeight
    {
        WindowAxis vertical = window.Rows, horizontal = window.Columns;
        int places = window.GroupChannels * window.Taps, pitch = horizontal.FramedRow, plane = window.FramedPlane;
        int width = (horizontal.Outputs + TLanes.Count - 1) / TLanes.Count * TLanes.Count;
        for (; from + THeight.Rows <= to; from += THeight.Rows)
        {
            var gradient = new Rows<T>(ref dz[window.FramedLead + from * plane + vertical.Before * pitch], dz.Columns, dz.Stride);
            var place = new WindowPlaces(window, group);
            for (int k = 0; k < places; k += WindowGradientTile<TLanes, THeight, T>.Places)
            {
                int count = Math.Min(WindowGradientTile<TLanes, THeight, T>.Places, places - k);
                int p0 = place.Take(), p1 = count > 1 ? place.Take() : p0, p2 = count > 2 ? place.Take() : p0, p3 = count > 3 ? place.Take() : p0;
                WindowGradientTile<TLanes, THeight, T>.Add(
                    rows, x, new FourPlaces(p0, p1, p2, p3), horizontal.PhaseSize, gradient, vertical.Outputs, width, pitch, plane, count,
                    ref dw.From(from)[k], dw.Stride);
            }
        }

        return from;
    }
}
