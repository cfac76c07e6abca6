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
    /// <summary>So many planes of one sample.</summary>
    /// <param name="planes">The planes.</param>
    /// <param name="sum">What is summed.</param>
    /// <param name="lines">The rows of a plane of the result.</param>
    /// <param name="width">Their pixels.</param>
    /// <param name="pitch">The pixels of a row of what is read.</param>
    /// <param name="a">The weights of the first plane.</param>
    /// <param name="b">The first pixel that is read for the first pixel of the result.</param>
    /// <param name="start">What the sums start from, a number for each plane; null for zero.</param>
    /// <param name="c">The result.</param>
    public static void Run(int planes, in ConvolutionSum sum, int lines, int width, int pitch, ref T a, ref T b, ref T start, ref T c)
    {
        int i = 0;
        if (TLanes.TileRows == 8)
            i = Tiles<EightRows>(i, planes, sum, lines, width, pitch, ref a, ref b, ref start, ref c);
        i = Tiles<SixRows>(i, planes, sum, lines, width, pitch, ref a, ref b, ref start, ref c);
        i = Tiles<FourRows>(i, planes, sum, lines, width, pitch, ref a, ref b, ref start, ref c);
        i = Tiles<TwoRows>(i, planes, sum, lines, width, pitch, ref a, ref b, ref start, ref c);
        Tiles<OneRow>(i, planes, sum, lines, width, pitch, ref a, ref b, ref start, ref c);
    }

    /// <summary>As many planes as fill tiles of this height, from one on; returns the first that is left.</summary>
    private static int Tiles<THeight>(int from, int planes, in ConvolutionSum sum, int lines, int width, int pitch, ref T a, ref T b, ref T start, ref T c)
        where THeight : struct, ITileHeight
    {
        for (; from + THeight.Rows <= planes; from += THeight.Rows)
        {
            Tiles<THeight>(
                sum, lines, width, pitch, ref Unsafe.AddByteOffset(ref a, from * sum.WeightPlane), ref b,
                ref Unsafe.IsNullRef(ref start) ? ref start : ref Unsafe.Add(ref start, from), ref Unsafe.AddByteOffset(ref c, from * sum.ResultPlane));
        }

        return from;
    }

    /// <summary>All pixels of the planes of a tile.</summary>
    private static void Tiles<THeight>(in ConvolutionSum sum, int lines, int width, int pitch, ref T a, ref T b, ref T start, ref T c)
        where THeight : struct, ITileHeight
    {
        var places = new PixelPlaces<TLanes, T>(lines, width, pitch);
        int vectors = places.Count;
        if (TLanes.TileRows == 8)
            vectors = ConvolutionTile<TLanes, THeight, ThreeWide, T>.Run(vectors, ref places, sum, ref a, ref b, ref start, ref c);
        if (vectors >= 2)
            vectors = ConvolutionTile<TLanes, THeight, TwoWide, T>.Run(vectors, ref places, sum, ref a, ref b, ref start, ref c);
        if (vectors != 0)
            ConvolutionTile<TLanes, THeight, OneWide, T>.Run(vectors, ref places, sum, ref a, ref b, ref start, ref c);
    }
}
