using System;
using System.Collections.Immutable;

namespace GenNet;

/// <summary>
/// The shape of one sample, written before the layers of a network: its numbers stand in the caller's spans in row-major order, the last
/// dimension without a gap, as PyTorch has them. Without it the first layer's number of inputs says it.
/// </summary>
/// <remarks>
/// It is no layer. It must agree with the number of inputs that the first layer states, if it states one. A dense layer takes [features]:
/// before it, put <see cref="FlattenAttribute">[Flatten]</see> where a sample has more dimensions.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class InputAttribute : Attribute
{
    /// <summary>So many numbers.</summary>
    /// <param name="features">The numbers of a sample, at least 1.</param>
    public InputAttribute(int features) => Shape = [features];

    /// <summary>A sequence: the features of the first step, then those of the second, and so on.</summary>
    /// <param name="steps">The number of steps, at least 1.</param>
    /// <param name="features">The numbers of each step, at least 1.</param>
    public InputAttribute(int steps, int features) => Shape = [steps, features];

    /// <summary>An image: the first channel row by row, then the second, and so on.</summary>
    /// <param name="channels">The number of channels, at least 1.</param>
    /// <param name="rows">The height of the image, at least 1.</param>
    /// <param name="columns">The width of the image, at least 1.</param>
    public InputAttribute(int channels, int rows, int columns) => Shape = [channels, rows, columns];

    /// <summary>The shape of one sample, slowest dimension first.</summary>
    public ImmutableArray<int> Shape { get; }

    /// <summary>
    /// Whether rows may have fewer steps than the shape says: behind the steps each row has one number more, how many of them it has, from 1 on. What stands behind those steps
    /// counts in nothing: not in the outputs, not in the loss, not in a gradient. For sequences, and tokens before an <see cref="EmbeddingAttribute">[Embedding]</see>.
    /// </summary>
    public bool Lengths { get; set; }
}
