namespace GenNet;

/// <summary>A learned vector for each place of a sequence, added to what stands there: z[t] = x[t] + P[t].</summary>
/// <remarks>
/// It takes [steps, features] and gives the same. Its tensor is <c>weight</c> [steps, features], drawn from a normal distribution of deviation 1, as PyTorch's Embedding of
/// the places, unless <see cref="WeightedLayerAttribute.Init"/> says otherwise. It has no bias.
/// </remarks>
public sealed class PositionEmbeddingAttribute : WeightedLayerAttribute
{
}
