namespace GenNet;

/// <summary>The mean of each feature of a sequence over each window of steps (PyTorch's nn.AvgPool1d, which has the features before the steps).</summary>
/// <remarks>
/// A division that leaves a remainder leaves out the last steps. Padding counts as zeros, so each window is divided by all its numbers. The gradient is shared by the
/// numbers of a window, and windows that overlap add theirs.
/// </remarks>
public sealed class AveragePool1DAttribute : Pool1DAttribute
{
    /// <summary>Windows of so many steps.</summary>
    /// <param name="size">The steps of a window, at least 1.</param>
    public AveragePool1DAttribute(int size)
        : base(size)
    {
    }
}
