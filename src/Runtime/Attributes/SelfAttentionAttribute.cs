namespace GenNet;

/// <summary>
/// Scaled dot-product attention of a sequence to itself: q, k and v = x W + b, the d = width / heads columns of each head by themselves; a = softmax(q k^T / sqrt(d)) v;
/// z = a O + Ob (Vaswani et al., "Attention is all you need", 2017).
/// </summary>
/// <remarks>
/// <para>It takes [steps, width] and gives [steps, width]; the heads must divide the width. With <see cref="Causal"/> a step sees itself and the steps before it only.</para>
/// <para>Its tensors are those of PyTorch's nn.MultiheadAttention(width, heads): <c>in_proj_weight</c> [3 * width, width] and <c>in_proj_bias</c> [3 * width], queries before
/// keys before values, <c>out_proj.weight</c> [width, width] and <c>out_proj.bias</c> [width]. <see cref="WeightedLayerAttribute.Bias"/> = false leaves out both biases;
/// weights are drawn by <see cref="Init.XavierUniform"/> unless <see cref="WeightedLayerAttribute.Init"/> says otherwise.</para>
/// <para>No matrix of steps x steps is kept: memory grows with the steps, time with their square. Causal attention that is given one step at a time
/// (<see cref="IStreamingNetwork{TSelf, T}"/>) keeps keys and values, and a step takes time in proportion to those so far.</para>
/// </remarks>
public sealed class SelfAttentionAttribute : WeightedLayerAttribute
{
    /// <summary>Attention of so many heads.</summary>
    /// <param name="heads">The heads, at least 1; they must divide the features of a step.</param>
    public SelfAttentionAttribute(int heads) => Heads = heads;

    /// <summary>The heads.</summary>
    public int Heads { get; }

    /// <summary>Whether a step sees itself and the steps before it only; false by default.</summary>
    public bool Causal { get; set; }
}
