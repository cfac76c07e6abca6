using System;

namespace GenNet;

/// <summary>
/// A residual connection: a = activation(x + s) with x the output of the layers directly before it and s the input of the first of them
/// (He et al., "Deep Residual Learning for Image Recognition", 2016).
/// </summary>
/// <remarks>
/// <para>Layers are counted as attributes, those of blocks one by one: a dropout, a flatten and another residual connection count too. In a
/// <see cref="BlockAttribute">[Block]</see> it goes around layers of the block only. With all layers before it, s is the network's input.</para>
/// <para>x and s must have one shape, unless <see cref="Projection"/> is set; <see cref="WeightedLayerAttribute.Name"/>,
/// <see cref="WeightedLayerAttribute.Bias"/> and <see cref="WeightedLayerAttribute.Init"/> are those of the projection.</para>
/// <para>The activation may be a function of the user's, as that of a <see cref="DenseAttribute">[Dense]</see> layer.</para>
/// </remarks>
public sealed class ResidualAttribute : WeightedLayerAttribute
{
    /// <summary>A connection around the layers before it.</summary>
    /// <param name="layers">How many layers it goes around, at least 1.</param>
    /// <param name="activation">The function applied to the sum; without one, it is the sum itself.</param>
    public ResidualAttribute(int layers, Activation activation = GenNet.Activation.Identity)
    {
        Layers = layers;
        Activation = activation;
    }

    /// <summary>A connection around the layers before it with a function of the user's, a static method of the same class.</summary>
    /// <param name="layers">How many layers it goes around, at least 1.</param>
    /// <param name="function">The name of the method: <c>nameof(Mish)</c>.</param>
    public ResidualAttribute(int layers, string function)
    {
        Layers = layers;
        Function = function;
    }

    /// <summary>A connection around the layers before it with a function of the user's, a static method of another class.</summary>
    /// <param name="layers">How many layers it goes around, at least 1.</param>
    /// <param name="type">The class of the method, of this project.</param>
    /// <param name="function">The name of the method: <c>nameof(MyFunctions.Mish)</c>.</param>
    public ResidualAttribute(int layers, Type type, string function)
        : this(layers, function) => FunctionType = type;

    /// <summary>How many layers it goes around.</summary>
    public int Layers { get; }

    /// <summary>The function applied to the sum, <see cref="GenNet.Activation.Identity"/> by default; null where it is a function of the user's.</summary>
    public Activation? Activation { get; }

    /// <summary>The name of the user's function on the sum, or null.</summary>
    public string? Function { get; }

    /// <summary>The class of <see cref="Function"/>; null where it is that of the layer.</summary>
    public Type? FunctionType { get; }

    /// <summary>
    /// The slope or scale below zero of LeakyReLU (0.01 by default) and ELU (1 by default), and the second number of a function of the user's (by default that of the method, if it
    /// has one).
    /// </summary>
    public double Alpha { get; set; } = double.NaN;

    /// <summary>
    /// Whether a dense layer on the way past gives s the shape of x; false by default. Its tensors are <c>weight</c> [outputs, inputs] and
    /// <c>bias</c> [outputs], named as those of a layer in this place. Around layers of images it is a convolution of single pixels with the stride that their shapes ask
    /// for, <c>weight</c> [outputs, inputs, 1, 1] in channels.
    /// </summary>
    public bool Projection { get; set; }
}
