using System.Collections.Generic;
using System.Numerics;
using GenNet.CompilerServices;

namespace GenNet.Tests.Kernels;

/// <summary>Normalisation within samples against plain loops: features, features of steps, groups of features and of planes.</summary>
public class SampleNormKernelTests
{
    private static readonly int[] Features = [2, 3, 7, 8, 9, 15, 16, 17, 31, 33, 64, 100, 3000];

    private static readonly int[] Rows = [1, 2, 5, 9];

    private static readonly int[] Planes = [2, 3, 7, 8, 9, 16, 17, 25, 49, 64];

    [Fact]
    public void Of_floats() => Run<LanesAny<float>, float>();

    [Fact]
    public void Of_floats_512() => Run<Lanes512<float>, float>();

    [Fact]
    public void Of_doubles() => Run<LanesAny<double>, double>();

    [Fact]
    public void Of_doubles_512() => Run<Lanes512<double>, double>();

    private static IEnumerable<NormData<T>> Cases<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int number = 0;
        foreach (int features in Features)
        {
            foreach (bool isCallers in new[] { false, true })
            {
                int rows = Rows[number++ % Rows.Length];
                yield return new NormData<T>(rows, features, features, plane: 1, features, isCallers);
                yield return new NormData<T>(rows, 3 * features, features, plane: 1, features, isCallers);
                yield return new NormData<T>(rows, 4 * features, 4 * features, plane: 1, features, isCallers);
            }
        }

        foreach (int plane in Planes)
        {
            foreach (bool isCallers in new[] { false, true })
                yield return new NormData<T>(Rows[number++ % Rows.Length], 6 * plane, 6, plane, 2 * plane, isCallers);
        }
    }

    private static void Run<TLanes, T>()
        where TLanes : struct, IKernelLanes<TLanes, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (NormData<T> data in Cases<T>())
        {
            Forward<TLanes, T>(data);
            Backward<TLanes, T>(data);
            foreach (int parts in new[] { 1, 2, 5 })
                Gradients<TLanes, T>(data, parts);
        }
    }

    private static void Forward<TLanes, T>(NormData<T> data)
        where TLanes : struct, IKernelLanes<TLanes, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double[,] sums = data.Sums((row, i) => NormData<T>.Double(data.X[row, i]));
        SampleNormRows<TLanes, T>.Mean(data.Rows, data.X.Rows, data.M.Rows, data.Length);
        NormData<T>.AssertClose(data.M, (row, j) => sums[row, j] / data.Length, "m");
        double[,] squares = data.Sums((row, i) => double.Pow(NormData<T>.Double(data.X[row, i]) - data.Mean(row, i), 2));
        SampleNormRows<TLanes, T>.Variance(data.Rows, data.X.Rows, data.M.Rows, data.V.Rows, data.Length);
        NormData<T>.AssertClose(data.V, (row, j) => squares[row, j] / data.Length, "v");

        GuardedRows<T> x = data.X.Copy().Guarded();
        foreach (GuardedRows<T> z in new[] { GuardedRows<T>.PaddedRows(data.Rows, data.Columns, 9, T.NaN).Guarded(), x })
        {
            GuardedRows<T> from = z == x ? x : data.X;
            SampleNormRows<TLanes, T>.Normalize(data.Rows, from.Rows, data.M.Rows, data.V.Rows, data.W.Rows, data.B.Rows, z.Rows, Runs(data));
            NormData<T>.AssertClose(z, (row, i) => data.Hat(row, i) * NormData<T>.Double(data.W[0, data.WeightOf(i)]) + NormData<T>.Double(data.B[0, data.WeightOf(i)]), "z");
            z.AssertUntouchedBehind(data.Columns);
        }
    }

    private static void Backward<TLanes, T>(NormData<T> data)
        where TLanes : struct, IKernelLanes<TLanes, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        GuardedRows<T> dx = data.Dx.Guarded();
        SampleNormRows<TLanes, T>.InputGradient(data.Rows, data.Dz.Rows, data.X.Rows, data.M.Rows, data.V.Rows, data.W.Rows, dx.Rows, Runs(data));
        NormData<T>.AssertClose(dx, data.Gradient(), "dx", 100);
        dx.AssertUntouchedBehind(data.Columns);
    }

    /// <summary>Written, then added, each part its share.</summary>
    private static void Gradients<TLanes, T>(NormData<T> data, int parts)
        where TLanes : struct, IKernelLanes<TLanes, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        GuardedRows<T> dw = GuardedRows<T>.PaddedRows(1, data.Weights, 9, T.NaN).Guarded(), db = dw.Copy().Guarded();
        double[,] products = data.SumsOfWeights((row, i) => NormData<T>.Double(data.Dz[row, i]) * data.Hat(row, i));
        double[,] sums = data.SumsOfWeights((row, i) => NormData<T>.Double(data.Dz[row, i]));
        for (int time = 1; time <= 2; time++)
        {
            for (int part = 0; part < parts; part++)
            {
                var share = new Share(part, parts, first: time == 1);
                SampleNormGradients<TLanes, T>.Weight(data.Rows, data.Dz.Rows, data.X.Rows, data.M.Rows, data.V.Rows, dw.Rows, Runs(data), share);
                SampleNormGradients<TLanes, T>.Bias(data.Rows, data.Dz.Rows, db.Rows, data.Plane, share);
            }

            int times = time, terms = data.Rows * data.Columns / data.Weights;
            NormData<T>.AssertClose(dw, (_, j) => times * products[0, j], "dW", terms);
            NormData<T>.AssertClose(db, (_, j) => times * sums[0, j], "db", terms);
        }

        dw.AssertZero(data.Weights, dw.Stride);
        db.AssertZero(data.Weights, db.Stride);
        dw.AssertUntouchedBehind(dw.Stride);
        db.AssertUntouchedBehind(db.Stride);
    }

    private static SampleRuns Runs<T>(NormData<T> data)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => new(data.Length, data.Plane, NormData<T>.Epsilon);
}
