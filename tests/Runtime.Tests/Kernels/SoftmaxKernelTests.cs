using System;
using System.Linq;
using System.Numerics;
using GenNet.CompilerServices;

namespace GenNet.Tests.Kernels;

/// <summary>Softmax, its adjoint and its cross-entropy against plain loops.</summary>
public class SoftmaxKernelTests
{
    private static readonly int[] Columns = [.. Enumerable.Range(1, 34), 47, 48, 49, 63, 64, 65, 100, 128, 257];

    [Fact]
    public void Softmax_of_floats() => Forward<LanesAny<float>, float>();

    [Fact]
    public void Softmax_of_floats_512() => Forward<Lanes512<float>, float>();

    [Fact]
    public void Softmax_of_doubles() => Forward<LanesAny<double>, double>();

    [Fact]
    public void Softmax_of_doubles_512() => Forward<Lanes512<double>, double>();

    [Fact]
    public void Adjoint_of_floats() => Gradient<LanesAny<float>, float>();

    [Fact]
    public void Adjoint_of_floats_512() => Gradient<Lanes512<float>, float>();

    [Fact]
    public void Adjoint_of_doubles() => Gradient<LanesAny<double>, double>();

    [Fact]
    public void Adjoint_of_doubles_512() => Gradient<Lanes512<double>, double>();

    [Fact]
    public void Cross_entropy_of_floats() => Loss<LanesAny<float>, float>();

    [Fact]
    public void Cross_entropy_of_floats_512() => Loss<Lanes512<float>, float>();

    [Fact]
    public void Cross_entropy_of_doubles() => Loss<LanesAny<double>, double>();

    [Fact]
    public void Cross_entropy_of_doubles_512() => Loss<Lanes512<double>, double>();

    [Theory]
    [InlineData(3)]
    [InlineData(20)]
    public void A_target_of_zero_costs_nothing_and_NaN_is_told(int columns)
    {
        GuardedRows<float> z = GuardedRows<float>.PaddedRows(1, columns, 1, float.NaN);
        GuardedRows<float> d = GuardedRows<float>.Dense(1, columns, 2);
        for (int j = 0; j < columns; j++)
            (z[0, j], d[0, j]) = (j == 1 ? 0 : float.NegativeInfinity, j == 1 ? 1 : 0);
        GuardedRows<float> dz = z.Copy();
        Assert.Equal(0, SoftmaxCrossEntropy.Loss(1, 1f, dz.Rows, d.Rows, dz.Rows));
        dz.AssertZero(0, dz.Stride);

        z[0, columns - 1] = float.NaN;
        Assert.True(double.IsNaN(SoftmaxCrossEntropy.Loss(1, 1f, z.Rows, d.Rows, z.Rows)));
    }

