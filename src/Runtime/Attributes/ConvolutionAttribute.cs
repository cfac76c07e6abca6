using System;

namespace GenNet;

/// <summary>What the attributes of convolutions have.</summary>
#pragma warning disable CS3015 // Nobody outside of the library derives from it.
public abstract class ConvolutionAttribute : WeightedLayerAttribute
#pragma warning restore CS3015
{
    private protected ConvolutionAttribute(int filters) => Filters = filters;

    /// <summary>The channels that come out.</summary>
    public int Filters { get; }

    /// <summary>By how many pixels the window moves, in both directions; 1 by default.</summary>
    public int Stride { get; set; } = 1;

    /// <summary>The zeros around the image, so many on each side; 0 by default.</summary>
    public int Padding { get; set; }

    /// <summary>The distance of neighbours in the window; 1 by default.</summary>
    public int Dilation { get; set; } = 1;

    /// <summary>Channels and filters in so many groups, each connected within itself only; 1 by default. As many as there are channels: a depthwise convolution.</summary>
    public int Groups { get; set; } = 1;

    /// <summary>The function applied to the outputs, <see cref="GenNet.Activation.Identity"/> by default; null where it is a function of the user's.</summary>
    public Activation? Activation { get; private protected init; }

    /// <summary>The name of the user's function on the outputs, or null.</summary>
    public string? Function { get; private protected init; }

    /// <summary>The class of <see cref="Function"/>; null where it is that of the layer.</summary>
    public Type? FunctionType { get; private protected init; }

    /// <summary>
    /// The slope or scale below zero of LeakyReLU (0.01 by default) and ELU (1 by default), and the second number of a function of the user's (by default that of the method, if it
    /// has one).
    /// </summary>
    public double Alpha { get; set; } = double.NaN;
}
