using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Numerics;

namespace GenNet;

/// <summary>
/// What an optimizer remembers from step to step, by name: it can be looked at, saved with the network and restored. Each
/// buffer is laid out like the parameters, as far as these are trained, so that <c>Layout.Read(optimizer.State("mean"), "0.weight")</c> gives the part of one tensor.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public interface IOptimizerState<T> : ILearningRate<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>What files call the optimizer, such as <c>adam</c>: state is restored into an optimizer of the same kind only.</summary>
    string Kind { get; }

    /// <summary>The constants of its formula, such as <c>beta1=0.9 beta2=0.999 epsilon=1E-08</c>, culture-invariant; the learning rate is not among them.</summary>
    string Settings { get; }

    /// <summary>The steps taken so far.</summary>
    long Steps { get; }

    /// <summary>The names of the buffers; none where the optimizer remembers nothing.</summary>
    ImmutableArray<string> StateNames { get; }

    /// <summary>A buffer, as long as the parameters that are trained, <see cref="Layout.TrainableLength"/>; empty before the first step.</summary>
    /// <exception cref="ArgumentException">There is none of this name; the message lists those that exist.</exception>
    ReadOnlySpan<T> State(string name);

    /// <summary>Replaces all state, which is copied: all of it, or on a failure none.</summary>
    /// <param name="steps">The steps that have led to it. With 0 the optimizer is as new.</param>
    /// <param name="state">For each of <see cref="StateNames"/> a buffer of the length of the parameters; not looked at where <paramref name="steps"/> is 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of steps is negative, or one that no training can have taken (above 10^15).</exception>
    /// <exception cref="ArgumentException">A buffer is missing or unknown, or the lengths are not all those of the parameters.</exception>
    void Restore(long steps, IReadOnlyDictionary<string, T[]> state);
}
