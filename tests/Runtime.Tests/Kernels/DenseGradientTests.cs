using System;
using System.Numerics;
using GenNet.CompilerServices;

namespace GenNet.Tests.Kernels;

/// <summary>The gradients of a dense layer's parameters against plain loops, divided among parts, first of a batch and not.</summary>
public class DenseGradientTests
{
    [Fact]
    public void Weight_gradient_of_floats() => WeightGradient<LanesAny<float>, float>();

    [Fact]
    public void Weight_gradient_of_floats_512() => WeightGradient<Lanes512<float>, float>();

    [Fact]
    public void Weight_gradient_of_doubles() => WeightGradient<LanesAny<double>, double>();

    [Fact]
    public void Weight_gradient_of_doubles_512() => WeightGradient<Lanes512<double>, double>();

    [Fact]
    public void Bias_gradient_of_floats() => BiasGradient<LanesAny<float>, float>();

    [Fact]
    public void Bias_gradient_of_floats_512() => BiasGradient<Lanes512<float>, float>();

    [Fact]
    public void Bias_gradient_of_doubles() => BiasGradient<LanesAny<double>, double>();

    [Fact]
    public void Bias_gradient_of_doubles_512() => BiasGradient<Lanes512<double>, double>();

    /// <summary>A sum over a batch that is far smaller than the weight's last digit, and each term far smaller still, counts as a whole.</summary>
    [Fact]
    public void A_sum_meets_the_weight_in_one_rounding()
    {
        const int Inputs = 13, Outputs = 20, Samples = 64;
        GuardedRows<float> x = GuardedRows<float>.Dense(Samples, Inputs, 1);
        GuardedRows<float> dz = GuardedRows<float>.PaddedRows(Samples, Outputs, 2, 0);
        GuardedRows<float> dw = GuardedRows<float>.PaddedRows(Inputs, Outputs, 3, 0);
        for (int i = 0; i < Samples; i++)
        {
            for (int j = 0; j < Inputs; j++)
                x[i, j] = 1;
            for (int j = 0; j < Outputs; j++)
                dz[i, j] = 1 / 33554432f;
        }

        for (int i = 0; i < Inputs; i++)
        {
            for (int j = 0; j < Outputs; j++)
                dw[i, j] = 1;
        }

        Dense.WeightGradient(Samples, x.Rows, dz.Rows, dw.Rows, new Share(0, 1, first: false));
        for (int i = 0; i < Inputs; i++)
        {
            for (int j = 0; j < Outputs; j++)
                Assert.Equal(1 + 64 / 33554432f, dw[i, j]);
        }
    }

    private static void WeightGradient<TLanes, T>()
        where TLanes : struct, IKernelLanes<TLanes, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ulong seed = 300;
        foreach ((int inputs, int outputs, int rows) in Cases.All)
        {
            int moreLines = (int)(++seed % 3), parts = seed % 4 == 0 ? 3 : 1;
            GuardedRows<T> x = seed % 2 == 0 ? GuardedRows<T>.Dense(rows, inputs, seed) : GuardedRows<T>.PaddedRows(rows, inputs, seed, T.NaN, moreLines);
            GuardedRows<T> dz = GuardedRows<T>.PaddedRows(rows, outputs, seed + 1, T.Zero, moreLines);
            foreach (bool first in new[] { true, false })
            {
                GuardedRows<T> before = GuardedRows<T>.PaddedRows(inputs, outputs, seed + 2, first ? T.NaN : T.Zero, moreLines);
                string what = $"[{rows} x {inputs}]^T [{rows} x {outputs}], {(first ? "first" : "added")}";
                GuardedRows<T> result = Run(parts), whole = Run(1);
                Expected.Product(
                    inputs, outputs, rows, (i, k) => x[k, i], (k, j) => dz[k, j], (i, j) => first ? T.Zero : before[i, j], (i, j) => result[i, j], what);

                // How the parts divide the rows changes nothing.
                result.AssertSame(whole, outputs);

                GuardedRows<T> Run(int parts)
                {
                    GuardedRows<T> dw = before.Copy();
                    for (int part = 0; part < parts; part++)
                    {
                        dw.Guarded();
                        GradientProduct<TLanes, T>.Run(rows, x.Rows, dz.Rows, dw.Rows, new Share(part, parts, first));
                        int tiled = inputs / TLanes.TileRows * TLanes.TileRows;
                        int to = part == parts - 1 ? inputs : Share.Start(tiled, TLanes.TileRows, part + 1, parts);
                        dw.AssertUntouchedBehind(dw.Stride, Share.Start(tiled, TLanes.TileRows, part, parts), to);
                    }

                    dw.AssertZero(outputs, dw.Stride);
                    return dw;
                }
            }
        }
    }

    private static void BiasGradient<TLanes, T>()
        where TLanes : struct, IKernelLanes<TLanes, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ulong seed = 400;
        foreach ((int rows, int outputs, int _) in Cases.All)
        {
            GuardedRows<T> dz = GuardedRows<T>.PaddedRows(rows, outputs, ++seed, T.Zero, (int)(seed % 3));
            foreach (bool first in new[] { true, false })
            {
                GuardedRows<T> before = GuardedRows<T>.PaddedRows(1, outputs, seed + 2, first ? T.NaN : T.Zero);
                GuardedRows<T> db = before.Copy().Guarded();
                ColumnSums<TLanes, T>.Run(rows, dz.Rows, db.Rows, new Share(1, 2, first));
                db.AssertUntouchedBehind(0);
                ColumnSums<TLanes, T>.Run(rows, dz.Rows, db.Rows, new Share(0, 2, first));
                db.AssertUntouchedBehind(GuardedRows<T>.Padded(outputs));
                db.AssertZero(outputs, GuardedRows<T>.Padded(outputs));
                Expected.Product(
                    1, outputs, rows, (_, _) => T.One, (k, j) => dz[k, j], (_, j) => first ? T.Zero : before[0, j], (_, j) => db[0, j], $"[{rows} x {outputs}]");
            }
        }
    }
}
