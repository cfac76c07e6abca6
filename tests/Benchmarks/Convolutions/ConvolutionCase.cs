using System.Collections.Generic;
using System.Linq;
using GenNet.Benchmarks.Comparison;
using GenNet.CompilerServices;

namespace GenNet.Benchmarks.Convolutions;

/// <summary>One product of a convolution.</summary>
internal enum Product
{
    Forward,
    WeightGradient,
    InputGradient,
}

/// <summary>A convolution with a square window, of one of its products.</summary>
/// <param name="Channels">The channels of the images.</param>
/// <param name="Size">Their rows and columns.</param>
/// <param name="Filters">The channels that come out.</param>
/// <param name="Kernel">Rows and columns of the window.</param>
/// <param name="Padding">The zeros on each side.</param>
/// <param name="Batch">The images.</param>
/// <param name="Product">What is computed.</param>
internal sealed record ConvolutionCase(int Channels, int Size, int Filters, int Kernel, int Padding, int Batch, Product Product)
{
    public string Title => $"{Channels} x {Size} x {Size}, {Kernel} x {Kernel} -> {Filters}";

    public int Outputs => Size + 2 * Padding - Kernel + 1;

    /// <summary>The arithmetic of an iteration, products with the zeros around the images included.</summary>
    public double Operations => 2.0 * Batch * Outputs * Outputs * Filters * Channels * Kernel * Kernel;

    public Window Window => new((Channels, Size, Size), Filters, (Kernel, Kernel)) { Padding = (Padding, Padding) };

    /// <summary>The layers of LeNet-5, those of a block as VGG has them, and others between and beyond.</summary>
    public static IEnumerable<ConvolutionCase> All =>
        from shape in new (int Channels, int Size, int Filters, int Kernel, int Padding, int Batch)[]
        {
            (1, 28, 6, 5, 2, 32), (6, 14, 16, 5, 0, 32), (32, 14, 64, 3, 1, 32), (64, 14, 64, 3, 1, 32),
            (16, 32, 16, 3, 1, 32), (128, 14, 128, 3, 1, 16), (64, 56, 64, 3, 1, 4), (64, 7, 64, 3, 1, 32),
        }
        from product in new[] { Product.Forward, Product.WeightGradient, Product.InputGradient }
        select new ConvolutionCase(shape.Channels, shape.Size, shape.Filters, shape.Kernel, shape.Padding, shape.Batch, product);

    public static ConvolutionCase Of(Request request)
    {
        int[] c = request.Convolution!;
        return new ConvolutionCase(c[0], c[1], c[2], c[3], c[4], request.Batch, System.Enum.Parse<Product>(request.Work!));
    }

    public Request Load() => new("load") { Convolution = [Channels, Size, Filters, Kernel, Padding], Batch = Batch, Work = Product.ToString() };
}
