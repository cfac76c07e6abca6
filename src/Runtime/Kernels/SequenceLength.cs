using System;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GenNet.CompilerServices;

/// <summary>
/// Sequences of which each row has some steps of those that there is room for: their number is the last of the caller's row. Each step of a sample is a row, and the
/// steps of a sample follow one another. Rows are padded to cache lines but for the caller's.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SequenceLength
{
    /// <summary>The steps that a row has.</summary>
    /// <param name="lengths">[rows x 1].</param>
    /// <param name="row">The row.</param>
    /// <typeparam name="T">float or double.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Of<T>(Rows<T> lengths, int row)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => int.CreateTruncating(lengths.From(row)[0]);

    /// <summary>The steps of the caller's rows up to the length of each, zeros behind; and the lengths.</summary>
    /// <param name="rows">The samples.</param>
    /// <param name="steps">The most steps of a sample.</param>
    /// <param name="x">[rows x steps * features + 1].</param>
    /// <param name="sequence">[rows * steps x features].</param>
    /// <param name="lengths">[rows x 1].</param>
    /// <typeparam name="T">float or double.</typeparam>
    /// <exception cref="ArgumentException">A length is no number of steps.</exception>
    public static void Cut<T>(int rows, int steps, Rows<T> x, Rows<T> sequence, Rows<T> lengths)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int features = sequence.Columns;
        for (int row = 0; row < rows; row++)
        {
            int length = Keep(x, row, steps, lengths);
            Rows<T> to = sequence.From(row * steps);
            Matrix.CopyRows(length, features, ref x.From(row).Origin, features, ref to.Origin, to.Stride);
            Matrix.ClearPadding(length, features, ref to.Origin, to.Stride);
            Sequence.Clear(steps - length, to.From(length));
        }
    }

    /// <summary>The same of tokens, which are one row.</summary>
    /// <param name="rows">The samples.</param>
    /// <param name="x">[rows x steps + 1].</param>
    /// <param name="tokens">[rows x steps].</param>
    /// <param name="lengths">[rows x 1].</param>
    /// <typeparam name="T">float or double.</typeparam>
    /// <exception cref="ArgumentException">A length is no number of steps.</exception>
    public static void CutTokens<T>(int rows, Rows<T> x, Rows<T> tokens, Rows<T> lengths)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int row = 0; row < rows; row++)
        {
            int length = Keep(x, row, tokens.Columns, lengths);
            Span<T> to = MemoryMarshal.CreateSpan(ref tokens.From(row).Origin, tokens.Stride);
            MemoryMarshal.CreateReadOnlySpan(ref x.From(row).Origin, length).CopyTo(to);
            to[length..].Clear();
        }
    }

    /// <summary>The gradient of the caller's rows: of their steps up to the length, zeros behind.</summary>
    /// <param name="rows">The samples.</param>
    /// <param name="steps">The most steps of a sample.</param>
    /// <param name="gradient">[rows * steps x features].</param>
    /// <param name="lengths">[rows x 1].</param>
    /// <param name="dx">[rows x steps * features + 1].</param>
    /// <typeparam name="T">float or double.</typeparam>
    public static void CutGradient<T>(int rows, int steps, Rows<T> gradient, Rows<T> lengths, Rows<T> dx)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int features = gradient.Columns;
        for (int row = 0; row < rows; row++)
        {
            int length = Of(lengths, row);
            Rows<T> from = gradient.From(row * steps), to = dx.From(row);
            Matrix.CopyRows(length, features, ref from.Origin, from.Stride, ref to.Origin, features);
            MemoryMarshal.CreateSpan(ref to[length * features], dx.Columns - length * features).Clear();
        }
    }

    /// <summary>Zeros behind the length of each row, also in the padding.</summary>
    /// <param name="rows">The samples.</param>
    /// <param name="steps">The most steps of a sample.</param>
    /// <param name="lengths">[rows x 1].</param>
    /// <param name="x">[rows * steps x features].</param>
    /// <typeparam name="T">float or double.</typeparam>
    public static void Clear<T>(int rows, int steps, Rows<T> lengths, Rows<T> x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int row = 0; row < rows; row++)
        {
            int length = Of(lengths, row);
            Sequence.Clear(steps - length, x.From(row * steps + length));
        }
    }

    /// <summary>The steps up to the length of each row, zeros behind.</summary>
    /// <param name="rows">The samples.</param>
    /// <param name="steps">The most steps of a sample.</param>
    /// <param name="x">[rows * steps x features].</param>
    /// <param name="lengths">[rows x 1].</param>
    /// <param name="result">[rows * steps x features], which may be x.</param>
    /// <typeparam name="T">float or double.</typeparam>
    public static void Copy<T>(int rows, int steps, Rows<T> x, Rows<T> lengths, Rows<T> result)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int row = 0; row < rows; row++)
        {
            Rows<T> to = result.From(row * steps);
            int length = Of(lengths, row);
            Matrix.CopyRows(length, x.From(row * steps), to);
            Matrix.ClearPadding(length, to);
        }

        Clear(rows, steps, lengths, result);
    }

    /// <summary>The state behind the last step that each row has.</summary>
    /// <param name="rows">The samples.</param>
    /// <param name="h">[(steps + 1) * rows x hidden], step by step, with the state before the first one.</param>
    /// <param name="lengths">[rows x 1].</param>
    /// <param name="a">[rows x hidden].</param>
    /// <typeparam name="T">float or double.</typeparam>
    public static void State<T>(int rows, Rows<T> h, Rows<T> lengths, Rows<T> a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int row = 0; row < rows; row++)
            Matrix.CopyRows(1, h.From(Of(lengths, row) * rows + row), a.From(row));
    }

    /// <summary>The same to who carries it on; nothing where nobody does.</summary>
    /// <param name="rows">The samples.</param>
    /// <param name="h">[(steps + 1) * rows x hidden], step by step, with the state before the first one.</param>
    /// <param name="lengths">[rows x 1].</param>
    /// <param name="carried">[rows x hidden], or nothing.</param>
    /// <typeparam name="T">float or double.</typeparam>
    public static void End<T>(int rows, Rows<T> h, Rows<T> lengths, Rows<T> carried)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (!Unsafe.IsNullRef(ref carried.Origin))
            State(rows, h, lengths, carried);
    }

    /// <summary>The gradient of all states from that of the one behind the last step that each row has.</summary>
    /// <param name="rows">The samples.</param>
    /// <param name="steps">The most steps of a sample.</param>
    /// <param name="da">[rows x hidden].</param>
    /// <param name="lengths">[rows x 1].</param>
    /// <param name="dh">[steps * rows x hidden], step by step.</param>
    /// <typeparam name="T">float or double.</typeparam>
    public static void StateGradient<T>(int rows, int steps, Rows<T> da, Rows<T> lengths, Rows<T> dh)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Sequence.Clear(rows * steps, dh);
        for (int row = 0; row < rows; row++)
            Matrix.CopyRows(1, da.From(row), dh.From((Of(lengths, row) - 1) * rows + row));
    }

    /// <summary>The mean over the steps that each row has.</summary>
    /// <param name="rows">The samples.</param>
    /// <param name="steps">The most steps of a sample.</param>
    /// <param name="x">[rows * steps x features].</param>
    /// <param name="lengths">[rows x 1].</param>
    /// <param name="a">[rows x features].</param>
    /// <typeparam name="T">float or double.</typeparam>
    public static void Mean<T>(int rows, int steps, Rows<T> x, Rows<T> lengths, Rows<T> a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int width = CacheLine.Padded<T>(a.Columns);
        for (int row = 0; row < rows; row++)
        {
            int length = Of(lengths, row);
            Rows<T> from = x.From(row * steps), to = a.From(row);
            var factor = new Vector<T>(T.One / T.CreateTruncating(length));
            for (int j = 0; j < width; j += Vector<T>.Count)
            {
                Vector<T> sum = Vector<T>.Zero;
                for (int t = 0; t < length; t++)
                    sum += from.From(t).Load(j);
                to.Store(j, sum * factor);
            }
        }
    }

    /// <summary>The gradient of the steps from that of their mean, zeros behind the length.</summary>
    /// <param name="rows">The samples.</param>
    /// <param name="steps">The most steps of a sample.</param>
    /// <param name="da">[rows x features].</param>
    /// <param name="lengths">[rows x 1].</param>
    /// <param name="dx">[rows * steps x features].</param>
    /// <typeparam name="T">float or double.</typeparam>
    public static void MeanGradient<T>(int rows, int steps, Rows<T> da, Rows<T> lengths, Rows<T> dx)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int width = CacheLine.Padded<T>(da.Columns);
        for (int row = 0; row < rows; row++)
        {
            int length = Of(lengths, row);
            Rows<T> from = da.From(row), to = dx.From(row * steps);
            var factor = new Vector<T>(T.One / T.CreateTruncating(length));
            for (int j = 0; j < width; j += Vector<T>.Count)
            {
                Vector<T> gradient = from.Load(j) * factor;
                for (int t = 0; t < length; t++)
                    to.From(t).Store(j, gradient);
            }
        }

        Clear(rows, steps, lengths, dx);
    }

    /// <summary>The steps of all rows.</summary>
    /// <param name="inputs">[n x inputSize], the length of each row at its end.</param>
    /// <param name="inputSize">The numbers of a row.</param>
    /// <param name="steps">The most steps of a row.</param>
    /// <typeparam name="T">float or double.</typeparam>
    /// <exception cref="ArgumentException">A length is no number of steps.</exception>
    public static long Count<T>(ReadOnlySpan<T> inputs, int inputSize, int steps)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        long count = 0;
        for (int row = 0; row < inputs.Length / inputSize; row++)
            count += Checked(inputs[(row + 1) * inputSize - 1], row, steps);
        return count;
    }

    /// <summary>The steps of all rows that have a class; 1 where none has, as then the loss is 0 and any number does.</summary>
    /// <param name="inputs">[n x inputSize], the length of each row at its end.</param>
    /// <param name="inputSize">The numbers of a row.</param>
    /// <param name="targets">[n x steps], numbers of classes, below 0 where there is none.</param>
    /// <param name="steps">The most steps of a row.</param>
    /// <typeparam name="T">float or double.</typeparam>
    /// <exception cref="ArgumentException">A length is no number of steps.</exception>
    public static long CountClasses<T>(ReadOnlySpan<T> inputs, int inputSize, ReadOnlySpan<T> targets, int steps)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        long count = 0;
        for (int row = 0; row < inputs.Length / inputSize; row++)
        {
            foreach (T target in targets.Slice(row * steps, Checked(inputs[(row + 1) * inputSize - 1], row, steps)))
                count += target < T.Zero ? 0 : 1;
        }

        return Math.Max(1, count);
    }

    /// <summary>Reads the length behind a row, and keeps it.</summary>
    private static int Keep<T>(Rows<T> x, int row, int steps, Rows<T> lengths)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T length = x.From(row)[x.Columns - 1];
        lengths.From(row)[0] = length;
        return Checked(length, row, steps);
    }

    private static int Checked<T>(T number, int row, int steps)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int length = int.CreateTruncating(number);
        if (length < 1 || length > steps || T.CreateTruncating(length) != number)
            Throw(number, row, steps);
        return length;
    }

    [DoesNotReturn]
    private static void Throw<T>(T number, int row, int steps) =>
        throw new ArgumentException($"Row {row}, or that of a block, ends with {number}: expected its length there, a whole number of steps from 1 to {steps}.", "inputs");
}
