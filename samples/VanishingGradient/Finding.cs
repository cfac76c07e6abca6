using System.Collections.Generic;
using System.Linq;
using GenNet;

namespace VanishingGradient;

/// <summary>What was seen of a combination.</summary>
/// <param name="Of">The combination.</param>
/// <param name="Layers">Its ten layers, without the softmax that follows.</param>
internal sealed record Finding(Combination Of, IReadOnlyList<LayerInspection> Layers)
{
    /// <summary>How <see cref="Activations"/> and <see cref="Gradients"/> judge.</summary>
    public const string Rules = """
        Activations saturate where a third of layer 10 is where the function is flat (of ReLU, which is flat at 0 by design, that is not asked); they
        collapse where their deviation there is below 1/20 of that of the inputs, and explode where it is above 20 times that. The gradient vanishes where
        its norm in layer 1 is below 1/100 of that in layer 10, and explodes where it is above 1,000.
        """;

    public static Finding From(Combination combination, NetworkInspection inspection) => new(combination, [.. inspection.Layers.Take(Sizes.Layers)]);

    /// <summary>What becomes of the activations on the way up; the inputs have deviation 1.</summary>
    public string Activations => Layers[^1] switch
    {
        { Deviation: < 1 / 20.0 } => "collapse",
        { Deviation: > 20 } => "explode",
        { Saturated: > 1 / 3.0, Layer.Activation: not Activation.ReLU } => "saturate",
        _ => "kept",
    };

    /// <summary>What becomes of the gradient on the way down.</summary>
    public string Gradients => Layers[0].GradientNorm switch
    {
        > 1_000 => "explodes",
        double norm when norm < Layers[^1].GradientNorm / 100 => "vanishes",
        _ => "kept",
    };
}
