using System;
using System.Numerics;

namespace GenNet;

/// <summary>
/// What the library knows of a network that computes outputs: sizes, parameters, the forward pass. The generator implements it
/// for every class marked with <see cref="NetworkAttribute"/>; one that can be trained implements <see cref="INetwork{TSelf, T}"/> too.
/// </summary>
/// <typeparam name="TSelf">The network class.</typeparam>
/// <typeparam name="T">float, or double where the network is declared with <see cref="Precision.Double"/>.</typeparam>
public interface IInferenceNetwork<TSelf, T>
    where TSelf : class, IInferenceNetwork<TSelf, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The numbers of one input row.</summary>
    static abstract int InputSize { get; }

    /// <summary>The numbers of one output row.</summary>
    static abstract int OutputSize { get; }

    /// <summary>The outputs of one step, where they are a sequence; else all.</summary>
    static virtual int StepOutputSize => TSelf.OutputSize;

    /// <summary>The numbers of one target row: as many as outputs, or the number of a class for each step.</summary>
    static virtual int TargetSize => TSelf.OutputSize;

    /// <summary>Whether targets are the numbers of classes.</summary>
    static virtual bool HasClassTargets => false;

    /// <summary>Whether the last number of an input row is its length, the steps that it has.</summary>
    static virtual bool HasLengths => false;

    /// <summary>The trainable numbers; the padding of the buffer does not count.</summary>
    static abstract int ParameterCount { get; }

    /// <summary>Where each tensor stands in <see cref="Parameters"/>.</summary>
    static abstract Layout Layout { get; }

    /// <summary>A new network whose parameters are all zero, to be filled.</summary>
    static abstract TSelf Create();

    /// <summary>All parameters, padding included, laid out as <see cref="Layout"/> says. Writing to it changes the network.</summary>
    Span<T> Parameters { get; }

    /// <summary>Computes the outputs of a batch. Allocates nothing; may run on several threads at once.</summary>
    /// <param name="inputs">[n x InputSize], row after row.</param>
    /// <param name="outputs">[n x OutputSize], overwritten; where rows of both are equally long, they may be the inputs themselves.</param>
    /// <exception cref="ArgumentException">The lengths are not those of the same number of rows, or outputs share memory with inputs or parameters.</exception>
    void Forward(ReadOnlySpan<T> inputs, Span<T> outputs);
}
