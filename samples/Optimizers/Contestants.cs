using System;
using System.Numerics;
using GenNet;

namespace Optimizers;

/// <summary>An optimizer with the learning rates that suit it on the surface and for the network.</summary>
internal sealed record Contestant(string Name, string Color, double SurfaceRate, double NetworkRate)
{
    /// <summary>All optimizers of the library. The rates were chosen by hand: none is the best there is.</summary>
    public static readonly Contestant[] All =
    [
        new("Sgd", "#7f7f7f", 0.9, 0.5),
        new("Momentum", "#1f77b4", 0.1, 0.1),
        new("Nesterov", "#17becf", 0.1, 0.1),
        new("AdaGrad", "#bcbd22", 1, 0.2),
        new("RMSProp", "#2ca02c", 0.2, 0.005),
        new("AdaDelta", "#8c564b", 50, 5),
        new("Adam", "#d62728", 0.5, 0.01),
        new("AdamW", "#e377c2", 0.5, 0.01),
        new("NAdam", "#9467bd", 0.5, 0.01),
    ];

    /// <summary>A new optimizer of this name, in float for the network or in double for the surface.</summary>
    public Optimizer<T> Create<T>(double rate)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T learningRate = T.CreateChecked(rate);
        return Name switch
        {
            "Sgd" => new Sgd<T>(learningRate),
            "Momentum" => new Momentum<T>(learningRate),
            "Nesterov" => new Nesterov<T>(learningRate),
            "AdaGrad" => new AdaGrad<T>(learningRate),
            "RMSProp" => new RMSProp<T>(learningRate, decay: 0.9),
            "AdaDelta" => new AdaDelta<T>(learningRate),
            "Adam" => new Adam<T>(learningRate),
            "AdamW" => new AdamW<T>(learningRate),
            "NAdam" => new NAdam<T>(learningRate),
            _ => throw new InvalidOperationException(Name),
        };
    }
}
