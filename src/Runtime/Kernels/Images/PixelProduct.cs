using System;
using System.Runtime.CompilerServices;
using GenNet.CompilerServices;

namespace GenNet;

/// <summary>Planes of a convolution's result, in register tiles.</summary>
/// <typeparam name="TLanes">The vectors.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal static class PixelProduct<TLanes, T>
    where TLanes : struct, IKernelLanes<TLanes, T>
    where T : unmanaged
{
    /// <summary>The longest line that rows are computed as: that of a tile's planes stands on the stack.</summary>
    private const int LongestLine = 1024;

    /// <summary>So many planes of one sample.</summary>
    /// <param name="planes">The planes.</param>
    /// <param name="sum">What is summed.</param>
    /// <param name="lines">The rows of a plane of the result.</param>
    /// <param name="width">Their pixels.</param>
    /// <param name="pitch">The pixels of a row of what is read.</param>
    /// <param name="a">The weights of the first plane.</param>
    /// <param name="b">The first pixel that is read for the first pixel of the result.</param>
    /// <param name="start">What the sums start from, a number for each plane; null for zero.</param>
    /// <param name="scale">What they are multiplied by before that, a number for each plane; null for one.</param>
    /// <param name="c">The result.</param>
    /// <param name="next">The sample after this one.</param>
    public static void Run(int planes, in ConvolutionSum sum, int lines, int width, int pitch, ref T a, ref T b, ref T start, ref T scale, ref T c, ref NextSample<T> next)
    {
        int i = 0;
        if (TLanes.TileRows == 8)
            i = Tiles<EightRows>(i, planes, sum, lines, width, pitch, ref a, ref b, ref start, ref scale, ref c, ref next);
        i = Tiles<SixRows>(i, planes, sum, lines, width, pitch, ref a, ref b, ref start, ref scale, ref c, ref next);
        i = Tiles<FourRows>(i, planes, sum, lines, width, pitch, ref a, ref b, ref start, ref scale, ref c, ref next);
        i = Tiles<TwoRows>(i, planes, sum, lines, width, pitch, ref a, ref b, ref start, ref scale, ref c, ref next);
        Tiles<OneRow>(i, planes, sum, lines, width, pitch, ref a, ref b, ref start, ref scale, ref c, ref next);
    }

    /// <summary>As many planes as fill tiles of this height, from one on; returns the first that is left.</summary>
    private static int Tiles<THeight>(
        int from, int planes, in ConvolutionSum sum, int lines, int width, int pitch, ref T a, ref T b, ref T start, ref T scale, ref T c, ref NextSample<T> next)
        where THeight : struct, ITileHeight
    {
        for (; from + THeight.Rows <= planes; from += THeight.Rows)
        {
            Tiles<THeight>(
                sum, lines, width, pitch, ref Unsafe.AddByteOffset(ref a, from * sum.WeightPlane), ref b,
                ref OfPlane(ref start, from), ref OfPlane(ref scale, from), ref Unsafe.AddByteOffset(ref c, from * sum.ResultPlane),
                ref next);
        }

        return from;
    }

    private static ref T OfPlane(ref T numbers, int plane) => ref Unsafe.IsNullRef(ref numbers) ? ref numbers : ref Unsafe.Add(ref numbers, plane);

    /// <summary>
    /// All pixels of the planes of a tile: row by row, or as one line with what stands between the rows, a vector of which holds several short rows. That line is copied once
    /// more, so it has to be an eighth shorter at least.
    /// </summary>
    private static void Tiles<THeight>(
        in ConvolutionSum sum, int lines, int width, int pitch, ref T a, ref T b, ref T start, ref T scale, ref T c, ref NextSample<T> next)
        where THeight : struct, ITileHeight
    {
        var places = new PixelPlaces<TLanes, T>(lines, width, pitch);
        int line = ((lines - 1) * pitch + width + TLanes.Count - 1) / TLanes.Count * TLanes.Count;
        if (8 * line <= 7 * places.Count * TLanes.Count && line <= LongestLine)
            Line<THeight>(sum, line, places, ref a, ref b, ref start, ref scale, ref c, ref next);
        else
            Vectors<THeight>(sum, places, ref a, ref b, ref start, ref scale, ref c, ref next);
    }

    /// <summary>As one line, of which the pixels of the planes are taken.</summary>
    [SkipLocalsInit]
    private static unsafe void Line<THeight>(in ConvolutionSum sum, int line, PixelPlaces<TLanes, T> places, ref T a, ref T b, ref T start, ref T scale, ref T c, ref NextSample<T> next)
        where THeight : struct, ITileHeight
    {
        Span<T> lines = stackalloc T[THeight.Rows * line];
        ConvolutionSum inLines = sum;
        inLines.ResultPlane = line * sizeof(T);
        Vectors<THeight>(inLines, new PixelPlaces<TLanes, T>(1, line, line), ref a, ref b, ref start, ref scale, ref lines[0], ref next);
        for (int i = 0; i < THeight.Rows; i++, c = ref Unsafe.AddByteOffset(ref c, sum.ResultPlane))
        {
            PixelPlaces<TLanes, T> left = places;
            for (int vectors = left.Count; vectors != 0; vectors--)
            {
                PixelPlace place = left.Take();
                place.Store(TLanes.Load(ref lines[i * line], place.Source), ref c);
            }
        }
    }

    private static void Vectors<THeight>(in ConvolutionSum sum, PixelPlaces<TLanes, T> places, ref T a, ref T b, ref T start, ref T scale, ref T c, ref NextSample<T> next)
        where THeight : struct, ITileHeight
    {
        int vectors = places.Count;
        if (TLanes.TileRows == 8)
            vectors = ConvolutionTile<TLanes, THeight, ThreeWide, T>.Run(vectors, ref places, sum, ref a, ref b, ref start, ref scale, ref c, ref next);
        if (vectors >= 2)
            vectors = ConvolutionTile<TLanes, THeight, TwoWide, T>.Run(vectors, ref places, sum, ref a, ref b, ref start, ref scale, ref c, ref next);
        if (vectors != 0)
            ConvolutionTile<TLanes, THeight, OneWide, T>.Run(vectors, ref places, sum, ref a, ref b, ref start, ref scale, ref c, ref next);
    }
}
