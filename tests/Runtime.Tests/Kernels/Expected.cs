using System;
using System.Numerics;

namespace GenNet.Tests.Kernels;

/// <summary>What results should be, computed in double, and how far from it rounding may end.</summary>
internal static class Expected
{
    /// <summary>Compares with start + left right, [rows x depth] [depth x columns].</summary>
    public static void Product<T>(
        int rows, int columns, int depth, Func<int, int, T> left, Func<int, int, T> right, Func<int, int, T> start, Func<int, int, T> actual, string what)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double[] factors = new double[depth * columns], sums = new double[columns], sizes = new double[columns];
        for (int k = 0; k < depth; k++)
        {
            for (int j = 0; j < columns; j++)
                factors[k * columns + j] = double.CreateTruncating(right(k, j));
        }

        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                sums[j] = double.CreateTruncating(start(i, j));
                sizes[j] = Math.Abs(sums[j]);
            }

            for (int k = 0; k < depth; k++)
            {
                double factor = double.CreateTruncating(left(i, k));
                Span<double> row = factors.AsSpan(k * columns, columns);
                for (int j = 0; j < row.Length; j++)
                {
                    sums[j] += factor * row[j];
                    sizes[j] += Math.Abs(factor * row[j]);
                }
            }

            for (int j = 0; j < columns; j++)
                Close(actual(i, j), sums[j], (depth + 2) * sizes[j], what, i, j);
        }
    }

    public static void Close<T>(T actual, double expected, double scale, string what, int i, int j)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double unit = typeof(T) == typeof(float) ? 6e-8 : 1.2e-16;
        double error = Math.Abs(double.CreateTruncating(actual) - expected);
        if (!(error <= unit * scale + 1e-300))
            Assert.Fail($"[{i}, {j}] of {what}: {actual:r} instead of {expected:r}");
    }
}
