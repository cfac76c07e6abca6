using System;
using System.Collections.Generic;
using GenNet.CompilerServices;

namespace GenNet.Tests.Kernels;

/// <summary>A window over images, place by place.</summary>
internal sealed class PlainWindow
{
    private const int MostTerms = 60_000;

    private PlainWindow(Window window)
    {
        Window = window;
        WindowAxis rows = window.Rows, columns = window.Columns;
        Down = Places(rows, window.Dilation.Rows);
        Across = Places(columns, window.Dilation.Columns);
    }

    /// <summary>
    /// Images whose rows are short against a vector, with and without zeros between them; filters of several panels; and blocks of pixels that are a part of a sample, or of
    /// a row.
    /// </summary>
    public static IEnumerable<PlainWindow> Edges { get; } =
    [
        new(new Window((3, 7, 7), 20, (3, 3)) { Padding = (1, 1) }),
        new(new Window((5, 4, 4), 9, (3, 3)) { Padding = (1, 1) }),
        new(new Window((2, 7, 7), 3, (3, 3)) { Padding = (1, 1) }),
        new(new Window((2, 9, 5), 6, (1, 1))),
        new(new Window((4, 6, 5), 8, (2, 3)) { Padding = (2, 2), Dilation = (2, 1), Groups = 4 }),
        new(new Window((3, 13, 13), 7, (3, 3)) { Padding = (1, 1), Stride = (2, 2) }),
        new(new Window((2, 6, 6), 70, (3, 3)) { Padding = (1, 1) }),
        new(new Window((1, 30, 40), 36, (1, 1))),
        new(new Window((1, 1, 1500), 33, (1, 1))),
        new(new Window((1, 3, 1100), 17, (1, 1))),
    ];

    public Window Window { get; }

    /// <summary>The numbers of a sample that comes in.</summary>
    public int Pixels => Window.Image.Channels * Window.Image.Rows * Window.Image.Columns;

    /// <summary>The numbers of what goes out.</summary>
    public int Outputs => Window.Filters * Down * Across;

    /// <summary>The weights of a filter.</summary>
    public int Weights => Window.Image.Channels / Window.Groups * Window.Kernel.Rows * Window.Kernel.Columns;

    /// <summary>The rows of what goes out.</summary>
    public int Down { get; }

    /// <summary>The columns of what goes out.</summary>
    public int Across { get; }

    /// <summary>Geometries at random that fit: with as many filters as several tiles have, rows shorter and longer than vectors, depthwise ones, and some along one row with a long window.</summary>
    public static PlainWindow Any(Random random)
    {
        while (true)
        {
            bool isLine = random.Next(5) == 0, isDepthwise = random.Next(5) == 0;
            int groups = random.Next(3) == 0 ? random.Next(2, 6) : 1, channels = groups * (isDepthwise ? 1 : random.Next(1, 5)), filters = groups * random.Next(1, groups > 1 ? 8 : 20);
            (int Rows, int Columns) kernel = isLine ? (1, random.Next(1, 28)) : (random.Next(1, 6), random.Next(1, 8));
            var window = new Window((channels, isLine ? 1 : random.Next(1, 41), random.Next(1, 41)), filters, kernel)
            {
                Stride = (random.Next(1, 4), random.Next(1, 4)),
                Padding = (random.Next(kernel.Rows + 3), random.Next(3) == 0 ? 0 : random.Next(kernel.Columns + 3)),
                Dilation = (random.Next(1, 4), random.Next(1, 4)),
                Groups = groups,
                IsCausal = random.Next(4) == 0,
            };
            var plain = new PlainWindow(window);
            if (plain.Down > 0 && plain.Across > 0 && (long)plain.Outputs * plain.Weights <= MostTerms)
                return plain;
        }
    }

    /// <summary>All pairs of a weight and a pixel that meet, those in the zeros around the image left out: filter, weight of the filter, pixel and output.</summary>
    public IEnumerable<(int Filter, int Weight, int Pixel, int Output)> Terms()
    {
        (int channels, int height, int width) = Window.Image;
        int group = channels / Window.Groups;
        for (int output = 0; output < Outputs; output++)
        {
            int filter = output / (Down * Across), first = filter / (Window.Filters / Window.Groups) * group;
            int top = output / Across % Down * Window.Stride.Rows - Window.Padding.Rows, left = output % Across * Window.Stride.Columns - Window.Padding.Columns;
            for (int weight = 0; weight < Weights; weight++)
            {
                int i = top + weight / Window.Kernel.Columns % Window.Kernel.Rows * Window.Dilation.Rows, j = left + weight % Window.Kernel.Columns * Window.Dilation.Columns;
                if (i >= 0 && i < height && j >= 0 && j < width)
                    yield return (filter, weight, ((first + weight / (Window.Kernel.Rows * Window.Kernel.Columns)) * height + i) * width + j, output);
            }
        }
    }

    /// <summary>Where a pixel stands in the phases of the padded image.</summary>
    public int PlaceOfPixel(int pixel)
    {
        WindowAxis rows = Window.Rows, columns = Window.Columns;
        int channel = pixel / (rows.Size * columns.Size), i = pixel / columns.Size % rows.Size + rows.Padding, j = pixel % columns.Size + columns.Padding;
        int phase = i % rows.Stride * columns.Stride + j % columns.Stride;
        return (channel * rows.Stride * columns.Stride + phase) * Window.PhasePlane + i / rows.Stride * columns.PhaseSize + j / columns.Stride;
    }

    /// <summary>Where an output stands in the framed gradient.</summary>
    public int PlaceOfOutput(int output) =>
        Window.FramedLead + output / (Down * Across) * Window.FramedPlane + (Window.Rows.Before + output / Across % Down) * Window.Columns.FramedRow + output % Across;

    /// <summary>How often the window fits.</summary>
    private static int Places(WindowAxis axis, int dilation)
    {
        long padded = axis.PaddedSize, reach = dilation * (axis.Kernel - 1L) + 1;
        return padded < reach ? 0 : (int)((padded - reach) / axis.Stride) + 1;
    }
}
