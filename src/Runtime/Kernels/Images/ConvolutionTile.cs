using System.Runtime.CompilerServices;

namespace GenNet;

/// <summary>
/// The register tile of a convolution: up to eight planes of the result by up to three vectors of pixels, each summed in registers over all channels and all places
/// of the window: c = start + scale times the sum over k, t of a[k, t] b[k, t].
/// </summary>
/// <remarks>
/// A vector runs along a row of pixels, so that what a place of the window contributes is the same row, shifted: each vector read serves all planes, each weight all
/// vectors. Height and width are known where it is inlined.
/// </remarks>
/// <typeparam name="TLanes">The vectors.</typeparam>
/// <typeparam name="THeight">The planes.</typeparam>
/// <typeparam name="TWidth">The vectors of a tile.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal static class ConvolutionTile<TLanes, THeight, TWidth, T>
    where TLanes : struct, IKernelLanes<TLanes, T>
    where THeight : struct, ITileHeight
    where TWidth : struct, ITileWidth
    where T : unmanaged
{
    /// <summary>As many tiles as so many vectors fill; returns the vectors that are left.</summary>
    /// <param name="vectors">The vectors of a plane that are still to be computed.</param>
    /// <param name="places">Where they are.</param>
    /// <param name="sum">What is summed.</param>
    /// <param name="a">The weights of the first plane.</param>
    /// <param name="b">The first pixel that is read for the first channel and the window's origin.</param>
    /// <param name="start">What the sums of the first plane start from, those of the next behind it; null for zero.</param>
    /// <param name="scale">What the sums are multiplied by before that, of the first plane, those of the next behind it; null for one.</param>
    /// <param name="c">The first plane of the result.</param>
    /// <param name="next">The sample after this one.</param>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static int Run(
        int vectors, ref PixelPlaces<TLanes, T> places, in ConvolutionSum sum, ref T a, ref T b, ref T start, ref T scale, ref T c, ref NextSample<T> next)
    {
        for (; vectors >= TWidth.Vectors; vectors -= TWidth.Vectors)
        {
            next.Fetch();
            PixelPlace at0 = places.Take(), at1 = TWidth.Vectors > 1 ? places.Take() : at0, at2 = TWidth.Vectors > 2 ? places.Take() : at0;
            TLanes c00 = TLanes.Zero, c01 = TLanes.Zero, c02 = TLanes.Zero;
            TLanes c10 = TLanes.Zero, c11 = TLanes.Zero, c12 = TLanes.Zero;
            TLanes c20 = TLanes.Zero, c21 = TLanes.Zero, c22 = TLanes.Zero;
            TLanes c30 = TLanes.Zero, c31 = TLanes.Zero, c32 = TLanes.Zero;
            TLanes c40 = TLanes.Zero, c41 = TLanes.Zero, c42 = TLanes.Zero;
            TLanes c50 = TLanes.Zero, c51 = TLanes.Zero, c52 = TLanes.Zero;
            TLanes c60 = TLanes.Zero, c61 = TLanes.Zero, c62 = TLanes.Zero;
            TLanes c70 = TLanes.Zero, c71 = TLanes.Zero, c72 = TLanes.Zero;
            nint aRow = sum.WeightPlane, aRow3 = 3 * aRow;
            ref T weights = ref a;
            ref T b0 = ref Unsafe.Add(ref b, at0.Source);
            ref T b1 = ref Unsafe.Add(ref b, at1.Source);
            ref T b2 = ref Unsafe.Add(ref b, at2.Source);
            for (int k = sum.Channels; k != 0; k--)
            {
                ref ConvolutionTap tap = ref Unsafe.AsRef(in sum.FirstTap);
                for (int t = sum.Taps; t != 0; t--)
                {
                    TLanes x0 = TLanes.Load(ref Unsafe.AddByteOffset(ref b0, tap.Pixel), 0);
                    TLanes x1 = TWidth.Vectors > 1 ? TLanes.Load(ref Unsafe.AddByteOffset(ref b1, tap.Pixel), 0) : x0;
                    TLanes x2 = TWidth.Vectors > 2 ? TLanes.Load(ref Unsafe.AddByteOffset(ref b2, tap.Pixel), 0) : x0;
                    ref T low = ref Unsafe.AddByteOffset(ref weights, tap.Weight);
                    ref T high = ref Unsafe.AddByteOffset(ref low, 4 * aRow);
                    Add(ref low, 0, x0, x1, x2, ref c00, ref c01, ref c02);
                    if (THeight.Rows > 1)
                        Add(ref low, aRow, x0, x1, x2, ref c10, ref c11, ref c12);
                    if (THeight.Rows > 2)
                        Add(ref low, 2 * aRow, x0, x1, x2, ref c20, ref c21, ref c22);
                    if (THeight.Rows > 3)
                        Add(ref low, aRow3, x0, x1, x2, ref c30, ref c31, ref c32);
                    if (THeight.Rows > 4)
                        Add(ref high, 0, x0, x1, x2, ref c40, ref c41, ref c42);
                    if (THeight.Rows > 5)
                        Add(ref high, aRow, x0, x1, x2, ref c50, ref c51, ref c52);
                    if (THeight.Rows > 6)
                        Add(ref high, 2 * aRow, x0, x1, x2, ref c60, ref c61, ref c62);
                    if (THeight.Rows > 7)
                        Add(ref high, aRow3, x0, x1, x2, ref c70, ref c71, ref c72);
                    tap = ref Unsafe.Add(ref tap, 1);
                }

                weights = ref Unsafe.AddByteOffset(ref weights, sum.WeightChannel);
                b0 = ref Unsafe.AddByteOffset(ref b0, sum.PixelChannel);
                if (TWidth.Vectors > 1)
                    b1 = ref Unsafe.AddByteOffset(ref b1, sum.PixelChannel);
                if (TWidth.Vectors > 2)
                    b2 = ref Unsafe.AddByteOffset(ref b2, sum.PixelChannel);
            }

            nint plane = sum.ResultPlane;
            Store(0, c00, c01, c02, ref start, ref scale, ref c, at0, at1, at2);
            if (THeight.Rows > 1)
                Store(1, c10, c11, c12, ref start, ref scale, ref Unsafe.AddByteOffset(ref c, plane), at0, at1, at2);
            if (THeight.Rows > 2)
                Store(2, c20, c21, c22, ref start, ref scale, ref Unsafe.AddByteOffset(ref c, 2 * plane), at0, at1, at2);
            if (THeight.Rows > 3)
                Store(3, c30, c31, c32, ref start, ref scale, ref Unsafe.AddByteOffset(ref c, 3 * plane), at0, at1, at2);
            if (THeight.Rows > 4)
                Store(4, c40, c41, c42, ref start, ref scale, ref Unsafe.AddByteOffset(ref c, 4 * plane), at0, at1, at2);
            if (THeight.Rows > 5)
                Store(5, c50, c51, c52, ref start, ref scale, ref Unsafe.AddByteOffset(ref c, 5 * plane), at0, at1, at2);
            if (THeight.Rows > 6)
                Store(6, c60, c61, c62, ref start, ref scale, ref Unsafe.AddByteOffset(ref c, 6 * plane), at0, at1, at2);
            if (THeight.Rows > 7)
                Store(7, c70, c71, c72, ref start, ref scale, ref Unsafe.AddByteOffset(ref c, 7 * plane), at0, at1, at2);
        }

        return vectors;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(ref T weights, nint bytes, TLanes x0, TLanes x1, TLanes x2, ref TLanes sum0, ref TLanes sum1, ref TLanes sum2)
    {
        TLanes weight = TLanes.Spread(ref weights, bytes);
        TLanes.Accumulate(ref sum0, weight, x0);
        if (TWidth.Vectors > 1)
            TLanes.Accumulate(ref sum1, weight, x1);
        if (TWidth.Vectors > 2)
            TLanes.Accumulate(ref sum2, weight, x2);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(
        int i, TLanes sum0, TLanes sum1, TLanes sum2, ref T start, ref T scale, ref T c, in PixelPlace at0, in PixelPlace at1, in PixelPlace at2)
    {
        if (!Unsafe.IsNullRef(ref scale))
        {
            TLanes factor = TLanes.Spread(ref scale, i * Unsafe.SizeOf<T>());
            sum0 *= factor;
            if (TWidth.Vectors > 1)
                sum1 *= factor;
            if (TWidth.Vectors > 2)
                sum2 *= factor;
        }

        if (!Unsafe.IsNullRef(ref start))
        {
            TLanes first = TLanes.Spread(ref start, i * Unsafe.SizeOf<T>());
            sum0 += first;
            if (TWidth.Vectors > 1)
                sum1 += first;
            if (TWidth.Vectors > 2)
                sum2 += first;
        }

        at0.Store(sum0, ref c);
        if (TWidth.Vectors > 1)
            at1.Store(sum1, ref c);
        if (TWidth.Vectors > 2)
            at2.Store(sum2, ref c);
    }
}
