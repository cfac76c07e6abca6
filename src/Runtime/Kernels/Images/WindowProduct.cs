using System;
using System.Runtime.CompilerServices;
using GenNet.CompilerServices;

namespace GenNet;

/// <summary>The two products of a convolution: with the images, and back with the gradient of what came out.</summary>
/// <typeparam name="TLanes">The vectors.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal static class WindowProduct<TLanes, T>
    where TLanes : struct, IKernelLanes<TLanes, T>
    where T : unmanaged
{
    /// <summary>See <see cref="Convolution.Forward{T}(int, Rows{T}, Rows{T}, Rows{T}, Rows{T}, Rows{T}, Window)"/>.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    [SkipLocalsInit]
    public static unsafe void Forward(int rows, Rows<T> x, Rows<T> w, Rows<T> s, Rows<T> b, Rows<T> z, Window window)
    {
        WindowAxis vertical = window.Rows, horizontal = window.Columns;
        int plane = window.PhasePlane, size = sizeof(T), outputs = vertical.Outputs * horizontal.Outputs;
        Span<ConvolutionTap> taps = window.Taps <= ConvolutionTap.MostOnStack ? stackalloc ConvolutionTap[window.Taps] : new ConvolutionTap[window.Taps];
        ConvolutionTap.Fill<T>(taps, window);
        var sum = new ConvolutionSum
        {
            Channels = window.GroupChannels,
            Taps = window.Taps,
            FirstTap = ref taps[0],
            WeightPlane = (nint)w.Stride * size,
            WeightChannel = (nint)window.Taps * size,
            PixelChannel = (nint)window.Phases * plane * size,
            ResultPlane = (nint)outputs * size,
        };
        for (int row = 0; row < rows; row++)
        {
            scoped NextSample<T> next = Next(row, rows, x, window.FramedImage, window.Filters, vertical.Outputs, horizontal.Outputs);
            for (int g = 0; g < window.Groups; g++)
            {
                int filter = g * window.GroupFilters;
                PixelProduct<TLanes, T>.Run(
                    window.GroupFilters, sum, vertical.Outputs, horizontal.Outputs, horizontal.PhaseSize,
                    ref w.From(filter).Origin, ref x.From(row)[g * window.GroupChannels * window.Phases * plane], ref At(b, filter), ref At(s, filter), ref z.From(row)[filter * outputs],
                    ref next);
            }
        }
    }

    /// <summary>See <see cref="Convolution.Backward{T}(int, Rows{T}, Rows{T}, Rows{T}, Rows{T}, Rows{T}, Window)"/>.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    [SkipLocalsInit]
    public static unsafe void Backward(int rows, Rows<T> dz, Rows<T> w, Rows<T> s, Rows<T> b, Rows<T> dx, Window window)
    {
        Span<ConvolutionTap> taps = window.Taps <= ConvolutionTap.MostOnStack ? stackalloc ConvolutionTap[window.Taps] : new ConvolutionTap[window.Taps];
        for (int r = 0; r < window.Stride.Rows; r++)
        {
            for (int q = 0; q < window.Stride.Columns; q++)
                Phase(rows, dz, w, s, b, dx, window, (r, q), taps);
        }
    }

    /// <summary>One phase of dx: the places of the window that read it, and no others.</summary>
    private static unsafe void Phase(int rows, Rows<T> dz, Rows<T> w, Rows<T> s, Rows<T> b, Rows<T> dx, Window window, (int Row, int Column) phase, Span<ConvolutionTap> taps)
    {
        WindowAxis vertical = window.Rows, horizontal = window.Columns;
        int size = sizeof(T), pitch = horizontal.FramedRow, plane = window.FramedPlane, inner = vertical.Inner * horizontal.Inner, count = 0;
        for (int u = 0; u < vertical.Kernel; u++)
        {
            for (int v = 0; v < horizontal.Kernel; v++)
            {
                if (vertical.Phase(u) != phase.Row || horizontal.Phase(v) != phase.Column)
                    continue;
                int line = vertical.First + vertical.Before - vertical.Step(u), column = horizontal.First - horizontal.Step(v);
                taps[count++] = new ConvolutionTap((u * horizontal.Kernel + v) * size, (line * pitch + column) * size);
            }
        }

        int number = phase.Row * horizontal.Stride + phase.Column;
        var sum = new ConvolutionSum
        {
            Channels = window.GroupFilters,
            Taps = count,
            FirstTap = ref taps[0],
            WeightPlane = (nint)window.Taps * size,
            WeightChannel = (nint)w.Stride * size,
            PixelChannel = (nint)plane * size,
            ResultPlane = (nint)window.Phases * inner * size,
        };
        for (int row = 0; row < rows; row++)
        {
            scoped NextSample<T> next = Next(row, rows, dz, window.FramedOutput, window.Image.Channels, vertical.Inner, horizontal.Inner);
            for (int g = 0; g < window.Groups; g++)
            {
                int filter = g * window.GroupFilters, channel = g * window.GroupChannels;
                PixelProduct<TLanes, T>.Run(
                    window.GroupChannels, sum, vertical.Inner, horizontal.Inner, pitch,
                    ref w.From(filter).Origin, ref dz.From(row)[window.FramedLead + filter * plane], ref At(b, channel), ref At(s, channel), ref dx.From(row)[(channel * window.Phases + number) * inner],
                    ref next);
            }
        }
    }

    /// <summary>A third of a first-level cache.</summary>
    private const int SmallSample = 16 << 10;

    /// <summary>
    /// The framed images of the next row, where there is one and it is not so small that it comes by itself, in as many pieces as tiles fill the planes of a row.
    /// </summary>
    private static NextSample<T> Next(int row, int rows, Rows<T> framed, int numbers, int planes, int lines, int width) =>
        row + 1 < rows && numbers * Unsafe.SizeOf<T>() >= SmallSample
            ? new(ref framed.From(row + 1).Origin, numbers, 1 + planes * lines * ((width + TLanes.Count - 1) / TLanes.Count) / (TLanes.TileRows * 3))
            : default;

    private static ref T At(Rows<T> b, int index) => ref Unsafe.IsNullRef(ref b.Origin) ? ref b.Origin : ref b[index];
}
