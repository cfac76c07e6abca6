using System;
using System.Numerics;

namespace GenNet;

/// <summary>A look into a network, called on it like its own members.</summary>
public static class InspectionExtensions
{
    /// <summary>The activations and gradients of every layer on a batch: what to look at when a network does not learn.</summary>
    /// <param name="network">The network; it stays as it is.</param>
    /// <param name="inputs">[n x InputSize], at least one row.</param>
    /// <param name="targets">[n x OutputSize].</param>
    /// <exception cref="ArgumentException">A length does not fit, or there is no row.</exception>
    public static NetworkInspection Inspect<TNet, T>(this INetwork<TNet, T> network, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => NetworkInspection.Of<TNet, T>((TNet)network, inputs, targets);
}
