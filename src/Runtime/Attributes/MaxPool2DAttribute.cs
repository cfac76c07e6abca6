namespace GenNet;

/// <summary>The largest number of each window of each channel of an image (PyTorch's nn.MaxPool2d).</summary>
/// <remarks>
/// A division that leaves a remainder leaves out the last rows and columns. Padding counts as nothing, NaN as larger than any number. The gradient goes to the place of the
/// largest number, the first of equals in the order of rows and columns, and windows that overlap add theirs.
/// </remarks>
public sealed class MaxPool2DAttribute : Pool2DAttribute
{
    /// <summary>Windows of so many rows and columns.</summary>
    /// <param name="size">The rows and the columns of a window, at least 1.</param>
    public MaxPool2DAttribute(int size)
        : base(size, size)
    {
    }

    /// <summary>Windows of so many rows and so many columns.</summary>
    /// <param name="rows">The rows of a window, at least 1.</param>
    /// <param name="columns">The columns of a window, at least 1.</param>
    public MaxPool2DAttribute(int rows, int columns)
        : base(rows, columns)
    {
    }
}
