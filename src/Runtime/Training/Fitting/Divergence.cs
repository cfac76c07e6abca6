using System;
using System.Linq;
using System.Numerics;

namespace GenNet;

/// <summary>Finds out where a number that is not finite comes from.</summary>
internal readonly record struct Divergence(DivergenceSource Source, string? Tensor)
{
    /// <summary>Looks where the forward pass begins, then along it through the parameters, then along the backward pass through the gradients.</summary>
    /// <param name="layout">The tensors of the network.</param>
    /// <param name="batchInputs">The inputs of the batch.</param>
    /// <param name="batchTargets">Its targets.</param>
    /// <param name="parameters">The parameters before the step; empty where the step has been taken already.</param>
    /// <param name="gradients">The gradients of the batch.</param>
    public static Divergence Find<T>(
        Layout layout, ReadOnlySpan<T> batchInputs, ReadOnlySpan<T> batchTargets, ReadOnlySpan<T> parameters, ReadOnlySpan<T> gradients)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (!WideSums.AllFinite(batchInputs))
            return new Divergence(DivergenceSource.Inputs, null);
        if (!WideSums.AllFinite(batchTargets))
            return new Divergence(DivergenceSource.Targets, null);
        if (!parameters.IsEmpty && First(layout, parameters, backward: false) is { } parameter)
            return new Divergence(DivergenceSource.Parameters, parameter);
        return First(layout, gradients, backward: true) is { } gradient
            ? new Divergence(DivergenceSource.Gradients, gradient)
            : new Divergence(DivergenceSource.Loss, null);
    }

    /// <summary>Whether all numbers of the tensors are finite; what stands in the padding does not matter.</summary>
    public static bool IsNowhere<T>(Layout layout, ReadOnlySpan<T> buffer)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => WideSums.AllFinite(buffer) || First(layout, buffer, backward: false) is null;

    /// <summary>The first tensor of a buffer with a number that is not finite, in the order of the layers or against it.</summary>
    public static string? First<T>(Layout layout, ReadOnlySpan<T> buffer, bool backward)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (TensorInfo tensor in backward ? layout.Tensors.Reverse() : layout.Tensors)
        {
            if (!WideSums.AllFinite<T>(layout.Read(buffer, tensor.Name)))
                return tensor.Name;
        }

        return null;
    }

    /// <summary>The place, for a message.</summary>
    public override string ToString() => Source switch
    {
        DivergenceSource.Inputs => "the inputs of the batch have numbers that are not finite",
        DivergenceSource.Targets => "the targets of the batch have numbers that are not finite",
        DivergenceSource.Parameters => $"it shows first in tensor {Tensor} of the parameters",
        DivergenceSource.Gradients => $"it shows first in the gradient of tensor {Tensor}",
        _ => "no parameter and no gradient shows it",
    };
}
