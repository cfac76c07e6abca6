namespace GenNet;

/// <summary>What one pixel of a convolution is a sum of; distances are in bytes.</summary>
internal ref struct ConvolutionSum
{
    /// <summary>The channels that are summed over.</summary>
    public int Channels;

    /// <summary>The places of the window that are summed over.</summary>
    public int Taps;

    /// <summary>The first of them.</summary>
    public ref readonly ConvolutionTap FirstTap;

    /// <summary>From the weights of a plane of the result to those of the next.</summary>
    public nint WeightPlane;

    /// <summary>From the weights of a channel to those of the next.</summary>
    public nint WeightChannel;

    /// <summary>From a channel to the next.</summary>
    public nint PixelChannel;

    /// <summary>From a plane of the result to the next.</summary>
    public nint ResultPlane;
}
