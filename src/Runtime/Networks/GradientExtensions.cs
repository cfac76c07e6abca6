using System;
using System.Numerics;

namespace GenNet;

/// <summary>Buffers for gradients, made on the network that they are of.</summary>
public static class GradientExtensions
{
    /// <summary>A buffer for the gradients of Backward: zeros, as many as <see cref="IInferenceNetwork{TSelf, T}.Parameters"/> has numbers, padding included.</summary>
    /// <param name="network">The network.</param>
    /// <exception cref="ArgumentNullException">The network is null.</exception>
    public static T[] CreateGradients<TNet, T>(this INetwork<TNet, T> network)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        return new T[TNet.Layout.Length];
    }
}
