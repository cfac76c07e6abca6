using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using GenNet.CompilerServices;

namespace GenNet;

/// <summary>Images in phases of a stride, see <see cref="WindowAxis"/>, from images and back.</summary>
internal static class ImagePhases
{
    /// <summary>The images of some rows, within zeros and in phases.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Split<T>(int rows, Rows<T> x, Rows<T> framed, Window window)
        where T : unmanaged
    {
        WindowAxis vertical = window.Rows, horizontal = window.Columns;
        int plane = window.PhasePlane, all = window.Image.Channels * window.Phases * plane;
        for (int row = 0; row < rows; row++)
        {
            ref T from = ref x.From(row).Origin;
            ref T to = ref framed.From(row).Origin;
            MemoryMarshal.CreateSpan(ref to, all + WindowAxis.Line).Clear();
            for (int c = 0; c < window.Image.Channels; c++, to = ref Unsafe.Add(ref to, window.Phases * plane))
            {
                for (int i = 0; i < vertical.Size; i++, from = ref Unsafe.Add(ref from, horizontal.Size))
                {
                    ref T line = ref Unsafe.Add(ref to, Line(vertical, horizontal, i, plane));
                    int phase = horizontal.Padding % horizontal.Stride, at = horizontal.Padding / horizontal.Stride;
                    for (int j = 0; j < horizontal.Size; j++)
                    {
                        Unsafe.Add(ref line, phase * plane + at) = Unsafe.Add(ref from, j);
                        if (++phase == horizontal.Stride)
                        {
                            phase = 0;
                            at++;
                        }
                    }
                }
            }
        }
    }

    /// <summary>Images from the phases of their gradient; what belongs to the zeros around them is left out.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Join<T>(int rows, Rows<T> phases, Rows<T> x, Window window)
        where T : unmanaged
    {
        WindowAxis vertical = window.Rows, horizontal = window.Columns;
        int plane = vertical.Inner * horizontal.Inner;
        int first = horizontal.Stride == 1 ? 0 : horizontal.Padding;
        for (int row = 0; row < rows; row++)
        {
            ref T from = ref phases.From(row).Origin;
            ref T to = ref x.From(row).Origin;
            for (int c = 0; c < window.Image.Channels; c++, from = ref Unsafe.Add(ref from, window.Phases * plane))
            {
                for (int i = 0; i < vertical.Size; i++, to = ref Unsafe.Add(ref to, horizontal.Size))
                {
                    int padded = vertical.Stride == 1 ? i : i + vertical.Padding;
                    ref T line = ref Unsafe.Add(
                        ref from, padded % vertical.Stride * horizontal.Stride * plane + padded / vertical.Stride * horizontal.Inner);
                    int phase = first % horizontal.Stride, at = first / horizontal.Stride;
                    for (int j = 0; j < horizontal.Size; j++)
                    {
                        Unsafe.Add(ref to, j) = Unsafe.Add(ref line, phase * plane + at);
                        if (++phase == horizontal.Stride)
                        {
                            phase = 0;
                            at++;
                        }
                    }
                }
            }
        }
    }

    /// <summary>Where the phases of a row of the image begin.</summary>
    private static int Line(WindowAxis vertical, WindowAxis horizontal, int i, int plane)
    {
        int padded = i + vertical.Padding;
        return padded % vertical.Stride * horizontal.Stride * plane + padded / vertical.Stride * horizontal.PhaseSize;
    }
}
