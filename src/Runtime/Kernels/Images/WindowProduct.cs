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
    /// <summary>See <see cref="Convolution.Forward{T}(int, Rows{T}, Rows{T}, Rows{T}, Rows{T}, Window)"/>.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    [SkipLocalsInit]
    public static unsafe void Forward(int rows, Rows<T> x, Rows<T> w, Rows<T> b, Rows<T> z, Window window)
    {
        WindowAxis vertical = window.Rows, horizontal = window.Columns;
        int plane = window.PhasePlane, size = sizeof(T), outputs = vertical.Outputs * horizontal.Outputs;
        Span<ConvolutionTap> taps = window.Taps <= MostTapsOnStack ? stackalloc ConvolutionTap[window.Taps] : new ConvolutionTap[window.Taps];
        for (int u = 0, t = 0; u < vertical.Kernel; u++)
        {
            for (int v = 0; v < horizontal.Kernel; v++, t++)
            {
                int phase = vertical.Phase(u) * horizontal.Stride + horizontal.Phase(v);
                taps[t] = new ConvolutionTap(t * size, (phase * plane + vertical.Step(u) * horizontal.PhaseSize + horizontal.Step(v)) * size);
            }
        }

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
            for (int g = 0; g < window.Groups; g++)
            {
                int filter = g * window.GroupFilters;
                PixelProduct<TLanes, T>.Run(
                    window.GroupFilters, sum, vertical.Outputs, horizontal.Outputs, horizontal.PhaseSize,
                    ref w.From(filter).Origin, ref x.From(row)[g * window.GroupChannels * window.Phases * plane], ref At(b, filter), ref z.From(row)[filter * outputs]);
            }
        }
    }

    /// <summary>See <see cref="Convolution.Backward{T}(int, Rows{T}, Rows{T}, Rows{T}, Rows{T}, Window)"/>.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    [SkipLocalsInit]
    public static unsafe void Backward(int rows, Rows<T> dz, Rows<T> w, Rows<T> b, Rows<T> dx, Window window)
    {
        Span<ConvolutionTap> taps = window.Taps <= MostTapsOnStack ? stackalloc ConvolutionTap[window.Taps] : new ConvolutionTap[window.Taps];
        for (int r = 0; r < window.Stride.Rows; r++)
        {
            for (int q = 0; q < window.Stride.Columns; q++)
                Phase(rows, dz, w, b, dx, window, (r, q), taps);
        }
    }

    /// <summary>One phase of dx: the places of the window that read it, and no others.</summary>
    private static unsafe void Phase(int rows, Rows<T> dz, Rows<T> w, Rows<T> b, Rows<T> dx, Window window, (int Row, int Column) phase, Span<ConvolutionTap> taps)
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
            for (int g = 0; g < window.Groups; g++)
            {
                int filter = g * window.GroupFilters, channel = g * window.GroupChannels;
                PixelProduct<TLanes, T>.Run(
                    window.GroupChannels, sum, vertical.Inner, horizontal.Inner, pitch,
                    ref w.From(filter).Origin, ref dz.From(row)[window.FramedLead + filter * plane], ref At(b, channel), ref dx.From(row)[(channel * window.Phases + number) * inner]);
            }
        }
    }

    /// <summary>The largest windows have their table elsewhere: 4,096 places are 64 KB.</summary>
    private const int MostTapsOnStack = 4096;

    private static ref T At(Rows<T> b, int index) => ref Unsafe.IsNullRef(ref b.Origin) ? ref b.Origin : ref b[index];
}
