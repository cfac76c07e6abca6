using System;
using System.Collections.Immutable;
using System.Linq;
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

    /// <summary>The activations of every layer on a batch, as Forward computes them (to rounding, where that has a batch normalisation in the layer before); of a network on images, its feature maps.</summary>
    /// <param name="network">The network; it stays as it is.</param>
    /// <param name="inputs">[n x InputSize].</param>
    /// <returns>For each of the network's Layers, in their order, [n x its Outputs], row after row: an image as [channels, rows, columns]. The last are the outputs.</returns>
    /// <exception cref="ArgumentException">The inputs are no whole number of rows.</exception>
    public static ImmutableArray<ReadOnlyMemory<T>> Activations<TNet, T>(this INetwork<TNet, T> network, ReadOnlySpan<T> inputs)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        int rows = inputs.Length / TNet.InputSize;
        var all = new T[checked(rows * TNet.Layers.Sum(layer => layer.Outputs))];
        CompilerServices.CheckedPasses.Trace(network, inputs, all);
        var layers = ImmutableArray.CreateBuilder<ReadOnlyMemory<T>>(TNet.Layers.Length);
        int start = 0;
        foreach (LayerInfo layer in TNet.Layers)
        {
            layers.Add(all.AsMemory(start, rows * layer.Outputs));
            start += rows * layer.Outputs;
        }

        return layers.MoveToImmutable();
    }
}
