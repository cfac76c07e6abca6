using System;
using System.Numerics;
using GenNet.CompilerServices;

namespace GenNet.Tests.Kernels;

/// <summary>Causal convolutions step by step against plain loops over the steps so far.</summary>
public class ConvolutionStepKernelTests
{
    private const int Steps = 23;

    [Fact]
    public void Of_floats() => Run<LanesAny<float>, float>();

    [Fact]
    public void Of_floats_512() => Run<Lanes512<float>, float>();

    [Fact]
    public void Of_doubles() => Run<LanesAny<double>, double>();

    [Fact]
    public void Of_doubles_512() => Run<Lanes512<double>, double>();

    private static void Run<TLanes, T>()
        where TLanes : struct, IKernelLanes<TLanes, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach ((int channels, int filters, int groups) in new[] { (1, 1, 1), (3, 5, 1), (17, 16, 1), (32, 33, 1), (6, 9, 3), (20, 20, 20), (34, 38, 2) })
        {
            foreach ((int kernel, int dilation) in new[] { (1, 1), (2, 1), (3, 2), (5, 4), (2, 30) })
            {
                var window = new Window((channels, 1, Steps), filters, (1, kernel)) { Padding = (0, dilation * (kernel - 1)), IsCausal = true, Dilation = (1, dilation), Groups = groups };
                Sequence<TLanes, T>(window, hasBias: kernel % 2 == 1);
            }
        }
    }

    private static void Sequence<TLanes, T>(Window window, bool hasBias)
        where TLanes : struct, IKernelLanes<TLanes, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int channels = window.Image.Channels, span = window.Padding.Columns + 1, weights = window.GroupChannels * window.Taps;
        GuardedRows<T> x = GuardedRows<T>.Dense(Steps, channels, 1), w = GuardedRows<T>.PaddedRows(window.Filters, weights, 2, T.NaN, 1), b = GuardedRows<T>.PaddedRows(1, window.Filters, 3, T.NaN);
        GuardedRows<T> ring = GuardedRows<T>.PaddedRows(span, channels, 4, T.Zero), taps = GuardedRows<T>.PaddedRows(1, channels * window.Taps, 5, T.NaN, 1);
        GuardedRows<T> sums = GuardedRows<T>.PaddedRows(window.Groups, window.GroupFilters, 6, T.NaN), z = GuardedRows<T>.PaddedRows(1, window.Filters, 7, T.NaN);
        for (int row = 0; row < span; row++)
        {
            for (int c = 0; c < channels; c++)
                ring[row, c] = T.Zero;
        }

        for (int t = 0; t < Steps; t++)
        {
            foreach (GuardedRows<T> rows in new[] { ring, taps, sums, z })
                rows.Guarded();

            // Far behind the first step the ring is where it was a whole number of rounds before.
            long place = t + (long)int.MaxValue * span;
            WindowStep<TLanes, T>.Run(place, x.Rows.From(t), w.Rows, hasBias ? b.Rows : default, ring.Rows, taps.Rows, sums.Rows, z.Rows, window);
            ring.AssertUntouchedBehind(channels, t % span, t % span + 1);
            taps.AssertUntouchedBehind(taps.Columns);
            sums.AssertUntouchedBehind(GuardedRows<T>.Padded(sums.Columns));
            z.AssertUntouchedBehind(GuardedRows<T>.Padded(window.Filters));
            for (int f = 0; f < window.Filters; f++)
                Expected.Close(z[0, f], (hasBias ? double.CreateTruncating(b[0, f]) : 0) + Sum(window, f, t, x, w), 4 * (weights + 2), $"{window}", t, f);
        }
    }

    private static double Sum<T>(Window window, int filter, int t, GuardedRows<T> x, GuardedRows<T> w)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double sum = 0;
        for (int weight = 0; weight < w.Columns; weight++)
        {
            int at = t - (window.Taps - 1 - weight % window.Taps) * window.Dilation.Columns, channel = filter / window.GroupFilters * window.GroupChannels + weight / window.Taps;
            sum += at < 0 ? 0 : double.CreateTruncating(w[filter, weight]) * double.CreateTruncating(x[at, channel]);
        }

        return sum;
    }
}
