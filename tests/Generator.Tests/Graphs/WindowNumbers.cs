using System.Collections.Generic;
using System.Linq;
using GenNet.Generator.Model;

namespace GenNet.Generator.Tests.Graphs;

/// <summary>Windows as their definition has them: the numbers of each, one after the other.</summary>
internal static class WindowNumbers
{
    /// <summary>For each window, plane by plane and row by row, the places in the sample of its numbers within the plane.</summary>
    public static int[][] Of(PoolWindows windows) =>
    [
        .. from plane in Enumerable.Range(0, windows.Planes)
           from i in Enumerable.Range(0, (windows.Rows + 2 * windows.Padding.Rows - windows.Size.Rows) / windows.Stride.Rows + 1)
           from j in Enumerable.Range(0, (windows.Columns + 2 * windows.Padding.Columns - windows.Size.Columns) / windows.Stride.Columns + 1)
           select Window(windows, plane, i, j).ToArray(),
    ];

    private static IEnumerable<int> Window(PoolWindows windows, int plane, int i, int j)
    {
        for (int a = 0; a < windows.Size.Rows; a++)
        {
            for (int b = 0; b < windows.Size.Columns; b++)
            {
                int row = i * windows.Stride.Rows - windows.Padding.Rows + a, column = j * windows.Stride.Columns - windows.Padding.Columns + b;
                if (row >= 0 && row < windows.Rows && column >= 0 && column < windows.Columns)
                    yield return (plane * windows.Rows + row) * windows.Columns + column;
            }
        }
    }
}
