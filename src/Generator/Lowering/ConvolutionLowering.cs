using GenNet.CompilerServices;
using GenNet.Generator.Graphs;
using GenNet.Generator.Model;
using GenNet.Generator.Operations;

namespace GenNet.Generator.Lowering;

/// <summary>Convolutions: the images in a frame of zeros, then the products with the window.</summary>
internal static class ConvolutionLowering
{
    /// <summary>Appends a convolution of images and returns z.</summary>
    public static Value Lower(Conv2DLayer layer, LoweringContext context) =>
        Lower(layer, context, context.Input, layer.Output, layer.Window, new Affine(layer.Bias, layer.Init));

    /// <summary>Appends a convolution of the images of a value, such as a residual connection's projection.</summary>
    /// <param name="layer">The layer whose tensors W and b are.</param>
    /// <param name="context">Its place.</param>
    /// <param name="source">The images.</param>
    /// <param name="outputs">The shape of the result.</param>
    /// <param name="window">The geometry.</param>
    /// <param name="affine">Whether there is a bias, and how the weights are drawn.</param>
    /// <param name="result">What the result is called.</param>
    public static Value Lower(LayerModel layer, LoweringContext context, Value source, Shape outputs, Window window, Affine affine, string result = "z")
    {
        Window plain = Lines(window);
        (Value weight, Value? bias) = Parameters(layer, context, window, window.Filters, affine);
        Value framed = context.Value("x", Shape.Of(plain.FramedImage)), z = context.Value(result, outputs);
        context.Add(new Frame(context.Number, framed, source, plain, Framed.Image));
        context.Add(new WindowProduct(context.Number, z, framed, source.Shape, weight, bias, plain));
        return z;
    }

    /// <summary>Appends a convolution of sequences, [steps, features], and returns z: that of images of one row, turned there and back.</summary>
    public static Value Lower(Conv1DLayer layer, LoweringContext context)
    {
        if (context.IsStream)
            return Step(layer, context);
        Value turned = SequenceLowering.Turned(context, "t", layer.Window.IsCausal ? context.Input : SequenceLowering.UpToLength(context));
        Value channels = Lower(layer, context, turned, SequenceLowering.AsImage(layer.Output), layer.Window, new Affine(layer.Bias, layer.Init), "c");
        return SequenceLowering.TurnedBack(context, "z", channels);
    }

    /// <summary>Appends a causal convolution of one step, from the steps that its window sees, and returns z.</summary>
    private static Value Step(Conv1DLayer layer, LoweringContext context)
    {
        Window window = layer.Window;
        (int channels, int kernel, int span) = (window.Image.Channels, window.Kernel.Columns, window.Dilation.Columns * (window.Kernel.Columns - 1) + 1);
        (Value weight, Value? bias) = Parameters(layer, context, window, window.Filters, new Affine(layer.Bias, layer.Init));
        Value z = context.Value("z", layer.Output), ring = context.Value("ring", Shape.Of(span, channels));
        Value taps = context.BlockValue("taps", Shape.Of(channels * kernel)), sums = context.BlockValue("sums", Shape.Of(window.Groups, window.Filters / window.Groups));
        context.Add(new WindowStep(context.Number, z, context.Input, weight, bias, ring, taps, sums, window));
        return z;
    }

    /// <summary>Appends a transposed convolution and returns z.</summary>
    public static Value Lower(ConvTranspose2DLayer layer, LoweringContext context)
    {
        (Value weight, Value? bias) = Parameters(layer, context, layer.Window, layer.Window.Image.Channels, new Affine(layer.Bias, layer.Init));
        Value framed = context.Value("x", Shape.Of(layer.Window.FramedOutput)), z = context.Value("z", layer.Output);
        context.Add(new Frame(context.Number, framed, context.Input, layer.Window, Framed.Output));
        TransposedWindowProduct.Append(context.Add, context.Number, z, framed, context.Input.Shape, weight, bias, layer.Window);
        return z;
    }

    /// <summary>A window of one pixel sees no rows: images are one row then, and vectors run over all of it.</summary>
    private static Window Lines(Window window) => window is { Kernel: (1, 1), Stride: (1, 1), Padding: (0, 0) }
        ? new Window((window.Image.Channels, 1, window.Image.Rows * window.Image.Columns), window.Filters, (1, 1)) { Groups = window.Groups }
        : window;

    /// <summary>The weights as PyTorch has them, each filter a row, and the bias of what comes out.</summary>
    private static (Value Weight, Value? Bias) Parameters(LayerModel layer, LoweringContext context, Window window, int outputs, Affine affine)
    {
        int channels = window.Image.Channels / window.Groups, taps = window.Kernel.Rows * window.Kernel.Columns;

        // As PyTorch counts: the second dimension of the weights in, the first one out.
        int fanIn = channels * taps, fanOut = window.Filters * taps;
        Value weight = context.Parameter(
            "W", window.IsLine && layer is Conv1DLayer ? Shape.Of(window.Filters, channels, window.Kernel.Columns) : Shape.Of(window.Filters, channels, window.Kernel.Rows, window.Kernel.Columns),
            value => new ParameterTensor(
                value, layer.Name + ".weight", "Weight", [.. value.Shape.Dimensions], [Axis.Rows, .. System.Linq.Enumerable.Repeat(Axis.Columns, value.Shape.Rank - 1)], fanIn, fanOut,
                affine.Init));
        Value? bias = !affine.Bias ? null : context.Parameter(
            "b", Shape.Of(outputs), value => new ParameterTensor(value, layer.Name + ".bias", "Bias", [outputs], [Axis.Columns], fanIn, fanOut, WeightInit.Zeros));
        return (weight, bias);
    }
}
