using System;
using System.Collections.Immutable;
using System.ComponentModel;
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

    /// <summary>All that the results depend on beside the parameters, in one line: precision, loss, then each layer with its sizes, its activation and
    /// their constants, such as <c>Float; CrossEntropy; Dense(784, 100, Sigmoid); Dense(100, 10, Softmax)</c>. A fit is resumed by a network that says the same.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static virtual string Declaration => NetworkDeclaration.Of<T>(TSelf.Layers);

    /// <summary>The workspace of the calls of Backward without one, for a network with dropout; its noise is part of a saved training.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    Workspace<T>? OwnWorkspace => null;

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
    /// <exception cref="ArgumentException">A length does not fit, there is no row, or what is written shares memory with another argument or the parameters.</exception>
    T Backward(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, Span<T> gradients);

    /// <summary>As above, with the scratch memory of the calling thread.</summary>
    T Backward(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, Span<T> gradients, Workspace<T> workspace);

    /// <summary>As above, and writes d loss / d inputs.</summary>
    /// <param name="inputs">[n x InputSize], at least one row.</param>
    /// <param name="targets">[n x OutputSize].</param>
    /// <param name="gradients">d loss / d parameters, overwritten.</param>
    /// <param name="inputGradients">d loss / d inputs, [n x InputSize], overwritten.</param>
    /// <exception cref="ArgumentException">A length does not fit, there is no row, or what is written shares memory with another argument or the parameters.</exception>
    T Backward(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, Span<T> gradients, Span<T> inputGradients);

    /// <summary>As above, with the scratch memory of the calling thread.</summary>
    T Backward(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, Span<T> gradients, Span<T> inputGradients, Workspace<T> workspace);

    /// <summary>The most rows of one call of <see cref="BackwardRows"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract int BlockRows { get; }

    /// <summary>
    /// The first half of Backward, for trainers: what some rows of a batch contribute to its mean loss. What the gradients of the parameters
    /// are made of stays in the workspace, for <see cref="ParameterGradients"/>.
    /// </summary>
    /// <param name="batch">The rows of the whole batch.</param>
    /// <param name="factor">What the gradients are multiplied by: 1, or minus the learning rate where they are added to the parameters.</param>
    /// <param name="inputs">[n x InputSize], at least one row and at most <see cref="BlockRows"/>.</param>
    /// <param name="targets">[n x OutputSize].</param>
    /// <param name="workspace">Scratch memory; null for the network's own.</param>
    /// <exception cref="ArgumentException">The lengths are not those of the same number of rows, there is no row, or there are too many.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    double BackwardRows(int batch, double factor, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, Workspace<T>? workspace);

    /// <summary>The second half of Backward: factor * d loss / d parameters of the rows whose first half has last been computed in the workspace.</summary>
    /// <param name="part">Several threads share the work, and each part writes gradients of its own: the number of this one, from 0.</param>
    /// <param name="parts">The number of parts.</param>
    /// <param name="first">Whether the gradients are overwritten; else the new ones are added.</param>
    /// <param name="inputs">The same inputs.</param>
    /// <param name="gradients">As long as <see cref="IInferenceNetwork{TSelf, T}.Parameters"/>, which it may be itself.</param>
    /// <param name="workspace">The same workspace.</param>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such part.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    void ParameterGradients(int part, int parts, bool first, ReadOnlySpan<T> inputs, Span<T> gradients, Workspace<T>? workspace);
}
