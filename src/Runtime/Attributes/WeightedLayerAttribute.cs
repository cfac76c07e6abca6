namespace GenNet;

/// <summary>What the attributes of layers with weights have.</summary>
#pragma warning disable CS3015 // Nobody outside of the library derives from it.
public abstract class WeightedLayerAttribute : LayerAttribute
#pragma warning restore CS3015
{
    private protected WeightedLayerAttribute()
    {
    }

    /// <summary>
    /// The prefix of the layer's tensors in the layout and in files, such as <c>encoder.0</c>; by default the number that
    /// <see cref="NetworkAttribute.Names"/> gives the layer. Letters, digits, '_' and '-', in parts that dots divide.
    /// What becomes of it in a block, <see cref="LayersAttribute"/> says.
    /// </summary>
    public string? Name { get; set; }

    /// <summary>Whether the layer has a bias; true by default.</summary>
    public bool Bias { get; set; } = true;

    /// <summary>How the weights are drawn at construction.</summary>
    public Init Init { get; set; }

    /// <summary>The lower bound of <see cref="Init.Uniform"/>.</summary>
    public double InitFrom { get; set; } = -0.05;

    /// <summary>The upper bound of <see cref="Init.Uniform"/>.</summary>
    public double InitTo { get; set; } = 0.05;

    /// <summary>The mean of <see cref="Init.Normal"/>.</summary>
    public double InitMean { get; set; }

    /// <summary>The standard deviation of <see cref="Init.Normal"/>.</summary>
    public double InitDeviation { get; set; } = 0.05;
}
