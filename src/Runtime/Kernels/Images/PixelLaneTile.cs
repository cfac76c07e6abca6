using System.Runtime.CompilerServices;
using GenNet.CompilerServices;

namespace GenNet;

/// <summary>The register tile of a convolution's weight gradient with pixels as lanes: up to six filters by four places of the window, each summed over all pixels of some samples.</summary>
/// <typeparam name="TLanes">The vectors.</typeparam>
/// <typeparam name="THeight">The filters.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal static class PixelLaneTile<TLanes, THeight, T>
    where TLanes : struct, IKernelLanes<TLanes, T>
    where THeight : struct, ITileHeight
    where T : unmanaged
{
    /// <summary>The places of the window in a tile.</summary>
    public const int Places = 4;

    /// <summary>Adds the sums of dz[f] x[place] to dW[f, place].</summary>
    /// <param name="rows">The samples.</param>
    /// <param name="x">Their images, framed.</param>
    /// <param name="places">Where they are read, for each place.</param>
    /// <param name="pitch">The numbers from one of their rows of pixels to the next.</param>
    /// <param name="dz">The gradients, framed, from the first of the filters on. Zeros follow each of their rows of pixels.</param>
    /// <param name="lines">The rows of pixels of a plane of dz.</param>
    /// <param name="width">Their pixels, in whole vectors.</param>
    /// <param name="dzPitch">The numbers from one of them to the next.</param>
    /// <param name="plane">The numbers from a filter to the next.</param>
    /// <param name="count">The places that count; the others repeat one of them.</param>
    /// <param name="dw">The gradient of the first filter's first place.</param>
    /// <param name="dwRow">From a filter to the next.</param>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Add(
        int rows, Rows<T> x, in FourPlaces places, int pitch, Rows<T> dz, int lines, int width, int dzPitch, nint plane, int count, ref T dw, nint dwRow)
    {
        TLanes c00 = TLanes.Zero, c01 = TLanes.Zero, c02 = TLanes.Zero, c03 = TLanes.Zero;
        TLanes c10 = TLanes.Zero, c11 = TLanes.Zero, c12 = TLanes.Zero, c13 = TLanes.Zero;
        TLanes c20 = TLanes.Zero, c21 = TLanes.Zero, c22 = TLanes.Zero, c23 = TLanes.Zero;
        TLanes c30 = TLanes.Zero, c31 = TLanes.Zero, c32 = TLanes.Zero, c33 = TLanes.Zero;
        TLanes c40 = TLanes.Zero, c41 = TLanes.Zero, c42 = TLanes.Zero, c43 = TLanes.Zero;
        TLanes c50 = TLanes.Zero, c51 = TLanes.Zero, c52 = TLanes.Zero, c53 = TLanes.Zero;
        nint place0 = places.P0, place1 = places.P1, place2 = places.P2, place3 = places.P3;
        for (int row = 0; row < rows; row++)
        {
            ref T pixels = ref x.From(row).Origin;
            ref T gradient = ref dz.From(row).Origin;
            for (int line = lines; line != 0; line--)
            {
                for (int j = 0; j < width; j += TLanes.Count)
                {
                    ref T pixel = ref Unsafe.Add(ref pixels, j);
                    TLanes x0 = TLanes.Load(ref pixel, place0), x1 = TLanes.Load(ref pixel, place1);
                    TLanes x2 = TLanes.Load(ref pixel, place2), x3 = TLanes.Load(ref pixel, place3);
                    ref T low = ref Unsafe.Add(ref gradient, j);
                    Filter(ref low, 0, x0, x1, x2, x3, ref c00, ref c01, ref c02, ref c03);
                    if (THeight.Rows > 1)
                        Filter(ref low, plane, x0, x1, x2, x3, ref c10, ref c11, ref c12, ref c13);
                    if (THeight.Rows > 2)
                        Filter(ref low, 2 * plane, x0, x1, x2, x3, ref c20, ref c21, ref c22, ref c23);
                    ref T high = ref Unsafe.Add(ref low, 3 * plane);
                    if (THeight.Rows > 3)
                        Filter(ref high, 0, x0, x1, x2, x3, ref c30, ref c31, ref c32, ref c33);
                    if (THeight.Rows > 4)
                        Filter(ref high, plane, x0, x1, x2, x3, ref c40, ref c41, ref c42, ref c43);
                    if (THeight.Rows > 5)
                        Filter(ref high, 2 * plane, x0, x1, x2, x3, ref c50, ref c51, ref c52, ref c53);
                }

                pixels = ref Unsafe.Add(ref pixels, pitch);
                gradient = ref Unsafe.Add(ref gradient, dzPitch);
            }
        }

        Put(c00, c01, c02, c03, count, ref dw);
        if (THeight.Rows > 1)
            Put(c10, c11, c12, c13, count, ref Unsafe.Add(ref dw, dwRow));
        if (THeight.Rows > 2)
            Put(c20, c21, c22, c23, count, ref Unsafe.Add(ref dw, 2 * dwRow));
        if (THeight.Rows > 3)
            Put(c30, c31, c32, c33, count, ref Unsafe.Add(ref dw, 3 * dwRow));
        if (THeight.Rows > 4)
            Put(c40, c41, c42, c43, count, ref Unsafe.Add(ref dw, 4 * dwRow));
        if (THeight.Rows > 5)
            Put(c50, c51, c52, c53, count, ref Unsafe.Add(ref dw, 5 * dwRow));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Filter(
        ref T gradient, nint plane, TLanes x0, TLanes x1, TLanes x2, TLanes x3, ref TLanes c0, ref TLanes c1, ref TLanes c2, ref TLanes c3)
    {
        TLanes dz = TLanes.Load(ref gradient, plane);
        TLanes.Accumulate(ref c0, dz, x0);
        TLanes.Accumulate(ref c1, dz, x1);
        TLanes.Accumulate(ref c2, dz, x2);
        TLanes.Accumulate(ref c3, dz, x3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(TLanes c0, TLanes c1, TLanes c2, TLanes c3, int count, ref T dw)
    {
        FourNumbers<T> sums = default;
        ref T sum = ref Unsafe.As<FourNumbers<T>, T>(ref sums);
        TLanes.StoreSums(c0, c1, c2, c3, ref sum);
        for (int i = 0; i < count; i++)
            Unsafe.Add(ref dw, i) = Number.Sum(Unsafe.Add(ref dw, i), Unsafe.Add(ref sum, i));
    }
}
