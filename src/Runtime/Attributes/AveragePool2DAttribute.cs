namespace GenNet;

/// <summary>The mean of each window of each channel of an image (PyTorch's nn.AvgPool2d).</summary>
/// <remarks>
/// A division that leaves a remainder leaves out the last rows and columns. Padding counts as zeros, so each window is divided by all its numbers. The gradient is shared by the
/// numbers of a window, and windows that overlap add theirs.
/// </remarks>
public sealed class AveragePool2DAttribute : Pool2DAttribute
{
    /// <summary>Windows of so many rows and columns.</summary>
    /// <param name="size">The rows and the columns of a window, at least 1.</param>
    public AveragePool2DAttribute(int size)
        : base(size, size)
    {
    }

    /// <summary>Windows of so many rows and so many columns.</summary>
    /// <param name="rows">The rows of a window, at least 1.</param>
    /// <param name="columns">The columns of a window, at least 1.</param>
    public AveragePool2DAttribute(int rows, int columns)
        : base(rows, columns)
    {
    }
}
