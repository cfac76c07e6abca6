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

    /// <summary>The place of the next step, from 0, in a network that has so many.</summary>
    /// <exception cref="InvalidOperationException">There is none behind the last.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Place<T>(SequenceState<T> state, int places)
        where T : unmanaged
    {
        if (state.Steps >= places)
            ThrowEnd(places);
        return (int)state.Steps;
    }

    [DoesNotReturn]
    private static void ThrowEnd(int places) => throw new InvalidOperationException(
        $"The network has {places} places for steps, as its input says, and all of them have been given: Reset the state, and begin a new sequence, or this one again with the last of its steps.");

    [DoesNotReturn]
    private static void ThrowState(int actual, int expected) =>
        throw new ArgumentException($"The state has {actual} elements, this network needs {expected}: make it with the CreateState of this network.", "state");
}
