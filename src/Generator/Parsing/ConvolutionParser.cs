using System;
using GenNet.CompilerServices;
using GenNet.Generator.Diagnostics;
using GenNet.Generator.Expressions;
using GenNet.Generator.Model;

namespace GenNet.Generator.Parsing;

/// <summary>From the attributes of convolutions to their records.</summary>
internal static class ConvolutionParser
{
    public static Conv2DLayer Conv2D(LayerContext context)
    {
        Shape input = context.Image();
        (int rows, int columns) = Kernel(context);
        var window = new Window((input.Dimensions[0], input.Dimensions[1], input.Dimensions[2]), Filters(context), (rows, columns))
        {
            Stride = Both(Size(context, "Stride", "pixels of a stride")),
            Padding = Both(NotNegative(context, "Padding")),
            Dilation = Both(Size(context, "Dilation", "pixels of a dilation")),
            Groups = Size(context, "Groups", "groups"),
        };
        window = Checked(context, window, input, window.Image.Channels, window.Filters);
        ActivationFunction activation = context.Activation();
        return new Conv2DLayer(
            context.Name, input, Shape.Of(window.Filters, Outputs(window.Rows, window.Dilation.Rows), Outputs(window.Columns, window.Dilation.Columns)), activation, window, Bias(context), context.Init(before: activation));
    }

    public static Conv1DLayer Conv1D(LayerContext context)
    {
        Shape input = context.Sequence();
        var window = new Window((input.Dimensions[1], 1, input.Dimensions[0]), Filters(context), (1, context.Size(context.Attribute.Argument<int>("kernel") ?? 1, "steps of a window")))
        {
            Stride = (1, Size(context, "Stride", "steps of a stride")),
            Padding = (0, NotNegative(context, "Padding")),
            Dilation = (1, Size(context, "Dilation", "steps of a dilation")),
            Groups = Size(context, "Groups", "groups"),
        };
        if (context.Attribute.Named<bool>("Causal") ?? false)
            window = Causal(context, window);
        window = Checked(context, window, input, window.Image.Channels, window.Filters);
        if (window.Stride.Columns > 1 || Outputs(window.Columns, window.Dilation.Columns) != input.Dimensions[0])
            context.ReportLengths("give it as many steps as come in, by Causal = true, or a stride of 1 and a padding of half the window");
        ActivationFunction activation = context.Activation();
        return new Conv1DLayer(context.Name, input, Shape.Of(Outputs(window.Columns, window.Dilation.Columns), window.Filters), activation, window, Bias(context), context.Init(before: activation));
    }

    /// <summary>With zeros before the first step, so many that the window of that step ends with it.</summary>
    private static Window Causal(LayerContext context, Window window)
    {
        if (window.Stride.Columns > 1)
            context.Report(Descriptors.CausalWindow, "Stride");
        if (context.Attribute.Named<int>("Padding") is not null)
            context.Report(Descriptors.CausalWindow, "Padding");
        return window with { Stride = (1, 1), Padding = (0, (int)Math.Min(int.MaxValue, Span(window.Dilation.Columns, window.Kernel.Columns) - 1)), IsCausal = true };
    }

    public static ConvTranspose2DLayer ConvTranspose2D(LayerContext context)
    {
        Shape input = context.Image();
        (int rows, int columns) = Kernel(context);
        int filters = Filters(context), stride = Size(context, "Stride", "pixels of a stride"), padding = NotNegative(context, "Padding");
        int dilation = Size(context, "Dilation", "pixels of a dilation"), groups = Size(context, "Groups", "groups"), more = NotNegative(context, "OutputPadding");
        if (more >= stride)
            context.Report(Descriptors.InvalidOutputPadding, more, stride);
        (long height, long width) = (Enlarged(input.Dimensions[1], rows), Enlarged(input.Dimensions[2], columns));
        if (height is < 1 or > int.MaxValue || width is < 1 or > int.MaxValue)
            context.Report(Descriptors.NothingLeft, padding, input, height, width);
        bool isBroken = context.HasError;
        ReportGroups(context, groups, input.Dimensions[0], filters);
        ActivationFunction activation = context.Activation();
        var window = new Window((filters, (int)height, (int)width), input.Dimensions[0], (rows, columns))
        {
            Stride = Both(stride), Padding = Both(padding), Dilation = Both(dilation), Groups = groups,
        };
        return new ConvTranspose2DLayer(
            context.Name, input, isBroken ? Shape.Of(filters, 1, 1) : Shape.Of(filters, (int)height, (int)width), activation, window, Bias(context), context.Init(before: activation));

        long Enlarged(int size, int kernel) => (long)stride * (size - 1) - 2L * padding + (long)dilation * (kernel - 1) + 1 + more;
    }

    private static (int Rows, int Columns) Kernel(LayerContext context)
    {
        int? square = context.Attribute.Argument<int>("kernel");
        return (context.Size(square ?? context.Attribute.Argument<int>("kernelRows") ?? 1, square is null ? "kernel rows" : "pixels of a window"),
            context.Size(square ?? context.Attribute.Argument<int>("kernelColumns") ?? 1, square is null ? "kernel columns" : "pixels of a window"));
    }

    private static int Filters(LayerContext context) => context.Size(context.Attribute.Argument<int>("filters") ?? 1, "filters");

    private static int Size(LayerContext context, string property, string what) => context.Size(context.Attribute.Named<int>(property) ?? 1, what);

    private static int NotNegative(LayerContext context, string property)
    {
        int value = context.Attribute.Named<int>(property) ?? 0;
        if (value < 0)
            context.Report(Descriptors.NegativePadding, property, value);
        return Math.Max(0, value);
    }

    /// <summary>The window, or one of a single place where it is a mistake.</summary>
    private static Window Checked(LayerContext context, Window window, Shape input, int channels, int filters)
    {
        long rows = Span(window.Dilation.Rows, window.Kernel.Rows), columns = Span(window.Dilation.Columns, window.Kernel.Columns);
        if (context.Before.Shape is not null && (window.Rows.PaddedSize < rows || window.Columns.PaddedSize < columns))
        {
            int padding = Math.Max(window.Padding.Rows, window.Padding.Columns);
            context.Report(
                Descriptors.WindowTooLarge, window.IsLine ? $"{columns} steps" : $"{rows} x {columns} pixels", input, padding > 0 ? $" with a padding of {padding}" : "");
        }

        ReportGroups(context, window.Groups, channels, filters);
        return context.HasError ? new Window(window.Image, window.Filters, (1, 1)) : window;
    }

    private static void ReportGroups(LayerContext context, int groups, int channels, int filters)
    {
        if (context.Before.Shape is not null && (channels % groups != 0 || filters % groups != 0))
            context.Report(Descriptors.InvalidGroups, groups, channels, filters);
    }

    /// <summary>The places of the output; the largest number where there are more, as a network of so large a layer is none.</summary>
    private static int Outputs(WindowAxis axis, int dilation) => (int)Math.Min(int.MaxValue, (axis.PaddedSize - Span(dilation, axis.Kernel)) / axis.Stride + 1);

    private static long Span(int dilation, int kernel) => (long)dilation * (kernel - 1) + 1;

    private static bool Bias(LayerContext context) => context.Attribute.Named<bool>("Bias") ?? true;

    private static (int Rows, int Columns) Both(int value) => (value, value);
}
