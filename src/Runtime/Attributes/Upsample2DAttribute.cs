namespace GenNet;

/// <summary>
/// Each pixel of an image as a square of equal ones: [channels, rows, columns] becomes [channels, rows scale, columns scale] (PyTorch's nn.Upsample, nearest neighbour).
/// </summary>
public sealed class Upsample2DAttribute : LayerAttribute
{
    /// <summary>An image so many times as high and as wide.</summary>
    /// <param name="scale">The rows and columns that a pixel becomes, at least 1.</param>
    public Upsample2DAttribute(int scale) => Scale = scale;

    /// <summary>The rows and columns that a pixel becomes.</summary>
    public int Scale { get; }
}
