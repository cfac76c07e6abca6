using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;

namespace GenNet;

// Random parts.
public sealed partial class Dataset<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // Keep the orders of splits and folds apart from all other uses of the same seed ("SPLT", "FOLD").
    private const ulong SplitStream = 0x53504C54_00000000;
    private const ulong FoldStream = 0x464F4C44_00000000;

    /// <summary>Two random parts, copied; which rows go where depends on the seed and <see cref="Count"/> only.</summary>
    /// <param name="fraction">The share of the first part, between 0 and 1; rounded to whole rows, each part gets at least one.</param>
    /// <param name="seed">The seed of the order.</param>
    /// <exception cref="ArgumentOutOfRangeException">The fraction is not between 0 and 1.</exception>
    /// <exception cref="InvalidOperationException">There is only one row.</exception>
    public (Dataset<T> First, Dataset<T> Second) Split(double fraction, int seed)
    {
        CheckSplit(fraction);
        int[] order = RandomOrder(seed, SplitStream);
        int first = FirstCount(fraction);
        return (Select(order.AsSpan(0, first)), Select(order.AsSpan(first)));
    }

    /// <summary>
    /// Two random parts, copied, in each of which the classes have the shares that they have here, to within one row of each
    /// class; which rows go where depends on the seed and the classes of the rows only.
    /// </summary>
    /// <param name="fraction">The share of the first part, between 0 and 1; rounded to whole rows, each part gets at least one.</param>
    /// <param name="seed">The seed of the order.</param>
    /// <exception cref="ArgumentOutOfRangeException">The fraction is not between 0 and 1.</exception>
    /// <exception cref="InvalidOperationException">There is only one row, or the targets are not classes: neither one-hot nor a single 0 or 1.</exception>
    public (Dataset<T> First, Dataset<T> Second) SplitStratified(double fraction, int seed)
    {
        CheckSplit(fraction);
        int[] classes = Classes();
        int[] left = FirstCounts(classes, fraction);
        var first = new List<int>();
        var second = new List<int>();
        foreach (int row in RandomOrder(seed, SplitStream))
            (left[classes[row]]-- > 0 ? first : second).Add(row);
        return (Select([.. first]), Select([.. second]));
    }

    /// <summary>
    /// Parts for cross-validation: fold by fold the rows outside of it for training and those in it for validation, copied.
    /// Each row is in one fold; the sizes of the folds differ by one at most.
    /// </summary>
    /// <param name="count">The number of folds, from 2 to <see cref="Count"/>.</param>
    /// <param name="seed">The seed of the order.</param>
    /// <param name="stratified">Whether the number of rows of each class, too, differs by one at most between folds.</param>
    /// <returns>The folds; each is copied when it is asked for.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There cannot be so many folds.</exception>
    /// <exception cref="InvalidOperationException">Stratified, and the targets are not classes: neither one-hot nor a single 0 or 1.</exception>
    public IEnumerable<(Dataset<T> Train, Dataset<T> Validation)> Folds(int count, int seed, bool stratified = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Count);
        int[] order = RandomOrder(seed, FoldStream);
        if (stratified)
        {
            // Row i of this order goes to fold i mod count: the rows of a class, being neighbours, go to all folds in turn.
            int[] classes = Classes();
            order = [.. order.OrderBy(row => classes[row])];
        }

        return Enumerable.Range(0, count).Select(fold => (
            Select([.. order.Where((_, i) => i % count != fold)]),
            Select([.. order.Where((_, i) => i % count == fold)])));
    }

    private void CheckSplit(double fraction)
    {
        if (!(fraction > 0 && fraction < 1))
            throw new ArgumentOutOfRangeException(nameof(fraction), fraction, "The fraction must lie between 0 and 1, both excluded.");
        if (Count < 2)
            throw new InvalidOperationException("A data set of one row cannot be split.");
    }

    private int FirstCount(double fraction) => Math.Clamp((int)Math.Round(fraction * Count), 1, Count - 1);

    private int[] RandomOrder(int seed, ulong stream)
    {
        var order = new int[Count];
        for (int i = 0; i < order.Length; i++)
            order[i] = i;
        new RandomStream((ulong)(long)seed, stream).Shuffle(order.AsSpan());
        return order;
    }

    /// <summary>How many rows of each class the first part gets: its share rounded down, and one more for those that lose most by it.</summary>
    private int[] FirstCounts(int[] classes, double fraction)
    {
        var shares = new double[classes.Max() + 1];
        foreach (int label in classes)
            shares[label]++;
        for (int i = 0; i < shares.Length; i++)
            shares[i] *= fraction;
        int[] counts = [.. shares.Select(share => (int)share)];
        int[] byRest = [.. Enumerable.Range(0, shares.Length).OrderByDescending(label => shares[label] - counts[label])];
        int missing = FirstCount(fraction) - counts.Sum();
        for (int i = 0; i < missing; i++)
            counts[byRest[i]]++;
        return counts;
    }

    private int[] Classes()
    {
        var classes = new int[Count];
        for (int row = 0; row < classes.Length; row++)
        {
            ReadOnlySpan<T> target = Target(row);
            int label = OneHot.Decode(target);
            bool isClass = TargetSize == 1
                ? target[0] == T.Zero || target[0] == T.One
                : label >= 0 && target[label] == T.One && target.Count(T.Zero) == TargetSize - 1;
            if (!isClass)
                throw new InvalidOperationException($"The targets are not classes: expected one-hot rows, or single numbers that are 0 or 1, found [{string.Join(", ", target[..Math.Min(10, TargetSize)].ToArray())}] in row {row}.");
            classes[row] = label;
        }

        return classes;
    }
}
