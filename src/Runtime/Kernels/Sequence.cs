using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace GenNet.CompilerServices;

/// <summary>Sequences in other orders. Each step of a sample is a row, and the steps of a sample follow one another; nothing is computed.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Sequence
{
    /// <summary>Each sequence as an image of one row: its features are the channels, its steps the columns.</summary>
    /// <param name="rows">The samples.</param>
    /// <param name="steps">The steps of a sample.</param>
    /// <param name="x">[rows * steps x features].</param>
    /// <param name="image">[rows x features * steps].</param>
    /// <typeparam name="T">float or double.</typeparam>
    public static void Turn<T>(int rows, int steps, Rows<T> x, Rows<T> image)
        where T : unmanaged
    {
        for (int row = 0; row < rows; row++)
            Matrix.Transpose(steps, x.Columns, ref x.From(row * steps).Origin, x.Stride, ref image.From(row).Origin, steps, steps);
    }

    /// <summary>The other way; behind the columns of each step there are zeros, where it has padding.</summary>
    /// <param name="rows">The samples.</param>
    /// <param name="steps">The steps of a sample.</param>
    /// <param name="image">[rows x features * steps].</param>
    /// <param name="x">[rows * steps x features].</param>
    /// <typeparam name="T">float or double.</typeparam>
    public static void TurnBack<T>(int rows, int steps, Rows<T> image, Rows<T> x)
        where T : unmanaged
    {
        for (int row = 0; row < rows; row++)
            Matrix.Transpose(x.Columns, steps, ref image.From(row).Origin, steps, ref x.From(row * steps).Origin, x.Stride, x.Stride);
    }

    /// <summary>The steps of each sample, to the first steps of all samples, then the second steps, and so on.</summary>
    /// <param name="rows">The samples.</param>
    /// <param name="steps">The steps of a sample.</param>
    /// <param name="x">[rows * steps x features], sample by sample.</param>
    /// <param name="byStep">[steps * rows x features], step by step.</param>
    /// <typeparam name="T">float or double.</typeparam>
    public static void ByStep<T>(int rows, int steps, Rows<T> x, Rows<T> byStep)
        where T : unmanaged
    {
        for (int t = 0; t < steps; t++)
            Matrix.CopyRows(rows, x.Columns, ref x.From(t).Origin, steps * x.Stride, ref byStep.From(t * rows).Origin, byStep.Stride);
    }

    /// <summary>The other way.</summary>
    /// <param name="rows">The samples.</param>
    /// <param name="steps">The steps of a sample.</param>
    /// <param name="byStep">[steps * rows x features], step by step.</param>
    /// <param name="x">[rows * steps x features], sample by sample.</param>
    /// <typeparam name="T">float or double.</typeparam>
    public static void BySample<T>(int rows, int steps, Rows<T> byStep, Rows<T> x)
        where T : unmanaged
    {
        for (int t = 0; t < steps; t++)
            Matrix.CopyRows(rows, x.Columns, ref byStep.From(t * rows).Origin, byStep.Stride, ref x.From(t).Origin, steps * x.Stride);
    }

    /// <summary>Weights of a recurrent layer, transposed; where the columns of R stand in pieces, rows of zeros stand for their padding.</summary>
    /// <param name="R">[hidden x gates * hidden].</param>
    /// <param name="turned">[gates * hidden x hidden].</param>
    /// <param name="piece">The columns of a gate with their padding.</param>
    /// <param name="used">Those that mean something.</param>
    /// <typeparam name="T">float or double.</typeparam>
    public static void TransposeWeights<T>(Rows<T> R, Rows<T> turned, int piece, int used)
        where T : unmanaged
    {
        for (int start = 0; start < R.Columns; start += piece)
        {
            ref T to = ref turned.From(start).Origin;
            Matrix.Transpose(turned.Columns, used, ref R[start], R.Stride, ref to, turned.Stride, turned.Stride);
            Matrix.ClearPadding(piece - used, 0, ref turned.From(start + used).Origin, turned.Stride);
        }
    }

    /// <summary>Zeros behind the columns that mean something, in each piece of a row.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="x">[rows x pieces].</param>
    /// <param name="piece">The columns of a piece with their padding.</param>
    /// <param name="used">Those that mean something.</param>
    /// <typeparam name="T">float or double.</typeparam>
    public static void ClearPadding<T>(int rows, Rows<T> x, int piece, int used)
        where T : unmanaged
    {
        for (int start = 0; start < x.Columns; start += piece)
        {
            for (int row = 0; row < rows; row++)
                Matrix.ClearPadding(1, 0, ref x.From(row)[start + used], piece - used);
        }
    }

    /// <summary>Zeros in all of some rows, their padding too.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="x">The rows.</param>
    /// <typeparam name="T">float or double.</typeparam>
    public static void Clear<T>(int rows, Rows<T> x)
        where T : unmanaged
        => Matrix.ClearPadding(rows, 0, ref x.Origin, x.Stride);

    /// <summary>The state before the first step: what has been carried, or zeros where nothing has.</summary>
    /// <param name="rows">The samples.</param>
    /// <param name="carried">[rows x hidden], or nothing.</param>
    /// <param name="h">[rows x hidden], overwritten, its padding too.</param>
    /// <typeparam name="T">float or double.</typeparam>
    public static void Begin<T>(int rows, Rows<T> carried, Rows<T> h)
        where T : unmanaged
    {
        Clear(rows, h);
        if (!Unsafe.IsNullRef(ref carried.Origin))
            Matrix.CopyRows(rows, carried, h);
    }

    /// <summary>The state behind the last step to who carries it on; nothing where nobody does.</summary>
    /// <param name="rows">The samples.</param>
    /// <param name="h">[rows x hidden].</param>
    /// <param name="carried">[rows x hidden], or nothing.</param>
    /// <typeparam name="T">float or double.</typeparam>
    public static void End<T>(int rows, Rows<T> h, Rows<T> carried)
        where T : unmanaged
    {
        if (!Unsafe.IsNullRef(ref carried.Origin))
            Matrix.CopyRows(rows, carried.Columns, ref h.Origin, h.Stride, ref carried.Origin, carried.Stride);
    }

    /// <summary>The steps of each sample in one row, without what stands between them.</summary>
    /// <param name="rows">The samples.</param>
    /// <param name="steps">The steps of a sample.</param>
    /// <param name="x">[rows * steps x features].</param>
    /// <param name="a">[rows x steps * features].</param>
    /// <typeparam name="T">float or double.</typeparam>
    public static void Flatten<T>(int rows, int steps, Rows<T> x, Rows<T> a)
        where T : unmanaged
    {
        for (int row = 0; row < rows; row++)
        {
            Matrix.CopyRows(steps, x.Columns, ref x.From(row * steps).Origin, x.Stride, ref a.From(row).Origin, x.Columns);
            RowEnd.Clear(a, row);
        }
    }

    /// <summary>The other way.</summary>
    /// <param name="rows">The samples.</param>
    /// <param name="steps">The steps of a sample.</param>
    /// <param name="a">[rows x steps * features].</param>
    /// <param name="x">[rows * steps x features].</param>
    /// <typeparam name="T">float or double.</typeparam>
    public static void Unflatten<T>(int rows, int steps, Rows<T> a, Rows<T> x)
        where T : unmanaged
    {
        for (int row = 0; row < rows; row++)
            Matrix.CopyRows(steps, x.Columns, ref a.From(row).Origin, x.Columns, ref x.From(row * steps).Origin, x.Stride);
        if (x.Columns < x.Stride)
            Matrix.ClearPadding(rows * steps, x);
    }
}
