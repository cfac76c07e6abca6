using System;
using System.Collections.Generic;
using System.Numerics;

namespace GenNet;

/// <summary>Finds numbers that are NaN or infinite among rows.</summary>
internal static class NotFinite
{
    /// <summary>The rows that have one, rising; none in most cases, which is found out at the speed of memory.</summary>
    /// <param name="numbers">[n x size].</param>
    /// <param name="size">The numbers of a row.</param>
    public static List<int> Rows<T>(ReadOnlySpan<T> numbers, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var rows = new List<int>();
        if (WideSums.AllFinite(numbers))
            return rows;
        for (int row = 0; row < numbers.Length / size; row++)
        {
            if (!WideSums.AllFinite(numbers.Slice(row * size, size)))
                rows.Add(row);
        }

        return rows;
    }

    /// <summary>The first such number of a row that has one: <c>NaN in column 3</c>.</summary>
    public static string In<T>(ReadOnlySpan<T> row)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int column = 0;
        while (T.IsFinite(row[column]))
            column++;
        return ScheduleSettings.Text($"{row[column]} in column {column}");
    }
}
