using System;

namespace GenNet;

/// <summary>
/// Group normalisation: z = (x - mean) / sqrt(variance + epsilon) * weight + bias, a = activation(z), with mean and biased variance of each group of channels of each
/// sample by itself (Wu and He, "Group Normalization", 2018).
/// </summary>
/// <remarks>
/// <para>The channels of an image [channels, rows, columns], or the features of [features], are put into groups of neighbours of one size; weight and bias are [channels], or
/// [features], as those of PyTorch's nn.GroupNorm. Weights begin as 1, biases as 0. With one group it is normalisation of whole samples; of sequences,
/// <see cref="LayerNormAttribute">[LayerNorm]</see> normalises the features of each step.</para>
/// <para>Training and inference do the same. The activation may be a function of the user's, as that of a <see cref="DenseAttribute">[Dense]</see> layer.</para>
/// </remarks>
public sealed class GroupNormAttribute : NormalizationAttribute
{
    /// <summary>Normalisation of the outputs of the layer before it.</summary>
    /// <param name="groups">The number of groups, a divisor of the number of channels.</param>
    /// <param name="activation">The function applied to the result; without one, it is z itself.</param>
    public GroupNormAttribute(int groups, Activation activation = GenNet.Activation.Identity)
        : base(activation) => Groups = groups;

    /// <summary>Normalisation with a function of the user's, a static method of the same class.</summary>
    /// <param name="groups">The number of groups, a divisor of the number of channels.</param>
    /// <param name="function">The name of the method: <c>nameof(Mish)</c>.</param>
    public GroupNormAttribute(int groups, string function)
        : base(null, function) => Groups = groups;

    /// <summary>Normalisation with a function of the user's, a static method of another class.</summary>
    /// <param name="groups">The number of groups, a divisor of the number of channels.</param>
    /// <param name="type">The class of the method, of this project.</param>
    /// <param name="function">The name of the method: <c>nameof(MyFunctions.Mish)</c>.</param>
    public GroupNormAttribute(int groups, Type type, string function)
        : base(type, function) => Groups = groups;

    /// <summary>The number of groups.</summary>
    public int Groups { get; }
}
