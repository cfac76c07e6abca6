using System;
using System.Numerics;

namespace GenNet.Tests.Kernels;

/// <summary>Samples to be normalised, with all that a normalisation has, and what should come out, in double.</summary>
internal sealed class NormData<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public const double Epsilon = 1e-3;

    private readonly Func<int, int> _statistic;
    private readonly bool _overRows;

    /// <summary>Random samples around a mean far from zero.</summary>
    /// <param name="rows">The samples.</param>
    /// <param name="columns">The numbers of each.</param>
    /// <param name="weights">How many weights there are.</param>
    /// <param name="plane">The neighbours that share one.</param>
    /// <param name="length">The neighbours that are normalised together; 0 for all that share a weight, over all rows.</param>
    /// <param name="isCallers">Whether x and dx stand close together, without padding.</param>
    public NormData(int rows, int columns, int weights, int plane, int length, bool isCallers)
    {
        (Rows, Columns, Weights, Plane, Length, _overRows) = (rows, columns, weights, plane, length, length == 0);
        _statistic = length == 0 ? WeightOf : i => i / length;
        Statistics = length == 0 ? weights : columns / length;
        X = isCallers ? GuardedRows<T>.Dense(rows, columns, 1) : GuardedRows<T>.PaddedRows(rows, columns, 1, T.NaN, rows % 2);
        Dz = GuardedRows<T>.PaddedRows(rows, columns, 2, T.Zero);
        W = GuardedRows<T>.PaddedRows(1, weights, 3, T.NaN);
        B = GuardedRows<T>.PaddedRows(1, weights, 4, T.NaN);
        M = GuardedRows<T>.PaddedRows(_overRows ? 1 : rows, Statistics, 5, T.NaN);
        V = GuardedRows<T>.PaddedRows(_overRows ? 1 : rows, Statistics, 6, T.NaN);
        Dx = isCallers ? GuardedRows<T>.Dense(rows, columns, 7) : GuardedRows<T>.PaddedRows(rows, columns, 7, T.NaN);
        for (int row = 0; row < rows; row++)
        {
            for (int i = 0; i < columns; i++)
                X[row, i] += T.CreateTruncating(3 + WeightOf(i) % 3);
        }
    }

    public int Rows { get; }

    public int Columns { get; }

    public int Weights { get; }

    public int Plane { get; }

    public int Length { get; }

    public int Statistics { get; }

    public GuardedRows<T> X { get; }

    public GuardedRows<T> Dz { get; }

    public GuardedRows<T> W { get; }

    public GuardedRows<T> B { get; }

    public GuardedRows<T> M { get; }

    public GuardedRows<T> V { get; }

    public GuardedRows<T> Dx { get; }

    /// <summary>How many numbers are normalised together.</summary>
    public int Together => _overRows ? Rows * Columns / Weights : Length;

    private static double Tolerance => typeof(T) == typeof(float) ? 2e-5 : 1e-13;

    public int WeightOf(int column) => column / Plane % Weights;

    public double Mean(int row, int column) => Double(M[_overRows ? 0 : row, _statistic(column)]);

    public double Inverse(int row, int column) => 1 / Math.Sqrt(Double(V[_overRows ? 0 : row, _statistic(column)]) + Epsilon);

    public double Hat(int row, int column) => (Double(X[row, column]) - Mean(row, column)) * Inverse(row, column);

    public double G(int row, int column) => Double(Dz[row, column]) * Double(W[0, WeightOf(column)]);

    /// <summary>The sums of a term, [rows or 1, statistics].</summary>
    public double[,] Sums(Func<int, int, double> term) => Sums(term, _overRows ? 1 : Rows, Statistics, _statistic);

    /// <summary>The sums of a term over all that share a weight.</summary>
    public double[,] SumsOfWeights(Func<int, int, double> term) => Sums(term, 1, Weights, WeightOf);

    /// <summary>dx = r (g - mean of g - x^ mean of g x^).</summary>
    public Func<int, int, double> Gradient()
    {
        double[,] sums = Sums(G), products = Sums((row, i) => G(row, i) * Hat(row, i));
        return (row, i) => Inverse(row, i) * (G(row, i) - (At(sums, row, i) + Hat(row, i) * At(products, row, i)) / Together);
    }

    public static double Double(T number) => double.CreateTruncating(number);

    /// <summary>Whether all columns of rows are what they should be; a sum of so many terms may be so much off.</summary>
    public static void AssertClose(GuardedRows<T> actual, Func<int, int, double> expected, string what, int terms = 1)
    {
        for (int row = 0; row < actual.Count; row++)
        {
            for (int i = 0; i < actual.Columns; i++)
            {
                double wanted = expected(row, i), error = Math.Abs(Double(actual[row, i]) - wanted);
                if (!(error <= Tolerance * Math.Sqrt(terms) * Math.Max(1, Math.Abs(wanted))))
                    Assert.Fail($"{what}[{row}, {i}] of [{actual.Count} x {actual.Columns}]: {actual[row, i]:r} instead of {wanted:r}");
            }
        }
    }

    private double At(double[,] sums, int row, int column) => sums[_overRows ? 0 : row, _statistic(column)];

    private double[,] Sums(Func<int, int, double> term, int count, int columns, Func<int, int> place)
    {
        var sums = new double[count, columns];
        for (int row = 0; row < Rows; row++)
        {
            for (int i = 0; i < Columns; i++)
                sums[count == 1 ? 0 : row, place(i)] += term(row, i);
        }

        return sums;
    }
}
