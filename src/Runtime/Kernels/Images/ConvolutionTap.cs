using System;
using System.Runtime.CompilerServices;
using GenNet.CompilerServices;

namespace GenNet;

/// <summary>A place of the window: where its weight and its pixels stand, in bytes from those of the origin.</summary>
internal readonly struct ConvolutionTap(nint weight, nint pixel)
{
    /// <summary>The largest windows have their table elsewhere: 4,096 places are 64 KB.</summary>
    public const int MostOnStack = 4096;

    public readonly nint Weight = weight;

    public readonly nint Pixel = pixel;

    /// <summary>The places of a window over a channel of framed images, row by row, as the weights of a filter stand.</summary>
    public static void Fill<T>(Span<ConvolutionTap> taps, in Window window)
        where T : unmanaged
    {
        WindowAxis vertical = window.Rows, horizontal = window.Columns;
        int plane = window.PhasePlane, pitch = horizontal.PhaseSize, size = Unsafe.SizeOf<T>();
        for (int u = 0, t = 0; u < vertical.Kernel; u++)
        {
            int line = vertical.Phase(u) * horizontal.Stride * plane + vertical.Step(u) * pitch;
            for (int v = 0; v < horizontal.Kernel; v++, t++)
                taps[t] = new ConvolutionTap(t * size, (line + horizontal.Phase(v) * plane + horizontal.Step(v)) * size);
        }
    }
}
