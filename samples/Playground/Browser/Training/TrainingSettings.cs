using System;
using System.Collections.Immutable;
using GenNet;

namespace Playground.Browser;

/// <summary>How a network is trained.</summary>
/// <param name="Optimizer">The name of one of the library's optimizers.</param>
/// <param name="Rate">The learning rate, above 0.</param>
/// <param name="Batch">The points of a step; 0 for all of them.</param>
/// <param name="Penalty">Half of it times the sum of the squared weights is added to the loss.</param>
internal sealed record TrainingSettings(string Optimizer, double Rate, int Batch = 0, double Penalty = 0)
{
    /// <summary>The optimizers of the library.</summary>
    public static ImmutableArray<string> Optimizers { get; } =
        [nameof(Sgd), nameof(Momentum), nameof(Nesterov), nameof(AdaGrad), nameof(RMSProp), nameof(AdaDelta), nameof(Adam), nameof(AdamW), nameof(NAdam)];

    /// <summary>A new optimizer of this name and rate.</summary>
    /// <exception cref="ArgumentException">The library has none of this name.</exception>
    public IOptimizer<float> CreateOptimizer()
    {
        float rate = (float)Rate;
        return Optimizer switch
        {
            nameof(Sgd) => new Sgd(rate),
            nameof(Momentum) => new Momentum(rate),
            nameof(Nesterov) => new Nesterov(rate),
            nameof(AdaGrad) => new AdaGrad(rate),
            nameof(RMSProp) => new RMSProp(rate),
            nameof(AdaDelta) => new AdaDelta(rate),
            nameof(Adam) => new Adam(rate),
            nameof(AdamW) => new AdamW(rate),
            nameof(NAdam) => new NAdam(rate),
            _ => throw new ArgumentException($"There is no optimizer '{Optimizer}'; there are {string.Join(", ", Optimizers)}."),
        };
    }
}
