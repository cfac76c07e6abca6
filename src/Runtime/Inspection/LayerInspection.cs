namespace GenNet;

/// <summary>What one layer does on a batch, and how much of the gradient reaches it.</summary>
public sealed record LayerInspection
{
    /// <summary>The layer.</summary>
    public required LayerInfo Layer { get; init; }

    /// <summary>The mean of its activations, over samples and units.</summary>
    public required double Mean { get; init; }

    /// <summary>Their standard deviation.</summary>
    public required double Deviation { get; init; }

    /// <summary>Their distribution, from the smallest to the largest.</summary>
    public required Histogram Histogram { get; init; }

    /// <summary>The Euclidean norm of d loss / d parameters of the layer.</summary>
    public required double GradientNorm { get; init; }

    /// <summary>
    /// The fraction of activations where the slope of the activation function is below a twentieth of its largest one, so that
    /// hardly any gradient passes: of a sigmoid, a (1 - a) below 0.0125; of tanh, |a| above 0.975; of ReLU, a = 0. Null for
    /// functions that do not saturate.
    /// </summary>
    public required double? Saturated { get; init; }

    /// <summary>The fraction of units that are saturated for every sample, so that they learn nothing; null for functions that do not saturate.</summary>
    public required double? Dead { get; init; }
}
