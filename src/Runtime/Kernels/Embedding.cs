using System;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GenNet.CompilerServices;

/// <summary>Vectors for tokens and for places. All but the caller's rows are padded to cache lines, and padding of gradients is zero before and after.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Embedding
{
    /// <summary>z = the row of the table that each token names.</summary>
    /// <param name="rows">The samples.</param>
    /// <param name="x">[rows x steps], tokens.</param>
    /// <param name="table">[vocabulary x width].</param>
    /// <param name="vocabulary">The tokens that there are.</param>
    /// <param name="z">[rows * steps x width].</param>
    /// <typeparam name="T">float or double.</typeparam>
    /// <exception cref="ArgumentException">A number is no token.</exception>
    public static void Forward<T>(int rows, Rows<T> x, Rows<T> table, int vocabulary, Rows<T> z)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int steps = x.Columns, width = CacheLine.Padded<T>(z.Columns);
        for (int row = 0; row < rows; row++)
        {
            for (int t = 0; t < steps; t++)
            {
                int token = Token(x.From(row)[t], row, t, vocabulary);
                MemoryMarshal.CreateReadOnlySpan(ref table.From(token).Origin, width).CopyTo(MemoryMarshal.CreateSpan(ref z.From(row * steps + t).Origin, width));
            }
        }
    }

    /// <summary>dE += dz, each step to the row that its token names; or dE = that. A share is some of the tokens.</summary>
    /// <param name="rows">The samples.</param>
    /// <param name="x">[rows x steps], tokens.</param>
    /// <param name="dz">[rows * steps x width].</param>
    /// <param name="vocabulary">The tokens that there are.</param>
    /// <param name="table">dE, [vocabulary x width].</param>
    /// <param name="share">Which tokens, and whether the gradients replace what is there.</param>
    /// <typeparam name="T">float or double.</typeparam>
    public static void Gradient<T>(int rows, Rows<T> x, Rows<T> dz, int vocabulary, Rows<T> table, Share share)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int start = Share.Start(vocabulary, 1, share.Part, share.Parts), end = Share.Start(vocabulary, 1, share.Part + 1, share.Parts);
        if (share.First)
            Matrix.ClearPadding(end - start, 0, ref table.From(start).Origin, table.Stride);
        int steps = x.Columns;
        for (int row = 0; row < rows; row++)
        {
            for (int t = 0; t < steps; t++)
            {
                int token = int.CreateTruncating(x.From(row)[t]);
                if (token >= start && token < end)
                    Add(ref dz.From(row * steps + t).Origin, ref table.From(token).Origin, CacheLine.Padded<T>(dz.Columns));
            }
        }
    }

    /// <summary>z = x and the vector of each place.</summary>
    /// <param name="rows">The samples.</param>
    /// <param name="x">[rows * steps x features].</param>
    /// <param name="table">[steps x features].</param>
    /// <param name="steps">The steps.</param>
    /// <param name="z">[rows * steps x features]; it may be x.</param>
    /// <typeparam name="T">float or double.</typeparam>
    public static void AddPositions<T>(int rows, Rows<T> x, Rows<T> table, int steps, Rows<T> z)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int row = 0; row < rows * steps; row++)
        {
            ref T from = ref x.From(row).Origin;
            ref T place = ref table.From(row % steps).Origin;
            ref T to = ref z.From(row).Origin;
            int j = 0;
            for (; j <= z.Columns - Vector<T>.Count; j += Vector<T>.Count)
                (Vector.LoadUnsafe(ref from, (nuint)j) + Vector.LoadUnsafe(ref place, (nuint)j)).StoreUnsafe(ref to, (nuint)j);
            for (; j < z.Columns; j++)
                Unsafe.Add(ref to, j) = Unsafe.Add(ref from, j) + Unsafe.Add(ref place, j);
        }
    }

    /// <summary>dP += the sum of dz over the samples, or dP = that sum. A share is some of the places.</summary>
    /// <param name="rows">The samples.</param>
    /// <param name="dz">[rows * steps x features].</param>
    /// <param name="steps">The steps.</param>
    /// <param name="table">dP, [steps x features].</param>
    /// <param name="share">Which places, and whether the gradients replace what is there.</param>
    /// <typeparam name="T">float or double.</typeparam>
    public static void PositionGradient<T>(int rows, Rows<T> dz, int steps, Rows<T> table, Share share)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int start = Share.Start(steps, 1, share.Part, share.Parts), end = Share.Start(steps, 1, share.Part + 1, share.Parts);
        if (share.First)
            Matrix.ClearPadding(end - start, 0, ref table.From(start).Origin, table.Stride);
        for (int row = 0; row < rows; row++)
        {
            for (int t = start; t < end; t++)
                Add(ref dz.From(row * steps + t).Origin, ref table.From(t).Origin, CacheLine.Padded<T>(dz.Columns));
        }
    }

    /// <summary>c += a, in whole vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add<T>(ref T a, ref T c, int n)
        where T : unmanaged
    {
        for (int j = 0; j < n; j += Vector<T>.Count)
            (Vector.LoadUnsafe(ref a, (nuint)j) + Vector.LoadUnsafe(ref c, (nuint)j)).StoreUnsafe(ref c, (nuint)j);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Token<T>(T number, int row, int step, int vocabulary)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int token = int.CreateTruncating(number);
        if ((uint)token >= (uint)vocabulary || T.CreateTruncating(token) != number)
            Throw(number, row, step, vocabulary);
        return token;
    }

    [DoesNotReturn]
    private static void Throw<T>(T number, int row, int step, int vocabulary) =>
        throw new ArgumentException($"Row {row} of a block has {number} at place {step}: expected a token, a whole number from 0 to {vocabulary - 1}.", "inputs");
}
