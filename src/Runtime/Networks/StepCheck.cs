using System;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace GenNet.CompilerServices;

/// <summary>The checks of a network that is given one step of a sequence.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class StepCheck
{
    /// <summary>Checks the arguments of a step.</summary>
    /// <exception cref="ArgumentException">A length does not fit, or what is written shares memory with what is read.</exception>
    /// <exception cref="ArgumentNullException">There is no state.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Arguments<T>(
        ReadOnlySpan<T> input, int inputSize, SequenceState<T> state, int stateLength, ReadOnlySpan<T> output, int outputSize, ReadOnlySpan<T> parameters)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(state);
        Check.Length(input.Length, inputSize, nameof(input));
        Check.Length(output.Length, outputSize, nameof(output));
        if (state.Length != stateLength)
            ThrowState(state.Length, stateLength);
        Check.Apart(input, output, parameters, nameof(output));
    }

    [DoesNotReturn]
    private static void ThrowState(int actual, int expected) =>
        throw new ArgumentException($"The state has {actual} elements, this network needs {expected}: make it with the CreateState of this network.", "state");
}
