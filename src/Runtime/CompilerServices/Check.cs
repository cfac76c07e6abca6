using System;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace GenNet.CompilerServices;

/// <summary>The checks at the public entries of a network; behind them the emitted code runs unchecked.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Check
{
    /// <summary>The number of rows of <paramref name="inputs"/>, with <paramref name="outputs"/> checked against it.</summary>
    /// <exception cref="ArgumentException">The inputs are no whole number of rows, or the other span has another number of rows.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Rows(int inputs, int inputSize, int outputs, int outputSize, string outputsName)
    {
        int rows = (int)((uint)inputs / (uint)inputSize);
        if (rows * inputSize != inputs)
            ThrowInputs(inputs, inputSize);
        if ((long)rows * outputSize != outputs)
            ThrowOutputs(rows, outputs, outputSize, outputsName);
        return rows;
    }

    /// <summary>As <see cref="Rows(int, int, int, int, string)"/>, for a forward pass: what it writes is none of what it reads, but that the outputs may overwrite the inputs, row by row.</summary>
    /// <exception cref="ArgumentException">The inputs are no whole number of rows, the outputs have another number of rows, or share memory with inputs or parameters.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Forward<T>(ReadOnlySpan<T> inputs, int inputSize, ReadOnlySpan<T> outputs, int outputSize, ReadOnlySpan<T> parameters)
        where T : unmanaged
    {
        int rows = Rows(inputs.Length, inputSize, outputs.Length, outputSize, "outputs");
        Apart(inputs, outputs, parameters, "outputs");
        return rows;
    }

    /// <summary>As <see cref="Rows(int, int, int, int, string)"/>, for a batch whose mean is asked for: it may not be empty.</summary>
    /// <exception cref="ArgumentException">As in <see cref="Rows(int, int, int, int, string)"/>, or there is no row.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Batch(int inputs, int inputSize, int targets, int outputSize)
    {
        int rows = Rows(inputs, inputSize, targets, outputSize, "targets");
        if (rows == 0)
            ThrowEmpty(inputSize);
        return rows;
    }

    /// <summary>The number of rows of a block, at least one, with the other rows checked against it; none of them may be part of the parameters, which a step may
    /// change while the rows are still read.</summary>
    /// <exception cref="ArgumentException">As in <see cref="Batch"/>, there are too many rows, or rows share memory with the parameters.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Block<T>(
        ReadOnlySpan<T> inputs, int inputSize, ReadOnlySpan<T> others, int outputSize, int most, ReadOnlySpan<T> parameters, string othersName, int fewest = 1)
        where T : unmanaged
    {
        int rows = Rows(inputs.Length, inputSize, others.Length, outputSize, othersName);
        if (rows == 0)
            ThrowEmpty(inputSize);
        if (rows < fewest)
            ThrowTooFew(rows, fewest);
        if (rows > most)
            ThrowTooMany(rows, most);
        Apart(parameters, "Parameters", inputs, "inputs");
        Apart(parameters, "Parameters", others, othersName);
        return rows;
    }

    /// <summary>The number of rows of a block, with the share of its gradients that is asked for checked.</summary>
    /// <exception cref="ArgumentException">The inputs are no whole number of rows, or too many.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such part.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Share(Share share, int inputs, int inputSize, int most)
    {
        int rows = (int)((uint)inputs / (uint)inputSize);
        if (rows * inputSize != inputs || rows == 0)
            ThrowInputs(inputs, inputSize);
        if (rows > most)
            ThrowTooMany(rows, most);
        if ((uint)share.Part >= (uint)share.Parts)
            ThrowPart(share.Part, share.Parts);
        return rows;
    }

    /// <summary>Checks that a buffer has the length that is asked for.</summary>
    /// <exception cref="ArgumentException">It has another one.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Length(int actual, int expected, string name)
    {
        if (actual != expected)
            ThrowLength(actual, expected, name);
    }

    /// <summary>Checks that a buffer of gradients is as long as the parameters.</summary>
    /// <exception cref="ArgumentException">It has another length.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Gradients(int actual, int expected)
    {
        if (actual != expected)
            ThrowGradients(actual, expected);
    }

    /// <summary>Checks that what a forward pass writes is none of what it reads; only the inputs may be overwritten by the outputs, row by row.</summary>
    /// <exception cref="ArgumentException">Two of the spans share memory.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Apart<T>(ReadOnlySpan<T> inputs, ReadOnlySpan<T> outputs, ReadOnlySpan<T> parameters, string outputsName)
        where T : unmanaged
    {
        if (outputs.Overlaps(inputs) && outputs != inputs)
            ThrowOverlap(outputsName, "inputs", " in part: only the whole of them can be overwritten");
        Apart(outputs, outputsName, parameters, "Parameters");
    }

    /// <summary>Checks that what a backward pass writes is none of what it reads.</summary>
    /// <exception cref="ArgumentException">Two of the spans share memory.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Apart<T>(
        ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, ReadOnlySpan<T> gradients, ReadOnlySpan<T> inputGradients, ReadOnlySpan<T> parameters, string targetsName)
        where T : unmanaged
    {
        Apart(gradients, "gradients", inputs, "inputs");
        Apart(gradients, "gradients", targets, targetsName);
        Apart(gradients, "gradients", parameters, "Parameters");
        if (inputGradients.IsEmpty)
            return;
        Apart(inputGradients, "inputGradients", inputs, "inputs");
        Apart(inputGradients, "inputGradients", targets, targetsName);
        Apart(inputGradients, "inputGradients", gradients, "gradients");
        Apart(inputGradients, "inputGradients", parameters, "Parameters");
    }

    /// <summary>Checks that two spans, of which the first is written, share no memory.</summary>
    /// <exception cref="ArgumentException">They do.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Apart<T>(ReadOnlySpan<T> written, string writtenName, ReadOnlySpan<T> other, string otherName)
        where T : unmanaged
    {
        if (written.Overlaps(other))
            ThrowOverlap(writtenName, otherName, "");
    }

    /// <summary>What to do where there is one target for each row, and the network has several.</summary>
    internal const string ClassesHint = "; if these are the numbers of classes, OneHot.Encode makes rows of them, or [Network(Targets = Targets.Classes)] takes them as they are";

    [DoesNotReturn]
    private static void ThrowInputs(int inputs, int inputSize) =>
        throw new ArgumentException($"The inputs must be whole rows of {inputSize}, got {inputs} numbers.", nameof(inputs));

    [DoesNotReturn]
    private static void ThrowOutputs(int rows, int actual, int size, string name) =>
        throw new ArgumentException($"The inputs have {rows} rows, so {name} must have {rows} x {size} = {(long)rows * size} numbers, got {actual}{(name == "targets" && actual == rows ? ClassesHint : "")}.", name);

    [DoesNotReturn]
    private static void ThrowEmpty(int inputSize) =>
        throw new ArgumentException($"The batch is empty: there must be at least one row of {inputSize} inputs.", "inputs");

    [DoesNotReturn]
    private static void ThrowTooFew(int rows, int fewest) => throw new ArgumentException(
        $"Expected at least {fewest} rows to normalise over, got {rows}: of a single number of each channel nothing is left. Train with larger batches.", "inputs");

    [DoesNotReturn]
    private static void ThrowTooMany(int rows, int most) =>
        throw new ArgumentException($"At most {most} rows are computed at once, got {rows}.", "inputs");

    [DoesNotReturn]
    private static void ThrowPart(int part, int parts) =>
        throw new ArgumentOutOfRangeException("share", part, $"Of {parts} parts the first is 0 and the last {parts - 1}.");

    [DoesNotReturn]
    private static void ThrowGradients(int actual, int expected) =>
        throw new ArgumentException(
            $"gradients must have {expected} numbers, got {actual}: a buffer of gradients is laid out like the parameters, padding included, so it is as long as "
            + "Parameters.Length, not ParameterCount; CreateGradients() of the network makes one.", "gradients");

    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowOverlap(string written, string other, string how) =>
        throw new ArgumentException($"{written} and {other} share memory{how}. {written} would be written while {other} are still read: give {written} memory of their own.", written);

    [DoesNotReturn]
    private static void ThrowLength(int actual, int expected, string name) =>
        throw new ArgumentException($"{name} must have {expected} numbers, got {actual}.", name);
}
