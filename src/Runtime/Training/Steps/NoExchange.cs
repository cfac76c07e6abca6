using System;
using System.Numerics;

namespace GenNet;

/// <summary>One machine alone: the gradients are those of its rows.</summary>
internal sealed class NoExchange<T> : IGradientExchange<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private NoExchange()
    {
    }

    /// <summary>The one there is.</summary>
    public static NoExchange<T> Instance { get; } = new();

    /// <inheritdoc/>
    public double Exchange(Span<T> gradients, double loss) => loss;
}
