using System;

namespace GenNet;

/// <summary>What the attributes of normalisations have: an activation behind it, the number under the root, a name.</summary>
#pragma warning disable CS3015 // Nobody outside of the library derives from it.
public abstract class NormalizationAttribute : LayerAttribute
#pragma warning restore CS3015
{
    private protected NormalizationAttribute(Activation activation) => Activation = activation;

    private protected NormalizationAttribute(Type? type, string function)
    {
        FunctionType = type;
        Function = function;
    }

    /// <summary>The function applied to the result, <see cref="GenNet.Activation.Identity"/> by default; null where it is a function of the user's.</summary>
    public Activation? Activation { get; }

    /// <summary>The name of the user's function on the result, or null.</summary>
    public string? Function { get; }

    /// <summary>The class of <see cref="Function"/>; null where it is that of the layer.</summary>
    public Type? FunctionType { get; }

    /// <summary>
    /// The slope or scale below zero of LeakyReLU (0.01 by default) and ELU (1 by default), and the second number of a function of the user's (by default that of the method, if it
    /// has one).
    /// </summary>
    public double Alpha { get; set; } = double.NaN;

    /// <summary>What is added to the variance under the root, above 0; 1e-5 by default.</summary>
    public double Epsilon { get; set; } = 1e-5;

    /// <summary>
    /// The prefix of the layer's tensors in the layout and in files, such as <c>encoder.0</c>; by default the number that
    /// <see cref="NetworkAttribute.Names"/> gives the layer. Letters, digits, '_' and '-', in parts that dots divide.
    /// What becomes of it in a block, <see cref="LayersAttribute"/> says.
    /// </summary>
    public string? Name { get; set; }
}
