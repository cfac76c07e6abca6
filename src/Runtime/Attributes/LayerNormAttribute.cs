using System;

namespace GenNet;

/// <summary>
/// Layer normalisation: z = (x - mean) / sqrt(variance + epsilon) * weight + bias, a = activation(z), with mean and biased variance of each sample by itself
/// (Ba, Kiros and Hinton, "Layer Normalization", 2016).
/// </summary>
/// <remarks>
/// <para>[features] and [steps, features] are normalised over the features, of each step by itself, with weight and bias [features]; an image
/// [channels, rows, columns] over all its numbers, with weight and bias of its shape: PyTorch's nn.LayerNorm of the features, or of the image. Weights begin as 1, biases as 0.</para>
/// <para>Training and inference do the same. The activation may be a function of the user's, as that of a <see cref="DenseAttribute">[Dense]</see> layer.</para>
/// </remarks>
public sealed class LayerNormAttribute : NormalizationAttribute
{
    /// <summary>Normalisation of the outputs of the layer before it.</summary>
    /// <param name="activation">The function applied to the result; without one, it is z itself.</param>
    public LayerNormAttribute(Activation activation = GenNet.Activation.Identity)
        : base(activation)
    {
    }

    /// <summary>Normalisation with a function of the user's, a static method of the same class.</summary>
    /// <param name="function">The name of the method: <c>nameof(Mish)</c>.</param>
    public LayerNormAttribute(string function)
        : base(null, function)
    {
    }

    /// <summary>Normalisation with a function of the user's, a static method of another class.</summary>
    /// <param name="type">The class of the method, of this project.</param>
    /// <param name="function">The name of the method: <c>nameof(MyFunctions.Mish)</c>.</param>
    public LayerNormAttribute(Type type, string function)
        : base(type, function)
    {
    }
}
