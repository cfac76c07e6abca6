using System.Runtime.CompilerServices;
using GenNet.CompilerServices;

namespace GenNet;

/// <summary>
/// The register tile of a convolution's weight gradient with filters as lanes: up to eight places of the window by one or two vectors of filters, each summed over the
/// pixels of a block: sums[place, f] = sum over p of x[place + p] dz[p, f].
/// </summary>
/// <typeparam name="TLanes">The vectors.</typeparam>
/// <typeparam name="TWidth">The vectors of filters.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal static class FilterLaneTile<TLanes, TWidth, T>
    where TLanes : struct, IKernelLanes<TLanes, T>
    where TWidth : struct, ITileWidth
    where T : unmanaged
{
    /// <summary>The places of the window in a tile.</summary>
    public static int Places
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TLanes.TileRows;
    }

    /// <summary>The numbers of a row of <c>dz</c> and of <c>sums</c>.</summary>
    public static int Filters
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TWidth.Vectors * TLanes.Count;
    }

    /// <summary>The sums of a tile.</summary>
    /// <param name="x">The framed images, from where the first place of the window reads the first pixel of the block.</param>
    /// <param name="places">Where each place reads it.</param>
    /// <param name="block">The pixels.</param>
    /// <param name="pitch">From a row of pixels to the next in the images.</param>
    /// <param name="dz">[pixels x filters].</param>
    /// <param name="sums">[places x filters].</param>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Sum(Rows<T> x, in EightPlaces places, in PixelBlock block, int pitch, ref T dz, ref T sums)
    {
        TLanes c00 = TLanes.Zero, c01 = TLanes.Zero;
        TLanes c10 = TLanes.Zero, c11 = TLanes.Zero;
        TLanes c20 = TLanes.Zero, c21 = TLanes.Zero;
        TLanes c30 = TLanes.Zero, c31 = TLanes.Zero;
        TLanes c40 = TLanes.Zero, c41 = TLanes.Zero;
        TLanes c50 = TLanes.Zero, c51 = TLanes.Zero;
        TLanes c60 = TLanes.Zero, c61 = TLanes.Zero;
        TLanes c70 = TLanes.Zero, c71 = TLanes.Zero;
        nint size = Unsafe.SizeOf<T>();
        nint place0 = places[0] * size, place1 = places[1] * size, place2 = places[2] * size, place3 = places[3] * size;
        nint place4 = places[4] * size, place5 = places[5] * size, place6 = places[6] * size, place7 = places[7] * size;
        for (int row = 0; row < block.Samples; row++)
        {
            ref T pixel = ref x.From(row).Origin;
            for (int line = block.Lines; line != 0; line--)
            {
                for (int j = block.Columns; j != 0; j--)
                {
                    TLanes dz0 = TLanes.Load(ref dz, 0);
                    TLanes dz1 = TWidth.Vectors > 1 ? TLanes.Load(ref dz, TLanes.Count) : dz0;
                    Add(ref pixel, place0, dz0, dz1, ref c00, ref c01);
                    Add(ref pixel, place1, dz0, dz1, ref c10, ref c11);
                    Add(ref pixel, place2, dz0, dz1, ref c20, ref c21);
                    Add(ref pixel, place3, dz0, dz1, ref c30, ref c31);
                    Add(ref pixel, place4, dz0, dz1, ref c40, ref c41);
                    Add(ref pixel, place5, dz0, dz1, ref c50, ref c51);
                    if (TLanes.TileRows == 8)
                    {
                        Add(ref pixel, place6, dz0, dz1, ref c60, ref c61);
                        Add(ref pixel, place7, dz0, dz1, ref c70, ref c71);
                    }

                    pixel = ref Unsafe.Add(ref pixel, 1);
                    dz = ref Unsafe.Add(ref dz, Filters);
                }

                pixel = ref Unsafe.Add(ref pixel, pitch - block.Columns);
            }
        }

        Store(c00, c01, ref sums, 0);
        Store(c10, c11, ref sums, 1);
        Store(c20, c21, ref sums, 2);
        Store(c30, c31, ref sums, 3);
        Store(c40, c41, ref sums, 4);
        Store(c50, c51, ref sums, 5);
        if (TLanes.TileRows == 8)
        {
            Store(c60, c61, ref sums, 6);
            Store(c70, c71, ref sums, 7);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(ref T pixel, nint place, TLanes dz0, TLanes dz1, ref TLanes sum0, ref TLanes sum1)
    {
        TLanes x = TLanes.Spread(ref pixel, place);
        TLanes.Accumulate(ref sum0, x, dz0);
        if (TWidth.Vectors > 1)
            TLanes.Accumulate(ref sum1, x, dz1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(TLanes sum0, TLanes sum1, ref T sums, int place)
    {
        TLanes.Store(sum0, ref sums, place * Filters);
        if (TWidth.Vectors > 1)
            TLanes.Store(sum1, ref sums, place * Filters + TLanes.Count);
    }
}
