namespace GenNet;

/// <summary>
/// A vector for each of the inputs, which are whole numbers: tokens of a vocabulary, or classes. z[t] = E[x[t]], a row of a table that is learned.
/// </summary>
/// <remarks>
/// <para>It takes [steps], each number of which is a token from 0 to the vocabulary's size, exclusive, and gives [steps, width]. It is the first layer, as no
/// gradient flows to tokens: that of the inputs is zero. A number that is no token is an <see cref="System.ArgumentException"/>.</para>
/// <para>Its tensor is <c>weight</c> [vocabulary, width], as that of PyTorch's Embedding, drawn from a normal distribution of deviation 1 unless
/// <see cref="WeightedLayerAttribute.Init"/> says otherwise. It has no bias.</para>
/// </remarks>
public sealed class EmbeddingAttribute : WeightedLayerAttribute
{
    /// <summary>A table of vectors.</summary>
    /// <param name="vocabulary">The tokens that there are, at least 1.</param>
    /// <param name="width">The numbers of a vector, at least 1.</param>
    public EmbeddingAttribute(int vocabulary, int width)
    {
        Vocabulary = vocabulary;
        Width = width;
    }

    /// <summary>The tokens that there are.</summary>
    public int Vocabulary { get; }

    /// <summary>The numbers of a vector.</summary>
    public int Width { get; }
}
