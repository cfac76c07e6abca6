using System.Collections.Generic;
using System.Numerics;
using GenNet.CompilerServices;

namespace GenNet.Tests.Kernels;

/// <summary>Normalisation over the rows of a block against plain loops: planes of pixels, features, and features of steps.</summary>
public class BatchNormKernelTests
{
    private static readonly int[] Features = [1, 2, 3, 7, 8, 9, 15, 16, 17, 31, 33, 64, 100];

    private static readonly int[] Rows = [1, 2, 5, 16, 17, 40];

    private static readonly int[] Planes = [2, 3, 4, 7, 8, 9, 15, 16, 17, 25, 33, 49, 64, 200];

    [Fact]
    public void Of_floats() => Run<LanesAny<float>, float>();

    [Fact]
    public void Of_floats_512() => Run<Lanes512<float>, float>();

    [Fact]
    public void Of_doubles() => Run<LanesAny<double>, double>();

    [Fact]
    public void Of_doubles_512() => Run<Lanes512<double>, double>();

    [Fact]
    public void The_mean_of_a_million_floats_far_from_zero_is_as_good_as_that_of_a_few()
    {
        const int Samples = 40, Plane = 25_000;
        GuardedRows<float> x = GuardedRows<float>.PaddedRows(Samples, Plane, 1, float.NaN), m = GuardedRows<float>.PaddedRows(1, 1, 2, 0), v = m.Copy();
        double sum = 0, squares = 0;
        for (int i = 0; i < Samples * Plane; i++)
            sum += x[i / Plane, i % Plane] += 1000;
        double mean = sum / (Samples * Plane);
        for (int i = 0; i < Samples * Plane; i++)
            squares += (x[i / Plane, i % Plane] - mean) * (x[i / Plane, i % Plane] - mean);

        BatchNorm.Mean(Samples, x.Rows, m.Rows, Plane);
        BatchNorm.Variance(Samples, x.Rows, m.Rows, v.Rows, Plane);

        Assert.Equal(mean, m[0, 0], 1e-4);
        Assert.Equal(squares / (Samples * Plane), v[0, 0], 1e-6);
    }

    [Fact]
    public void Running_statistics_are_a_scale_and_a_shift()
    {
        GuardedRows<double> w = GuardedRows<double>.PaddedRows(1, 5, 1, double.NaN), b = GuardedRows<double>.PaddedRows(1, 5, 2, double.NaN);
        GuardedRows<double> mean = GuardedRows<double>.PaddedRows(1, 5, 3, double.NaN), variance = GuardedRows<double>.PaddedRows(1, 5, 4, double.NaN);
        for (int j = 0; j < 5; j++)
            variance[0, j] += 2;
        GuardedRows<double> s = w.Copy(), t = w.Copy();
        BatchNorm.Scale(w.Rows, variance.Rows, s.Rows, 0.1);
        BatchNorm.Shift(b.Rows, mean.Rows, s.Rows, t.Rows);
        NormData<double>.AssertClose(s, (_, j) => w[0, j] / double.Sqrt(variance[0, j] + 0.1), "s");
        NormData<double>.AssertClose(t, (_, j) => b[0, j] - mean[0, j] * w[0, j] / double.Sqrt(variance[0, j] + 0.1), "t");
    }

    [Fact]
    public void Blocks_give_their_rows_to_the_statistics_of_a_batch()
    {
        GuardedRows<double> m = GuardedRows<double>.PaddedRows(1, 3, 1, double.NaN), to = GuardedRows<double>.PaddedRows(1, 3, 2, double.NaN), variance = to.Copy();
        BatchNorm.BatchMean(6, m.Rows, to.Rows, new Share(0, 2, first: true, batch: 10));
        BatchNorm.BatchMean(4, m.Rows, to.Rows, new Share(0, 2, first: false, batch: 10));
        BatchNorm.BatchMean(4, m.Rows, to.Rows, new Share(1, 2, first: false, batch: 10));
        NormData<double>.AssertClose(to, (_, j) => m[0, j], "the mean");
        to.AssertZero(3, 8);

        // Unbiased: of 6 rows with 2 numbers each, 12 / 11.
        BatchNorm.BatchVariance(6, m.Rows, variance.Rows, 2, Share.Whole(first: true));
        NormData<double>.AssertClose(variance, (_, j) => m[0, j] * 12 / 11, "the variance");
    }

    private static IEnumerable<NormData<T>> Cases<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int number = 0;
        foreach (int features in Features)
        {
            foreach (bool isCallers in new[] { false, true })
            {
                int rows = Rows[number++ % Rows.Length];
                yield return new NormData<T>(rows, features, features, plane: 1, length: 0, isCallers);
                yield return new NormData<T>(rows, 3 * features, features, plane: 1, length: 0, isCallers);
            }
        }