    private static double[] Probabilities<T>(GuardedRows<T> z, int row)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double[] logits = Enumerable.Range(0, z.Columns).Select(j => double.CreateTruncating(z[row, j])).ToArray();
        double[] exponentials = logits.Select(x => Math.Exp(x - logits.Max())).ToArray();
        return exponentials.Select(x => x / exponentials.Sum()).ToArray();
    }

    private static GuardedRows<T> Logits<T>(int rows, int columns, ulong seed, int moreLines)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        GuardedRows<T> z = GuardedRows<T>.PaddedRows(rows, columns, seed, T.NaN, moreLines);
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
                z[i, j] *= T.CreateTruncating(i % 3 == 0 ? 300 : 4);
        }

        return z;
    }

    private static void Forward<TLanes, T>()
        where TLanes : struct, IKernelLanes<TLanes, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (int columns in Columns)
        {
            foreach (bool dense in new[] { true, false })
            {
                int rows = 1 + columns % 5;
                GuardedRows<T> z = Logits<T>(rows, columns, (ulong)columns, columns % 2), before = z.Copy();
                GuardedRows<T> y = dense ? GuardedRows<T>.Dense(rows, columns, 1) : GuardedRows<T>.PaddedRows(rows, columns, 1, T.One, 1);
                y.Guarded();
                z.Guarded();
                SoftmaxRows<TLanes, T>.Forward(rows, z.Rows, y.Rows);
                y.AssertUntouchedBehind(columns);
                z.AssertUntouchedBehind(GuardedRows<T>.Padded(columns));
                for (int i = 0; i < rows; i++)
                {
                    double[] expected = Probabilities(before, i);
                    for (int j = 0; j < columns; j++)
                        Expected.Close(y[i, j], expected[j], 700 * expected[j] + 1e-30, "rows", i, j);
                }
            }
        }
    }

    private static void Gradient<TLanes, T>()
        where TLanes : struct, IKernelLanes<TLanes, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (int columns in Columns)
        {
            foreach (bool inPlace in new[] { true, false })
            {
                int rows = 1 + columns % 5;
                GuardedRows<T> y = GuardedRows<T>.Dense(rows, columns, 5);
                GuardedRows<T> dy = GuardedRows<T>.PaddedRows(rows, columns, 6, T.NaN, columns % 2), before = dy.Copy();
                GuardedRows<T> dz = inPlace ? dy : columns % 3 == 0 ? GuardedRows<T>.PaddedRows(rows, columns, 7, T.NaN, 1) : GuardedRows<T>.Dense(rows, columns, 7);
                dz.Guarded();
                SoftmaxRows<TLanes, T>.Gradient(rows, y.Rows, dy.Rows, dz.Rows);
                int written = dz.Stride == columns ? columns : GuardedRows<T>.Padded(columns);
                dz.AssertUntouchedBehind(written);
                dz.AssertZero(columns, written);
                for (int i = 0; i < rows; i++)
                {
                    double dot = Enumerable.Range(0, columns).Sum(j => double.CreateTruncating(y[i, j]) * double.CreateTruncating(before[i, j]));
                    for (int j = 0; j < columns; j++)
                        Expected.Close(dz[i, j], double.CreateTruncating(y[i, j]) * (double.CreateTruncating(before[i, j]) - dot), 4.0 * columns, "rows", i, j);
                }
            }
        }
    }

    private static void Loss<TLanes, T>()
        where TLanes : struct, IKernelLanes<TLanes, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (int columns in Columns)
        {
            foreach (bool inPlace in new[] { true, false })
            {
                int rows = 1 + columns % 5;
                T scale = T.CreateTruncating(0.25);
                GuardedRows<T> z = Logits<T>(rows, columns, (ulong)columns + 50, columns % 2), before = z.Copy();
                GuardedRows<T> d = columns % 2 == 0 ? GuardedRows<T>.Dense(rows, columns, 3) : GuardedRows<T>.PaddedRows(rows, columns, 3, T.NaN);
                GuardedRows<T> dz = inPlace ? z : GuardedRows<T>.PaddedRows(rows, columns, 7, T.NaN, 1);
                dz.Guarded();
                double loss = CrossEntropyRows<TLanes, T>.Loss(rows, scale, z.Rows, d.Rows, dz.Rows), expected = 0, size = 0;
                dz.AssertUntouchedBehind(GuardedRows<T>.Padded(columns));
                dz.AssertZero(columns, GuardedRows<T>.Padded(columns));
                for (int i = 0; i < rows; i++)
                {
                    double[] y = Probabilities(before, i), targets = Enumerable.Range(0, columns).Select(j => double.CreateTruncating(d[i, j])).ToArray();
                    double max = Enumerable.Range(0, columns).Max(j => double.CreateTruncating(before[i, j]));
                    double log = Math.Log(Enumerable.Range(0, columns).Sum(j => Math.Exp(double.CreateTruncating(before[i, j]) - max)));
                    for (int j = 0; j < columns; j++)
                    {
                        double term = targets[j] * (double.CreateTruncating(before[i, j]) - max - log);
                        expected -= term;
                        size += Math.Abs(term) + Math.Abs(targets[j]);
                        Expected.Close(dz[i, j], 0.25 * (targets.Sum() * y[j] - targets[j]), 900 + columns, "rows", i, j);
                    }
                }

                Expected.Close(T.CreateTruncating(loss), expected, 4 * columns * size, "losses", rows, columns);
            }
        }
    }
}
