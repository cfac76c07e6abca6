namespace GenNet;

/// <summary>
/// A maxout layer: a_j is the largest of several affine functions of the inputs, a = max over pieces of x W_p + b_p. The gradient
/// goes to the piece that was the largest, the first of equals (Goodfellow et al., "Maxout Networks", 2013).
/// </summary>
/// <remarks>
/// Its tensors are <c>weight</c> [pieces, outputs, inputs] and <c>bias</c> [pieces, outputs]. With two pieces of which one is zero
/// it is ReLU. Unless <see cref="WeightedLayerAttribute.Init"/> is given, weights are drawn as LeCunNormal, which keeps the
/// mean square of the activations where there are two pieces.
/// </remarks>
public sealed class MaxoutAttribute : WeightedLayerAttribute
{
    /// <summary>A layer that takes its number of inputs from the layer before it.</summary>
    /// <param name="outputs">The number of outputs, at least 1.</param>
    /// <param name="pieces">The affine functions of each output, at least 2.</param>
    public MaxoutAttribute(int outputs, int pieces = 2)
    {
        Outputs = outputs;
        Pieces = pieces;
    }

    /// <summary>A layer with a stated number of inputs; it must be the number of outputs of the layer before it, if there is one.</summary>
    /// <param name="inputs">The number of inputs, at least 1.</param>
    /// <param name="outputs">The number of outputs, at least 1.</param>
    /// <param name="pieces">The affine functions of each output, at least 2.</param>
    public MaxoutAttribute(int inputs, int outputs, int pieces)
        : this(outputs, pieces) => Inputs = inputs;

    /// <summary>The number of inputs, or null where it follows from the layer before.</summary>
    public int? Inputs { get; }

    /// <summary>The number of outputs.</summary>
    public int Outputs { get; }

    /// <summary>The affine functions of each output; 2 by default, and at least.</summary>
    public int Pieces { get; }
}
