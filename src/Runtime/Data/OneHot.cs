using System;
using System.Numerics;

namespace GenNet;

/// <summary>Class labels as target rows: 1 at the label, 0 elsewhere.</summary>
public static class OneHot
{
    /// <summary>Writes the target rows of the labels.</summary>
    /// <param name="labels">n labels from 0 to <paramref name="classes"/> - 1.</param>
    /// <param name="classes">The number of classes, at least 1: the length of a row.</param>
    /// <param name="targets">[n x classes], overwritten.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no classes, or a label is none of them.</exception>
    /// <exception cref="ArgumentException">The targets have another length.</exception>
    public static void Encode<T>(ReadOnlySpan<int> labels, int classes, Span<T> targets)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        if (targets.Length != (long)labels.Length * classes)
            throw new ArgumentException($"{labels.Length} labels of {classes} classes need {(long)labels.Length * classes} targets, got room for {targets.Length}.", nameof(targets));
        int wrong = FirstOutside(labels, classes);
        if (wrong >= 0)
            throw new ArgumentOutOfRangeException(nameof(labels), labels[wrong], $"Labels are 0 to {classes - 1}, got {labels[wrong]} at row {wrong}.");
        targets.Clear();
        for (int row = 0; row < labels.Length; row++)
            targets[row * classes + labels[row]] = T.One;
    }

    /// <summary>The target rows of the labels as a new array, [n x classes].</summary>
    /// <param name="labels">n labels from 0 to <paramref name="classes"/> - 1.</param>
    /// <param name="classes">The number of classes, at least 1: the length of a row.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no classes, or a label is none of them.</exception>
    /// <exception cref="OverflowException">The targets are too many for one array.</exception>
    public static T[] Encode<T>(ReadOnlySpan<int> labels, int classes)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        var targets = new T[checked(labels.Length * classes)];
        Encode<T>(labels, classes, targets);
        return targets;
    }

    /// <summary>The class of a row of targets or outputs: the position of its largest number, the first of equals. A single number
    /// is a probability: class 1 from 0.5 on, otherwise class 0.</summary>
    /// <param name="row">At least one number.</param>
    /// <returns>The class, or -1 where a NaN leaves it open.</returns>
    /// <exception cref="ArgumentException">The row is empty.</exception>
    public static int Decode<T>(ReadOnlySpan<T> row)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (row.IsEmpty)
            throw new ArgumentException("A row needs at least one number, got none.", nameof(row));
        if (row.Length == 1)
            return T.IsNaN(row[0]) ? -1 : row[0] >= T.CreateChecked(0.5) ? 1 : 0;
        int best = 0;
        for (int i = 0; i < row.Length; i++)
        {
            if (T.IsNaN(row[i]))
                return -1;
            if (row[i] > row[best])
                best = i;
        }

        return best;
    }

    /// <summary>The first row whose label is none of the classes, or -1.</summary>
    internal static int FirstOutside(ReadOnlySpan<int> labels, int classes)
    {
        for (int row = 0; row < labels.Length; row++)
        {
            if ((uint)labels[row] >= (uint)classes)
                return row;
        }

        return -1;
    }
}
