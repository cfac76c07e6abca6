namespace GenNet;

/// <summary>What the attributes of layers with weights have.</summary>
public abstract class WeightedLayerAttribute : LayerAttribute
{
    private protected WeightedLayerAttribute()
    {
    }

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
