using System;

namespace GenNet;

/// <summary>
/// A convolution of images: z[f, i, j] = b[f] + the sum over c, u, v of W[f, c, u, v] x[c, s i + d u - p, s j + d v - p], with stride s, dilation d and padding p, and
/// a = activation(z). As in PyTorch and in most of the field the window is not flipped: a cross-correlation (LeCun et al., "Gradient-Based Learning Applied to Document
/// Recognition", 1998).
/// </summary>
/// <remarks>
/// <para>It takes [channels, rows, columns] and gives [filters, rows', columns'] with rows' = (rows + 2 p - d (kernel - 1) - 1) / s + 1, rounded down. Its tensors are
/// <c>weight</c> [filters, channels / groups, kernel rows, kernel columns] and <c>bias</c> [filters], as PyTorch's.</para>
/// <para>The activation may be a function of the user's, as that of a <see cref="DenseAttribute">[Dense]</see> layer.</para>
/// </remarks>
public sealed class Conv2DAttribute : ConvolutionAttribute
{
    /// <summary>Filters with a square window.</summary>
    /// <param name="filters">The channels that come out, at least 1.</param>
    /// <param name="kernel">Rows and columns of the window, each at least 1.</param>
    /// <param name="activation">The function applied to the outputs; without one, they are z itself.</param>
    public Conv2DAttribute(int filters, int kernel, Activation activation = GenNet.Activation.Identity)
        : base(filters)
    {
        KernelRows = kernel;
        KernelColumns = kernel;
        Activation = activation;
    }

    /// <summary>Filters with a square window and a function of the user's, a static method of the same class.</summary>
    /// <param name="filters">The channels that come out, at least 1.</param>
    /// <param name="kernel">Rows and columns of the window, each at least 1.</param>
    /// <param name="function">The name of the method: <c>nameof(Mish)</c>.</param>
    public Conv2DAttribute(int filters, int kernel, string function)
        : base(filters)
    {
        KernelRows = kernel;
        KernelColumns = kernel;
        Function = function;
    }

    /// <summary>Filters with a square window and a function of the user's, a static method of another class.</summary>
    /// <param name="filters">The channels that come out, at least 1.</param>
    /// <param name="kernel">Rows and columns of the window, each at least 1.</param>
    /// <param name="type">The class of the method, of this project.</param>
    /// <param name="function">The name of the method: <c>nameof(MyFunctions.Mish)</c>.</param>
    public Conv2DAttribute(int filters, int kernel, Type type, string function)
        : this(filters, kernel, function) => FunctionType = type;

    /// <summary>Filters with a rectangular window.</summary>
    /// <param name="filters">The channels that come out, at least 1.</param>
    /// <param name="kernelRows">The rows of the window, at least 1.</param>
    /// <param name="kernelColumns">The columns of the window, at least 1.</param>
    /// <param name="activation">The function applied to the outputs; without one, they are z itself.</param>
    public Conv2DAttribute(int filters, int kernelRows, int kernelColumns, Activation activation = GenNet.Activation.Identity)
        : base(filters)
    {
        KernelRows = kernelRows;
        KernelColumns = kernelColumns;
        Activation = activation;
    }

    /// <summary>Filters with a rectangular window and a function of the user's, a static method of the same class.</summary>
    /// <param name="filters">The channels that come out, at least 1.</param>
    /// <param name="kernelRows">The rows of the window, at least 1.</param>
    /// <param name="kernelColumns">The columns of the window, at least 1.</param>
    /// <param name="function">The name of the method: <c>nameof(Mish)</c>.</param>
    public Conv2DAttribute(int filters, int kernelRows, int kernelColumns, string function)
        : base(filters)
    {
        KernelRows = kernelRows;
        KernelColumns = kernelColumns;
        Function = function;
    }

    /// <summary>Filters with a rectangular window and a function of the user's, a static method of another class.</summary>
    /// <param name="filters">The channels that come out, at least 1.</param>
    /// <param name="kernelRows">The rows of the window, at least 1.</param>
    /// <param name="kernelColumns">The columns of the window, at least 1.</param>
    /// <param name="type">The class of the method, of this project.</param>
    /// <param name="function">The name of the method: <c>nameof(MyFunctions.Mish)</c>.</param>
    public Conv2DAttribute(int filters, int kernelRows, int kernelColumns, Type type, string function)
        : this(filters, kernelRows, kernelColumns, function) => FunctionType = type;

    /// <summary>The rows of the window.</summary>
    public int KernelRows { get; }

    /// <summary>The columns of the window.</summary>
    public int KernelColumns { get; }
}
