using System;
using System.Collections.Immutable;
using System.Numerics;

namespace GenNet;

/// <summary>
/// All that the library knows of a network that can be trained. The generator implements it for every class marked with
/// <see cref="NetworkAttribute"/> unless its mode is <see cref="NetworkMode.Inference"/>, so that training, files and checks
/// are generic code without reflection.
/// </summary>
/// <typeparam name="TSelf">The network class.</typeparam>
/// <typeparam name="T">float, or double where the network is declared with <see cref="Precision.Double"/>.</typeparam>
public interface INetwork<TSelf, T> : IInferenceNetwork<TSelf, T>
    where TSelf : class, INetwork<TSelf, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Whether Backward drops activations at random, so that its loss is not the one that Evaluate computes.</summary>
    static virtual bool HasDropout => false;

    /// <summary>The layers in order.</summary>
    static abstract ImmutableArray<LayerInfo> Layers { get; }

    /// <summary>Computes what <see cref="IInferenceNetwork{TSelf, T}.Forward"/> does, and keeps the activations of every layer.</summary>
    /// <param name="inputs">[n x InputSize], row after row.</param>
    /// <param name="activations">Layer after layer, each [n x its outputs], overwritten.</param>
    /// <exception cref="ArgumentException">The lengths are not those of the same number of rows.</exception>
    void Trace(ReadOnlySpan<T> inputs, Span<T> activations);

    /// <summary>A new network whose parameters are drawn from the seed.</summary>
    static abstract TSelf Create(int seed);

    /// <summary>Scratch memory for calls of Backward from a further thread.</summary>
    static abstract Workspace<T> CreateWorkspace();

    /// <summary>The mean loss of a batch. Allocates nothing; may run on several threads at once.</summary>
    /// <param name="inputs">[n x InputSize], at least one row.</param>
    /// <param name="targets">[n x OutputSize].</param>
    /// <exception cref="ArgumentException">The lengths are not those of the same number of rows, or there is no row.</exception>
    T Evaluate(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets);

    /// <summary>The mean loss of a batch and its gradient. Allocates nothing; uses the network's own workspace, so one thread at a time.</summary>
    /// <param name="inputs">[n x InputSize], at least one row.</param>
    /// <param name="targets">[n x OutputSize].</param>
    /// <param name="gradients">d loss / d parameters, overwritten; as long as <see cref="IInferenceNetwork{TSelf, T}.Parameters"/> and laid out like it, padding zero.</param>
    /// <exception cref="ArgumentException">A length does not fit, or there is no row.</exception>
    T Backward(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, Span<T> gradients);

    /// <summary>As above, with the scratch memory of the calling thread.</summary>
    T Backward(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, Span<T> gradients, Workspace<T> workspace);

    /// <summary>As above, and writes d loss / d inputs.</summary>
    /// <param name="inputs">[n x InputSize], at least one row.</param>
    /// <param name="targets">[n x OutputSize].</param>
    /// <param name="gradients">d loss / d parameters, overwritten.</param>
    /// <param name="inputGradients">d loss / d inputs, [n x InputSize], overwritten.</param>
    /// <exception cref="ArgumentException">A length does not fit, or there is no row.</exception>
    T Backward(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, Span<T> gradients, Span<T> inputGradients);

    /// <summary>As above, with the scratch memory of the calling thread.</summary>
    T Backward(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, Span<T> gradients, Span<T> inputGradients, Workspace<T> workspace);
}
