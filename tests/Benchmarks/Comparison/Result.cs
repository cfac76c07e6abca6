using System;
using System.Collections.Generic;
using System.Linq;

namespace GenNet.Benchmarks.Comparison;

/// <summary>The times of a case: for each program, GenNet first, the seconds of an iteration in each round.</summary>
internal sealed record Result(Case Case, IReadOnlyList<string> Programs, double[][] Times)
{
    /// <summary>GenNet's median time.</summary>
    public double Seconds => Median(Times[0]);

    /// <summary>The median time of a program, or null where it was not measured.</summary>
    public double? SecondsOf(string program) => TimesOf(program) is { } times ? Median(times) : null;

    /// <summary>How many times as long a program takes as GenNet: the median over the rounds of their ratio in one round.</summary>
    public double? RatioOf(string program) =>
        TimesOf(program) is { } times ? Median(times.Zip(Times[0], (theirs, ours) => theirs / ours)) : null;

    private double[]? TimesOf(string program)
    {
        int index = Programs.ToList().IndexOf(program);
        return index < 0 ? null : Times[index];
    }

    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = values.Order().ToArray();
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
