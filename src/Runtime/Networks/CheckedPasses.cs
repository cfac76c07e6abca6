using System;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace GenNet.CompilerServices;

/// <summary>The halves of the backward pass with their checks: behind them the emitted code runs unchecked.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CheckedPasses
{
    /// <summary>The first half: what some rows of a batch contribute to its mean loss. What the gradients of the parameters are made of stays in the workspace.</summary>
    /// <param name="network">The network.</param>
    /// <param name="terms">The terms of the mean over the whole batch: see <see cref="Terms"/>.</param>
    /// <param name="factor">What the gradients are multiplied by: 1, or minus the learning rate where they are added to the parameters.</param>
    /// <param name="inputs">[n x InputSize], at least one row and at most BlockRows.</param>
    /// <param name="targets">[n x TargetSize].</param>
    /// <param name="inputGradients">[n x InputSize], overwritten; empty where they are not wanted.</param>
    /// <param name="workspace">Scratch memory; null for the network's own.</param>
    /// <exception cref="ArgumentException">The lengths are not those of the same number of rows, there is no row, there are too many, or they share memory with the parameters.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double BackwardRows<TNet, T>(
        INetwork<TNet, T> network, double terms, double factor, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, Span<T> inputGradients, Workspace<T>? workspace)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        NetworkMemory<T> memory = network.Memory;
        Check.Block(inputs, TNet.InputSize, targets, TNet.TargetSize, memory.BlockRows, memory.Parameters.Span, nameof(targets), memory.FewestRows);
        return network.BackwardRows(T.CreateTruncating(factor / terms), inputs, targets, default, inputGradients, Of(memory, workspace)) / terms;
    }

    /// <summary>The terms that the mean loss of a batch is over: its rows, its steps or its outputs, without those that have no target.</summary>
    /// <param name="network">The network.</param>
    /// <param name="inputs">The rows of the batch.</param>
    /// <param name="targets">Their targets.</param>
    /// <exception cref="ArgumentException">A row has a length that is no number of steps.</exception>
    public static double Terms<TNet, T>(INetwork<TNet, T> network, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => TargetClasses.Terms<TNet, T>(network.Memory, inputs, targets);

    /// <summary>The first half from a gradient of the outputs that the caller gives.</summary>
    /// <param name="network">The network.</param>
    /// <param name="inputs">[n x InputSize], at least one row and at most BlockRows.</param>
    /// <param name="outputGradients">[n x OutputSize].</param>
    /// <param name="inputGradients">[n x InputSize], overwritten; empty where they are not wanted.</param>
    /// <param name="workspace">Scratch memory; null for the network's own.</param>
    /// <exception cref="ArgumentException">As of <see cref="BackwardRows"/>.</exception>
    public static void VectorJacobianRows<TNet, T>(
        INetwork<TNet, T> network, ReadOnlySpan<T> inputs, ReadOnlySpan<T> outputGradients, Span<T> inputGradients, Workspace<T>? workspace)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        NetworkMemory<T> memory = network.Memory;
        Check.Block(inputs, TNet.InputSize, outputGradients, TNet.OutputSize, memory.BlockRows, memory.Parameters.Span, nameof(outputGradients), memory.FewestRows);
        network.BackwardRows(T.One, inputs, default, outputGradients, inputGradients, Of(memory, workspace));
    }

    /// <summary>The second half: a share of the gradients of the rows whose first half has last been computed in the workspace.</summary>
    /// <param name="network">The network.</param>
    /// <param name="share">What of the gradients, and whether they are overwritten; else the new ones are added.</param>
    /// <param name="inputs">The same inputs.</param>
    /// <param name="gradients">As long as the parameters, which it may be itself.</param>
    /// <param name="workspace">The same workspace.</param>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such part.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void ParameterGradients<TNet, T>(
        INetwork<TNet, T> network, Share share, ReadOnlySpan<T> inputs, Span<T> gradients, Workspace<T>? workspace)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        NetworkMemory<T> memory = network.Memory;
        Check.Share(share, inputs.Length, TNet.InputSize, memory.BlockRows);
        Check.Gradients(gradients.Length, memory.Parameters.Length);
        network.ParameterGradients(share, inputs, gradients, Of(memory, workspace));
    }

    /// <summary>The activations of every layer.</summary>
    /// <param name="network">The network.</param>
    /// <param name="inputs">[n x InputSize], row after row.</param>
    /// <param name="activations">Layer after layer, each [n x its outputs], overwritten.</param>
    /// <exception cref="ArgumentException">The lengths are not those of the same number of rows.</exception>
    public static void Trace<TNet, T>(INetwork<TNet, T> network, ReadOnlySpan<T> inputs, Span<T> activations)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int size = 0;
        foreach (LayerInfo layer in TNet.Layers)
            size += layer.Outputs;
        Check.Rows(inputs.Length, TNet.InputSize, activations.Length, size, nameof(activations));
        Check.Apart<T>(activations, nameof(activations), inputs, nameof(inputs));
        network.Trace(inputs, activations);
    }

    /// <summary>The workspace of a caller, who may have given none.</summary>
    /// <exception cref="ArgumentException">It has another length, so it was made by another network. A longer one would not do either: parts of a workspace are
    /// never written and must be zero.</exception>
    private static Workspace<T> Of<T>(NetworkMemory<T> memory, Workspace<T>? workspace)
        where T : unmanaged
    {
        if (workspace is null)
            return memory.Workspace;
        if (workspace.Length != memory.Workspace.Length)
            ThrowWorkspace(workspace.Length, memory.Workspace.Length);
        return workspace;
    }

    [DoesNotReturn]
    private static void ThrowWorkspace(int actual, int expected) => throw new ArgumentException(
        $"The workspace has {actual} elements, this network needs {expected}: make it with the CreateWorkspace of this network.", "workspace");
}
