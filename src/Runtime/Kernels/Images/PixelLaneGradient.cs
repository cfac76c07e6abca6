using System;
using System.Runtime.CompilerServices;
using GenNet.CompilerServices;

namespace GenNet;

/// <summary>The gradient of a convolution's weights with pixels as lanes, of one group: each weight is the sum of a product of two rows of pixels, shifted.</summary>
/// <typeparam name="TLanes">The vectors.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal static class PixelLaneGradient<TLanes, T>
    where TLanes : struct, IKernelLanes<TLanes, T>
    where T : unmanaged
{
    /// <summary>The gradients of a tile's filters, of so many samples, stay in half of a first-level cache while all places of the window pass by.</summary>
    private const int TileBytes = 24 << 10;

    /// <summary>The filters of a tile: with shorter vectors there are half as many registers.</summary>
    private static int TileFilters => TLanes.TileRows == 8 ? 6 : 3;

    /// <summary>Adds the sums to dW.</summary>
    /// <param name="rows">The samples.</param>
    /// <param name="x">Their images, framed.</param>
    /// <param name="dz">Their gradients, framed.</param>
    /// <param name="dw">The gradient of the weights.</param>
    /// <param name="window">The geometry.</param>
    /// <param name="places">Where the images of the group are read.</param>
    /// <param name="from">The first filter.</param>
    /// <param name="to">The first filter behind.</param>
    public static void Add(int rows, Rows<T> x, Rows<T> dz, Rows<T> dw, Window window, WindowPlaces<T> places, int from, int to)
    {
        int samples = Math.Max(1, TileBytes / (TileFilters * window.Rows.Outputs * window.Columns.FramedRow * Unsafe.SizeOf<T>()));
        for (int row = 0; row < rows; row += samples)
            Filters(Math.Min(samples, rows - row), x.From(row), dz.From(row), dw, window, places, from, to);
    }

    private static void Filters(int rows, Rows<T> x, Rows<T> dz, Rows<T> dw, Window window, WindowPlaces<T> places, int from, int to)
    {
        if (TileFilters == 6)
        {
            from = Tiles<SixRows>(rows, x, dz, dw, window, places, from, to);
            from = Tiles<FourRows>(rows, x, dz, dw, window, places, from, to);
        }

        from = Tiles<ThreeRows>(rows, x, dz, dw, window, places, from, to);
        from = Tiles<TwoRows>(rows, x, dz, dw, window, places, from, to);
        Tiles<OneRow>(rows, x, dz, dw, window, places, from, to);
    }

    private static int Tiles<THeight>(int rows, Rows<T> x, Rows<T> dz, Rows<T> dw, Window window, WindowPlaces<T> places, int from, int to)
        where THeight : struct, ITileHeight
    {
        WindowAxis vertical = window.Rows, horizontal = window.Columns;
        int weights = window.GroupChannels * window.Taps, pitch = horizontal.FramedRow, plane = window.FramedPlane;

        // Short rows are as far apart in dz as in the images, with zeros between them.
        int lines = horizontal.IsShort ? 1 : vertical.Outputs;
        int width = (horizontal.Outputs + (vertical.Outputs - lines) * pitch + TLanes.Count - 1) / TLanes.Count * TLanes.Count;
        for (; from + THeight.Rows <= to; from += THeight.Rows)
        {
            var gradient = new Rows<T>(ref dz[window.FramedLead + from * plane + vertical.Before * pitch], dz.Columns, dz.Stride);
            WindowPlaces<T> place = places;
            for (int k = 0; k < weights; k += PixelLaneTile<TLanes, THeight, T>.Places)
            {
                int count = Math.Min(PixelLaneTile<TLanes, THeight, T>.Places, weights - k);
                int p0 = place.Take(), p1 = count > 1 ? place.Take() : p0, p2 = count > 2 ? place.Take() : p0, p3 = count > 3 ? place.Take() : p0;
                PixelLaneTile<TLanes, THeight, T>.Add(
                    rows, x, new FourPlaces(p0, p1, p2, p3), horizontal.PhaseSize, gradient, lines, width, pitch, plane, count,
                    ref dw.From(from)[k], dw.Stride);
            }
        }

        return from;
    }
}
