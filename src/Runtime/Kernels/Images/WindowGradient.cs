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
    /// <summary>See <see cref="Convolution.WeightGradient"/>.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    [SkipLocalsInit]
    public static void Run(int rows, Rows<T> x, Rows<T> dz, Rows<T> dw, Window window, Share share)
    {
        int from = Share.Start(window.Filters, 1, share.Part, share.Parts), to = Share.Start(window.Filters, 1, share.Part + 1, share.Parts);
        if (from == to)
            return;
        if (share.First)
            MemoryMarshal.CreateSpan(ref dw.From(from).Origin, (to - from) * dw.Stride).Clear();
        Span<ConvolutionTap> taps = window.Taps <= ConvolutionTap.MostOnStack ? stackalloc ConvolutionTap[window.Taps] : new ConvolutionTap[window.Taps];
        ConvolutionTap.Fill<T>(taps, window);
        int channelSize = window.Phases * window.PhasePlane;
        for (int g = from / window.GroupFilters; g * window.GroupFilters < to; g++)
        {
            int first = Math.Max(from, g * window.GroupFilters), last = Math.Min(to, (g + 1) * window.GroupFilters);
            var places = new WindowPlaces<T>(taps, g * window.GroupChannels * channelSize, channelSize);
            if (FiltersAreLanes(window))
                FilterLaneGradient<TLanes, T>.Add(rows, x, dz, dw, window, places, first, last);
            else
                PixelLaneGradient<TLanes, T>.Add(rows, x, dz, dw, window, places, first, last);
        }
    }

    /// <summary>Whichever counts fewer vectors for a place of the window: pixels one by one in vectors of filters, or filters one by one in vectors of pixels.</summary>
    private static bool FiltersAreLanes(Window window)
    {
        int lines = window.Rows.Outputs, columns = window.Columns.Outputs;
        return lines * columns * Vectors(window.GroupFilters) <= window.GroupFilters * lines * Vectors(columns);
    }

    private static int Vectors(int numbers) => (numbers + TLanes.Count - 1) / TLanes.Count;
}
