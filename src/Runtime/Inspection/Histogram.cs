using System;
using System.Collections.Immutable;
using System.Linq;

namespace GenNet;

/// <summary>How often numbers fall into each of a row of bins of equal width.</summary>
/// <param name="From">The lower end of the first bin.</param>
/// <param name="To">The upper end of the last bin, which belongs to it.</param>
/// <param name="Counts">The numbers of each bin.</param>
public sealed record Histogram(double From, double To, ImmutableArray<long> Counts)
{
    /// <summary>All numbers in the bins.</summary>
    public long Total => Counts.Sum();

    /// <summary>The bin of a number, or -1 where it lies outside or is NaN.</summary>
    internal static int Bin(double value, double from, double to, int bins)
    {
        if (!(value >= from && value <= to))
            return -1;
        double width = to - from;
        return width > 0 ? Math.Min(bins - 1, (int)((value - from) / width * bins)) : 0;
    }
}
