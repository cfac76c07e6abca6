using System;
using System.Numerics;

namespace GenNet;

/// <summary>The loss whose gradient is checked: of a network with dropout the one under a fixed mask, of one that normalises over its batch the one by the batch's statistics; both
/// are computed by Backward only.</summary>
internal sealed class CheckedLoss<TNet, T>(TNet network)
    where TNet : class, INetwork<TNet, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Workspace<T>? _workspace = IsOfBackward ? TNet.CreateWorkspace() : null;
    private readonly T[] _unused = IsOfBackward ? new T[TNet.Layout.Length] : [];

    private static bool IsOfBackward => TNet.HasDropout || TNet.Layout.HasState;

    /// <summary>The gradient of the loss by parameters and inputs.</summary>
    public void Gradient(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, Span<T> gradients, Span<T> inputGradients)
    {
        if (_workspace is null)
        {
            network.Backward(inputs, targets, gradients, inputGradients);
            return;
        }

        _workspace.Noise = default;
        network.Backward(inputs, targets, gradients, inputGradients, _workspace);
    }

    /// <summary>The loss.</summary>
    public T At(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets)
    {
        if (_workspace is null)
            return network.Evaluate(inputs, targets);
        _workspace.Noise = default;
        return network.Backward(inputs, targets, _unused, _workspace);
    }
}
