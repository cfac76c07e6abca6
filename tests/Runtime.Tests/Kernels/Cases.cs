using System.Collections.Generic;

namespace GenNet.Tests.Kernels;

/// <summary>Sizes around all borders at which kernels change their ways: tiles, vectors, cache lines, blocks of depth.</summary>
internal static class Cases
{
    private static readonly int[] Rows = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 23, 24, 25, 47, 48, 49];

    private static readonly int[] Columns = [1, 2, 7, 8, 9, 10, 15, 16, 17, 24, 31, 32, 33, 48, 49, 63, 64, 65, 80, 100, 112, 128, 129, 144, 160];

    private static readonly int[] Depths = [1, 2, 3, 4, 5, 7, 8, 9, 16, 17, 33, 64, 100, 191, 192, 193, 255, 256, 257, 384, 513];

    /// <summary>All pairs of the first two, with depths that change from pair to pair.</summary>
    public static IEnumerable<(int Rows, int Columns, int Depth)> All
    {
        get
        {
            int depth = 0;
            foreach (int rows in Rows)
            {
                foreach (int columns in Columns)
                    yield return (rows, columns, Depths[depth++ % Depths.Length]);
            }
        }
    }
}
