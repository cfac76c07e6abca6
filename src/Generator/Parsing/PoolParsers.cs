using System;
using GenNet.Generator.Diagnostics;
using GenNet.Generator.Model;

namespace GenNet.Generator.Parsing;

/// <summary>From the attributes of pools to their records.</summary>
internal static class PoolParsers
{
    public static MaxPool2DLayer MaxPool2D(LayerContext context) => Image(context, (input, output, windows) => new MaxPool2DLayer(input, output, windows));

    public static AveragePool2DLayer AveragePool2D(LayerContext context) => Image(context, (input, output, windows) => new AveragePool2DLayer(input, output, windows));

    public static MaxPool1DLayer MaxPool1D(LayerContext context) => Sequence(context, (input, output, windows) => new MaxPool1DLayer(input, output, windows));

    public static AveragePool1DLayer AveragePool1D(LayerContext context) => Sequence(context, (input, output, windows) => new AveragePool1DLayer(input, output, windows));

    public static GlobalAveragePoolLayer GlobalAverage(LayerContext context)
    {
        Shape input = context.Before.Shape is { Rank: 2 } ? context.Sequence() : context.Image();
        return new GlobalAveragePoolLayer(input, Shape.Of(input.Dimensions[input.Rank == 2 ? 1 : 0]));
    }

    public static Upsample2DLayer Upsample2D(LayerContext context)
    {
        Shape input = context.Image();
        int scale = context.Size(context.Attribute.Argument<int>("scale") ?? 1, "rows and columns of a pixel");
        return new Upsample2DLayer(input, Shape.Of(input.Dimensions[0], Times(input.Dimensions[1], scale), Times(input.Dimensions[2], scale)), scale);
    }

    private static T Image<T>(LayerContext context, Func<Shape, Shape, PoolWindows, T> layer)
    {
        Shape input = context.Image();
        int? size = context.Attribute.Argument<int>("size");
        int rows = context.Size(size ?? context.Attribute.Argument<int>("rows") ?? 1, "rows of a window");
        int columns = context.Size(size ?? context.Attribute.Argument<int>("columns") ?? 1, "columns of a window");
        PoolWindows side = PoolWindows.OfImage(input, (rows, columns), 1, 0) with { Stride = (rows, columns) };
        PoolWindows windows = Measured(context, side, input);
        return layer(input, Shape.Of(windows.Planes, windows.ResultRows, windows.ResultColumns), windows);
    }

    private static T Sequence<T>(LayerContext context, Func<Shape, Shape, PoolWindows, T> layer)
    {
        Shape input = context.Sequence();
        context.ReportLengths("use [GlobalAveragePool], the mean of the steps that a row has");
        int size = context.Size(context.Attribute.Argument<int>("size") ?? 1, "steps of a window");
        PoolWindows windows = Measured(context, PoolWindows.OfSequence(input, size, size, 0), input);
        return layer(input, Shape.Of(windows.ResultRows, windows.ResultColumns), windows);
    }

    /// <summary>The windows with the stride and the padding that the attribute states.</summary>
    /// <param name="context">The attribute.</param>
    /// <param name="windows">The windows side by side.</param>
    /// <param name="input">The shape of what comes, which they must fit into if it is known.</param>
    private static PoolWindows Measured(LayerContext context, PoolWindows windows, Shape input)
    {
        bool isImage = input.Rank == 3;
        string window = isImage ? $"{windows.Size.Rows} x {windows.Size.Columns}" : $"{windows.Size.Rows}";
        if (context.Attribute.Named<int>("Stride") is { } stride)
        {
            stride = context.Size(stride, isImage ? "rows and columns from one window to the next" : "steps from one window to the next");
            windows = windows with { Stride = isImage ? (stride, stride) : (stride, 1) };
        }

        int padding = context.Attribute.Named<int>("Padding") ?? 0, most = (isImage ? Math.Min(windows.Size.Rows, windows.Size.Columns) : windows.Size.Rows) / 2;
        if (padding < 0 || padding > most)
            context.Report(Descriptors.InvalidPoolPadding, window, most, padding);
        padding = Math.Min(Math.Max(0, padding), most);
        windows = windows with { Padding = isImage ? (padding, padding) : (padding, 0) };
        if (context.Before.Shape is { } shape && shape.Rank == input.Rank && !windows.Fits)
            context.Report(Descriptors.WindowTooLarge, window, shape, padding == 0 ? "" : $" with a padding of {padding}");
        return windows;
    }

    private static int Times(int length, int scale) => (int)Math.Min(int.MaxValue, (long)length * scale);
}
