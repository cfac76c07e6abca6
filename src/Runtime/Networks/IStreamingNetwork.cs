using System;
using System.Numerics;

namespace GenNet;

/// <summary>
/// A network of sequences that can be given one step at a time. The generator implements it for networks of which a layer at least looks back on the steps before - it is recurrent, a causal
/// self-attention or convolution, or knows the place of a step - and the others compute each step by itself.
/// </summary>
/// <remarks>
/// A step of recurrent layers and convolutions costs the same however many there were before, and there may be any number of them. Self-attention keeps the key and the value of each
/// step: a step costs in proportion to their number. With it, or with <see cref="PositionEmbeddingAttribute"/>, there are at most as many steps as the input of the network has.
/// </remarks>
/// <typeparam name="TSelf">The network class.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
public interface IStreamingNetwork<TSelf, T> : IInferenceNetwork<TSelf, T>
    where TSelf : class, IStreamingNetwork<TSelf, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The numbers of the input of one step.</summary>
    static abstract int StepInputSize { get; }

    /// <summary>A state before the first step, for one sequence. It is the caller's: a network has any number of them, and changes none but the one that it is given.</summary>
    SequenceState<T> CreateState();

    /// <summary>Computes the outputs of the next step of a sequence. Allocates nothing; may run on several threads at once with a state for each.</summary>
    /// <remarks>They are those of <see cref="IInferenceNetwork{TSelf, T}.Forward"/> for the same steps but for rounding, as sums are taken in another order.</remarks>
    /// <param name="input">[StepInputSize].</param>
    /// <param name="state">What the steps before have left; it is replaced.</param>
    /// <param name="output">[StepOutputSize], overwritten: where the network gives the last step only, what it would give if this were the last one.</param>
    /// <exception cref="ArgumentException">A length does not fit, the state is that of another network, or spans share memory with each other or with the parameters.</exception>
    /// <exception cref="ArgumentNullException">There is no state.</exception>
    /// <exception cref="InvalidOperationException">The network has attention or places, and the state has been given as many steps as its input has. Nothing is changed.</exception>
    void Step(ReadOnlySpan<T> input, SequenceState<T> state, Span<T> output);
}
