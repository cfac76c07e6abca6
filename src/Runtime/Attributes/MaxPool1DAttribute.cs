namespace GenNet;

/// <summary>The largest number of each feature of a sequence over each window of steps (PyTorch's nn.MaxPool1d, which has the features before the steps).</summary>
/// <remarks>
/// A division that leaves a remainder leaves out the last steps. Padding counts as nothing, NaN as larger than any number. The gradient goes to the place of the
/// largest number, the first of equals in the order of steps, and windows that overlap add theirs.
/// </remarks>
public sealed class MaxPool1DAttribute : Pool1DAttribute
{
    /// <summary>Windows of so many steps.</summary>
    /// <param name="size">The steps of a window, at least 1.</param>
    public MaxPool1DAttribute(int size)
        : base(size)
    {
    }
}
