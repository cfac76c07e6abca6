using System;
using System.Collections.Generic;
using System.Linq;
using GenNet;

namespace VanishingGradient;

/// <summary>A network of the picture: an activation function and an initialisation.</summary>
/// <param name="Function">The activation function.</param>
/// <param name="Init">The initialisation.</param>
/// <param name="Inspect">Draws the weights from a seed and runs a batch forward and backward.</param>
internal sealed record Combination(string Function, string Init, Func<Batch, int, NetworkInspection> Inspect)
{
    /// <summary>Row after row of the picture.</summary>
    public static readonly Combination[] All =
    [
        .. Row<SigmoidSmall, SigmoidLarge, SigmoidXavier, SigmoidHe>("sigmoid"),
        .. Row<TanhSmall, TanhLarge, TanhXavier, TanhHe>("tanh"),
        .. Row<ReLUSmall, ReLULarge, ReLUXavier, ReLUHe>("ReLU"),
    ];

    private static IEnumerable<Combination> Row<TSmall, TLarge, TXavier, THe>(string function)
        where TSmall : class, INetwork<TSmall, float>
        where TLarge : class, INetwork<TLarge, float>
        where TXavier : class, INetwork<TXavier, float>
        where THe : class, INetwork<THe, float> =>
    [
        new(function, "small", Of<TSmall>), new(function, "large", Of<TLarge>), new(function, "Xavier", Of<TXavier>), new(function, "He", Of<THe>),
    ];

    private static NetworkInspection Of<TNet>(Batch batch, int seed)
        where TNet : class, INetwork<TNet, float> => NetworkInspection.Of<TNet, float>(TNet.Create(seed), batch.Inputs, batch.Targets);
}
