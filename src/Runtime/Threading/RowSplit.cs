using System;

namespace GenNet;

/// <summary>
/// The rows of a batch, divided among parts; where a part would have more rows than are computed at once, in several rounds. Splits are
/// multiples of 8, so that register tiles stay whole, unless they are to be equal.
/// </summary>
internal readonly struct RowSplit
{
    /// <summary>Rows are split at multiples of this.</summary>
    public const int Step = 8;

    private readonly bool _isEqual;

    /// <summary>A division.</summary>
    /// <param name="rows">The rows of the batch.</param>
    /// <param name="parts">The number of parts; at least <see cref="Step"/> rows for each.</param>
    /// <param name="most">The most rows that a part computes at once, a multiple of <see cref="Step"/> unless it is no less than the rows.</param>
    /// <param name="equal">Whether all parts of all rounds have equally many rows, but for one: where rows are normalised together.</param>
    public RowSplit(int rows, int parts, int most, bool equal = false)
    {
        _isEqual = equal;
        Rows = rows;
        Parts = parts;
        Rounds = (int)((rows - 1) / ((long)parts * most)) + 1;
    }

    /// <summary>The rows of the batch.</summary>
    public int Rows { get; }

    /// <summary>The number of parts.</summary>
    public int Parts { get; }

    /// <summary>The number of rounds.</summary>
    public int Rounds { get; }

    /// <summary>The rows of a part in a round, which are never none.</summary>
    public Range Of(int round, int part)
    {
        if (_isEqual)
            return EqualStart(Rows, round * Parts + part, Rounds * Parts)..EqualStart(Rows, round * Parts + part + 1, Rounds * Parts);
        int start = Start(Rows, round, Rounds), rows = Start(Rows, round + 1, Rounds) - start;
        return (start + Start(rows, part, Parts))..(start + Start(rows, part + 1, Parts));
    }

    /// <summary>Where one of so many equal parts starts: the first ones have a row more where the rows do not divide.</summary>
    /// <param name="rows">The rows of the batch.</param>
    /// <param name="index">The part, from 0; behind the last one, the rows.</param>
    /// <param name="count">The parts.</param>
    public static int EqualStart(int rows, int index, int count) => index >= count ? rows : rows / count * index + Math.Min(index, rows % count);

    /// <summary>Rounded up: only the last one is smaller than its even share by more than a step, and none is larger than the next multiple of it.</summary>
    private static int Start(int rows, int index, int count) =>
        (int)Math.Min(rows, ((long)rows * index + (long)Step * count - 1) / ((long)Step * count) * Step);
}
