using System;
using System.Collections.Immutable;
using System.ComponentModel;
using System.Numerics;
using GenNet.CompilerServices;

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

    /// <summary>The numbers that recurrent layers leave for each row of a batch, to be carried to the next; 0 where there are no such layers.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static virtual int CarriedSize => 0;

    /// <summary>The layers in order.</summary>
    static abstract ImmutableArray<LayerInfo> Layers { get; }

    /// <summary>All that the results depend on beside the parameters, in one line: precision, loss, then each layer with its sizes, its activation and
    /// their constants, such as <c>Float; CrossEntropy; Dense(784, 100, Sigmoid); Dense(100, 10, Softmax)</c>. A fit is resumed by a network that says the same.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static virtual string Declaration => NetworkDeclaration.Of<T>(TSelf.Layers);

    /// <summary>All memory of the network, and how a batch is cut into blocks.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    NetworkMemory<T> Memory { get; }

    /// <summary>A new network whose parameters are drawn from the seed.</summary>
    static abstract TSelf Create(int seed);

    /// <summary>Scratch memory for calls of Backward from a further thread.</summary>
    static abstract Workspace<T> CreateWorkspace();

    /// <summary>The mean loss of a batch. Allocates nothing; may run on several threads at once.</summary>
    /// <param name="inputs">[n x InputSize], at least one row.</param>
    /// <param name="targets">[n x OutputSize].</param>
    /// <exception cref="ArgumentException">The lengths are not those of the same number of rows, or there is no row.</exception>
    T Evaluate(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets);

    /// <summary>Computes what <see cref="IInferenceNetwork{TSelf, T}.Forward"/> does, and keeps the activations of every layer. Where Forward has a normalisation in the layer before, it does so to rounding. Lengths are not checked.</summary>
    /// <param name="inputs">[n x InputSize], row after row.</param>
    /// <param name="activations">Layer after layer, each [n x its outputs], overwritten.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    void Trace(ReadOnlySpan<T> inputs, Span<T> activations);

    /// <summary>
    /// The first half of the backward pass, for trainers: the sum of the losses of some rows of a batch. What the gradients of the parameters are made of stays
    /// in the workspace, for <see cref="ParameterGradients"/>. Lengths are not checked.
    /// </summary>
    /// <param name="scale">What every gradient is multiplied by: one over the terms of the mean.</param>
    /// <param name="inputs">[n x InputSize], at least one row and at most as many as the memory's BlockRows.</param>
    /// <param name="targets">[n x OutputSize]; empty where the caller gives the gradient of the outputs.</param>
    /// <param name="outputGradients">[n x OutputSize], the gradient that the flow starts from instead of the loss, which is 0 then; empty where the loss is wanted.</param>
    /// <param name="inputGradients">d loss / d inputs, [n x InputSize], overwritten; empty where they are not wanted.</param>
    /// <param name="workspace">Scratch memory.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    double BackwardRows(
        T scale, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, ReadOnlySpan<T> outputGradients, Span<T> inputGradients, Workspace<T> workspace);

    /// <summary>The second half: scale * d loss / d parameters of the rows whose first half has last been computed in the workspace. Lengths are not checked.</summary>
    /// <param name="share">What of the gradients one of several threads computes, and whether they are overwritten; else the new ones are added.</param>
    /// <param name="inputs">The same inputs.</param>
    /// <param name="gradients">As long as <see cref="IInferenceNetwork{TSelf, T}.Parameters"/>, which it may be itself.</param>
    /// <param name="workspace">The same workspace.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    void ParameterGradients(Share share, ReadOnlySpan<T> inputs, Span<T> gradients, Workspace<T> workspace);
}