        foreach (int plane in Planes)
        {
            foreach (bool isCallers in new[] { false, true })
                yield return new NormData<T>(Rows[number++ % Rows.Length], 3 * plane, 3, plane, length: 0, isCallers);
        }
    }

    private static void Run<TLanes, T>()
        where TLanes : struct, IKernelLanes<TLanes, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (NormData<T> data in Cases<T>())
        {
            Statistics<TLanes, T>(data);
            Forward<TLanes, T>(data);
            Backward<TLanes, T>(data);
        }
    }

    private static void Statistics<TLanes, T>(NormData<T> data)
        where TLanes : struct, IKernelLanes<TLanes, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double[,] sums = data.Sums((row, i) => NormData<T>.Double(data.X[row, i]));
        if (data.Plane == 1)
            BatchNormColumns<TLanes, T>.Sum(data.Rows, data.X.Rows, data.M.Rows, 1.0 / data.Together);
        else
            BatchNormPlanes<TLanes, T>.Sum(data.Rows, data.X.Rows, data.M.Rows, data.Plane, 1.0 / data.Together);
        NormData<T>.AssertClose(data.M, (_, j) => sums[0, j] / data.Together, "m");

        double[,] squares = data.Sums((row, i) => double.Pow(NormData<T>.Double(data.X[row, i]) - data.Mean(row, i), 2));
        if (data.Plane == 1)
            BatchNormColumns<TLanes, T>.Variance(data.Rows, data.X.Rows, data.M.Rows, data.V.Rows);
        else
            BatchNormPlanes<TLanes, T>.Variance(data.Rows, data.X.Rows, data.M.Rows, data.V.Rows, data.Plane);
        NormData<T>.AssertClose(data.V, (_, j) => squares[0, j] / data.Together, "v");
    }

    /// <summary>In memory of its own, and over x.</summary>
    private static void Forward<TLanes, T>(NormData<T> data)
        where TLanes : struct, IKernelLanes<TLanes, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T epsilon = T.CreateTruncating(NormData<T>.Epsilon);
        GuardedRows<T> scaled = data.X.Copy().Guarded(), x = data.X.Copy();
        foreach (GuardedRows<T> z in new[] { GuardedRows<T>.PaddedRows(data.Rows, data.Columns, 9, T.NaN), x })
        {
            GuardedRows<T> from = z == x ? x : data.X;
            if (data.Plane == 1)
                BatchNormColumns<TLanes, T>.Normalize(data.Rows, from.Rows, data.M.Rows, data.V.Rows, data.W.Rows, data.B.Rows, z.Rows, epsilon);
            else
                BatchNormPlanes<TLanes, T>.Normalize(data.Rows, from.Rows, data.M.Rows, data.V.Rows, data.W.Rows, data.B.Rows, z.Rows, epsilon, data.Plane);
            NormData<T>.AssertClose(z, (row, i) => data.Hat(row, i) * Of(data.W, data, i) + Of(data.B, data, i), "z");
        }

        if (data.Plane == 1)
            BatchNormColumns<TLanes, T>.ScaleAndShift(data.Rows, scaled.Rows, data.W.Rows, data.B.Rows, scaled.Rows);
        else
            BatchNormPlanes<TLanes, T>.ScaleAndShift(data.Rows, scaled.Rows, data.W.Rows, data.B.Rows, scaled.Rows, data.Plane);
        NormData<T>.AssertClose(scaled, (row, i) => NormData<T>.Double(data.X[row, i]) * Of(data.W, data, i) + Of(data.B, data, i), "x s + t");
        scaled.AssertUntouchedBehind(scaled.Stride == scaled.Columns ? scaled.Columns : GuardedRows<T>.Padded(scaled.Columns));
    }

    private static void Backward<TLanes, T>(NormData<T> data)
        where TLanes : struct, IKernelLanes<TLanes, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T epsilon = T.CreateTruncating(NormData<T>.Epsilon);
        GuardedRows<T> p = data.M.Copy(), q = data.M.Copy();
        double[,] sums = data.Sums((row, i) => NormData<T>.Double(data.Dz[row, i])), products = data.Sums((row, i) => NormData<T>.Double(data.Dz[row, i]) * data.Hat(row, i));
        GuardedRows<T> dx = data.Dx.Guarded();
        if (data.Plane == 1)
        {
            BatchNormColumns<TLanes, T>.Sum(data.Rows, data.Dz.Rows, p.Rows, 1);
            BatchNormColumns<TLanes, T>.ProductSum(data.Rows, data.Dz.Rows, data.X.Rows, data.M.Rows, data.V.Rows, q.Rows, epsilon);
            BatchNormColumns<TLanes, T>.InputGradient(data.Rows, data.Dz.Rows, data.X.Rows, data.M.Rows, data.V.Rows, data.W.Rows, p.Rows, q.Rows, dx.Rows, epsilon);
        }
        else
        {
            BatchNormPlanes<TLanes, T>.Sum(data.Rows, data.Dz.Rows, p.Rows, data.Plane, 1);
            BatchNormPlanes<TLanes, T>.ProductSum(data.Rows, data.Dz.Rows, data.X.Rows, data.M.Rows, data.V.Rows, q.Rows, epsilon, data.Plane);
            BatchNormPlanes<TLanes, T>.InputGradient(data.Rows, data.Dz.Rows, data.X.Rows, data.M.Rows, data.V.Rows, data.W.Rows, p.Rows, q.Rows, dx.Rows, epsilon, data.Plane);
        }

        NormData<T>.AssertClose(p, (_, j) => sums[0, j], "p", data.Together);
        NormData<T>.AssertClose(q, (_, j) => products[0, j], "q", data.Together);
        dx.AssertUntouchedBehind(dx.Stride == dx.Columns ? dx.Columns : GuardedRows<T>.Padded(dx.Columns));
        AssertGradient(data, dx);
    }

    private static void AssertGradient<T>(NormData<T> data, GuardedRows<T> dx)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => NormData<T>.AssertClose(dx, data.Gradient(), "dx", 100);

    private static double Of<T>(GuardedRows<T> row, NormData<T> data, int column)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => NormData<T>.Double(row[0, data.WeightOf(column)]);
}
