using System;
using System.Numerics;

namespace GenNet;

/// <summary>Random orthogonal matrices, each equally likely: normal numbers whose rows are made orthonormal.</summary>
/// <remarks>
/// Gram and Schmidt's method with each projection taken off twice, which leaves the rows orthogonal to the last bits (Giraud,
/// Langou, Rozloznik, 2005). Since it divides by positive lengths only, the distribution is the uniform one (Mezzadri, 2007).
/// </remarks>
internal static class OrthogonalMatrix
{
    /// <summary>Fills one matrix after another, each [rows x columns], last dimension fastest.</summary>
    public static void Fill<T>(Span<T> values, int rows, int columns, RandomStream random)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int vectors = Math.Min(rows, columns), length = Math.Max(rows, columns);
        var matrix = new double[vectors * length];
        for (; !values.IsEmpty; values = values[(rows * columns)..])
        {
            for (int i = 0; i < vectors; i++)
                Draw(matrix, i, length, random);
            for (int i = 0; i < rows; i++)
            {
                for (int j = 0; j < columns; j++)
                    values[i * columns + j] = T.CreateSaturating(rows <= columns ? matrix[i * length + j] : matrix[j * length + i]);
            }
        }
    }

    /// <summary>Vector i: normal numbers, less their part along the vectors before, at length 1.</summary>
    private static void Draw(double[] matrix, int i, int length, RandomStream random)
    {
        Span<double> vector = matrix.AsSpan(i * length, length);
        foreach (ref double value in vector)
            value = random.NextGaussian();
        for (int pass = 0; pass < 2; pass++)
        {
            for (int before = 0; before < i; before++)
            {
                ReadOnlySpan<double> other = matrix.AsSpan(before * length, length);
                double projection = Dot(vector, other);
                for (int k = 0; k < length; k++)
                    vector[k] -= projection * other[k];
            }
        }

        double norm = Math.Sqrt(Dot(vector, vector));
        foreach (ref double value in vector)
            value /= norm;
    }

    private static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double sum = 0;
        for (int k = 0; k < x.Length; k++)
            sum += x[k] * y[k];
        return sum;
    }
}
