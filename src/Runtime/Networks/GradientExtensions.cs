using System;
using System.Numerics;

namespace GenNet;

/// <summary>Buffers for gradients, made on the network that they are of, and what becomes of the statistics in them.</summary>
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

    /// <summary>
    /// What a training step does with the state of a network, for a loop of one's own: running = (1 - momentum) running + momentum statistic, for each running mean and variance,
    /// with the statistics of the batch that Backward has left in the gradients. The optimizer of such a loop gets the first <see cref="Layout.TrainableLength"/> numbers of
    /// parameters and gradients. A network without state stays as it is.
    /// </summary>
    /// <param name="network">The network.</param>
    /// <param name="gradients">The gradients of a batch, as Backward has written them.</param>
    /// <exception cref="ArgumentNullException">The network is null.</exception>
    /// <exception cref="ArgumentException">The gradients have another length than the parameters.</exception>
    public static void UpdateRunningStatistics<TNet, T>(this INetwork<TNet, T> network, ReadOnlySpan<T> gradients)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        Span<T> parameters = network.Parameters;
        CompilerServices.Check.Gradients(gradients.Length, parameters.Length);
        foreach (TensorInfo tensor in TNet.Layout.Tensors)
        {
            if (tensor.IsTrainable)
                continue;
            T kept = T.CreateTruncating(1 - tensor.Momentum), taken = T.CreateTruncating(tensor.Momentum);
            for (int i = tensor.Offset; i < tensor.Offset + tensor.Count; i++)
                parameters[i] = kept * parameters[i] + taken * gradients[i];
        }
    }
}
