using System;

namespace GenNet;

/// <summary>
/// A transposed convolution, which enlarges images: z[f, s i + d u - p, s j + d v - p] += W[c, f, u, v] x[c, i, j] for all c, i, j, u, v, from z = b[f]; with stride s,
/// dilation d and padding p, and a = activation(z). It is the gradient of a convolution by its images (Zeiler et al., "Deconvolutional Networks", 2010).
/// </summary>
/// <remarks>
/// <para>It takes [channels, rows, columns] and gives [filters, rows', columns'] with rows' = s (rows - 1) - 2 p + d (kernel - 1) + 1 + output padding. Its tensors are
/// <c>weight</c> [channels, filters / groups, kernel rows, kernel columns] and <c>bias</c> [filters], as PyTorch's.</para>
/// <para>The activation may be a function of the user's, as that of a <see cref="DenseAttribute">[Dense]</see> layer.</para>
/// </remarks>
public sealed class ConvTranspose2DAttribute : ConvolutionAttribute
{
    /// <summary>Filters with a square window.</summary>
    /// <param name="filters">The channels that come out, at least 1.</param>
    /// <param name="kernel">Rows and columns of the window, each at least 1.</param>
    /// <param name="activation">The function applied to the outputs; without one, they are z itself.</param>
    public ConvTranspose2DAttribute(int filters, int kernel, Activation activation = GenNet.Activation.Identity)
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
    public ConvTranspose2DAttribute(int filters, int kernel, string function)
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
    public ConvTranspose2DAttribute(int filters, int kernel, Type type, string function)
        : this(filters, kernel, function) => FunctionType = type;

    /// <summary>Filters with a rectangular window.</summary>
    /// <param name="filters">The channels that come out, at least 1.</param>
    /// <param name="kernelRows">The rows of the window, at least 1.</param>
    /// <param name="kernelColumns">The columns of the window, at least 1.</param>
    /// <param name="activation">The function applied to the outputs; without one, they are z itself.</param>
    public ConvTranspose2DAttribute(int filters, int kernelRows, int kernelColumns, Activation activation = GenNet.Activation.Identity)
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
    public ConvTranspose2DAttribute(int filters, int kernelRows, int kernelColumns, string function)
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
    public ConvTranspose2DAttribute(int filters, int kernelRows, int kernelColumns, Type type, string function)
        : this(filters, kernelRows, kernelColumns, function) => FunctionType = type;

    /// <summary>The rows of the window.</summary>
    public int KernelRows { get; }

    /// <summary>The columns of the window.</summary>
    public int KernelColumns { get; }

    /// <summary>Rows and columns that the result is larger on one side, below the stride; 0 by default. With a stride several sizes of images come from one size of results: it chooses.</summary>
    public int OutputPadding { get; set; }
}
