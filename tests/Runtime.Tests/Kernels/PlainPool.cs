using System;
using System.Collections.Generic;
using System.Linq;
using GenNet.CompilerServices;

namespace GenNet.Tests.Kernels;

/// <summary>Windows over planes, one by one.</summary>
internal sealed record PlainPool(int Planes, int Rows, int Columns, (int Rows, int Columns) Size, (int Rows, int Columns) Stride, (int Rows, int Columns) Padding)
{
    public PoolWindows Windows => new(Planes, Rows, Columns, Size, Stride, Padding);

    /// <summary>The numbers of a sample.</summary>
    public int Numbers => Planes * Rows * Columns;

    /// <summary>The windows of a sample.</summary>
    public int Results => Planes * Down * Across;

    private int Down => (Rows + 2 * Padding.Rows - Size.Rows) / Stride.Rows + 1;

    private int Across => (Columns + 2 * Padding.Columns - Size.Columns) / Stride.Columns + 1;

    /// <summary>Windows at random that fit; those of two by two side by side, and of two columns at a time, more often than chance has them.</summary>
    public static PlainPool Any(Random random)
    {
        while (true)
        {
            bool areFours = random.Next(4) == 0;
            (int, int) size = areFours ? (2, 2) : (random.Next(1, 6), random.Next(1, 6)), stride = areFours ? (2, 2) : (random.Next(1, 5), random.Next(1, 4));
            (int, int) padding = areFours ? (0, 0) : (random.Next(size.Item1 / 2 + 1), random.Next(size.Item2 / 2 + 1));
            var pool = new PlainPool(random.Next(1, 4), random.Next(1, 10), random.Next(1, 70), size, stride, padding);
            if (pool.Rows + 2 * pool.Padding.Rows >= pool.Size.Rows && pool.Columns + 2 * pool.Padding.Columns >= pool.Size.Columns)
                return pool;
        }
    }

    /// <summary>Each window: its number, and where its numbers stand in a sample, row by row.</summary>
    public IEnumerable<(int Number, int[] Places)> All()
    {
        for (int number = 0; number < Results; number++)
            yield return (number, [.. Places(number / Across / Down, number / Across % Down, number % Across)]);
    }

    private IEnumerable<int> Places(int plane, int i, int j) =>
        from row in Enumerable.Range(i * Stride.Rows - Padding.Rows, Size.Rows)
        from column in Enumerable.Range(j * Stride.Columns - Padding.Columns, Size.Columns)
        where row >= 0 && row < Rows && column >= 0 && column < Columns
        select (plane * Rows + row) * Columns + column;
}
