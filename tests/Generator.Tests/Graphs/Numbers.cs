using System;
using System.Collections.Generic;
using System.Linq;
using GenNet.Generator.Graphs;

namespace GenNet.Generator.Tests.Graphs;

/// <summary>Arrays of numbers.</summary>
internal static class Numbers
{
    /// <summary>What nobody has written yet.</summary>
    public static double[] Nan(int count)
    {
        var numbers = new double[count];
        Array.Fill(numbers, double.NaN);
        return numbers;
    }

    public static double[] Draw(int count, Func<double> draw) => Enumerable.Range(0, count).Select(_ => draw()).ToArray();

    /// <summary>Row and column of each number of a parameter.</summary>
    public static IEnumerable<(int Row, int Column)> Places(Value value) => Places(value, value.Rows);

    /// <summary>Row and column of each number of a value, of so many samples; of a sequence each step is a row.</summary>
    public static IEnumerable<(int Row, int Column)> Places(Value value, int rows) =>
        Enumerable.Range(0, rows * value.Steps).SelectMany(row => Enumerable.Range(0, value.Columns).Select(column => (row, column)));
}
