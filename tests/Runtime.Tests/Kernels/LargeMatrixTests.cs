using System;
using System.Numerics;
using GenNet.CompilerServices;

namespace GenNet.Tests.Kernels;

/// <summary>Matrices of weights beyond the second-level cache, parts of which are asked for ahead of the need.</summary>
public class LargeMatrixTests
{
    private const int Samples = 19, Inputs = 801, Outputs = 700;

    /// <summary>Around the fewest rows of packed panels; the last block of depth whole and not; columns in pairs of vectors and one more; x a page apart and not.</summary>
    private static readonly (int Rows, int Inputs, int Outputs)[] _packed =
    [
        (95, 801, 700), (96, 801, 700), (97, 768, 720), (103, 768, 704), (104, 1024, 513), (99, 1024, 544), (129, 513, 1040), (98, 512, 1056),
    ];

    [Fact]
    public void Floats() => Products<LanesAny<float>, float>();

    [Fact]
    public void Floats_512() => Products<Lanes512<float>, float>();

    [Fact]
    public void Doubles() => Products<LanesAny<double>, double>();

    [Fact]
    public void Doubles_512() => Products<Lanes512<double>, double>();

    [Fact]
    public void Packed_floats() => Packed<LanesAny<float>, float>();

    [Fact]
    public void Packed_floats_512() => Packed<Lanes512<float>, float>();

    [Fact]
    public void Packed_doubles() => Packed<LanesAny<double>, double>();

    [Fact]
    public void Packed_doubles_512() => Packed<Lanes512<double>, double>();

    [Fact]
    public void Copies_allocate_nothing()
    {
        GuardedRows<float> x = GuardedRows<float>.Dense(96, 1024, 1), w = GuardedRows<float>.PaddedRows(1024, 520, 2, 0), z = GuardedRows<float>.PaddedRows(96, 520, 3, 0);
        Dense.Forward(96, x.Rows, w.Rows, z.Rows);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Dense.Forward(96, x.Rows, w.Rows, z.Rows);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static void Packed<TLanes, T>()
        where TLanes : struct, IKernelLanes<TLanes, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach ((int rows, int inputs, int outputs) in _packed)
        {
            GuardedRows<T> x = GuardedRows<T>.Dense(rows, inputs, 1), w = GuardedRows<T>.PaddedRows(inputs, outputs, 2, T.NaN, 1);
            GuardedRows<T> b = GuardedRows<T>.PaddedRows(1, outputs, 3, T.NaN);
            foreach (bool hasBias in new[] { true, false })
            {
                GuardedRows<T> z = GuardedRows<T>.PaddedRows(rows, outputs, 4, T.NaN, 1).Guarded();
                ForwardProduct<TLanes, T>.Run(rows, x.Rows, w.Rows, hasBias ? b.Rows : default, z.Rows);
                z.AssertUntouchedBehind(GuardedRows<T>.Padded(outputs));
                Expected.Product(
                    rows, outputs, inputs, (i, k) => x[i, k], (k, j) => w[k, j], (_, j) => hasBias ? b[0, j] : T.Zero, (i, j) => z[i, j],
                    $"[{rows} x {inputs}] [{inputs} x {outputs}]");
            }
        }
    }

    private static void Products<TLanes, T>()
        where TLanes : struct, IKernelLanes<TLanes, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        GuardedRows<T> x = GuardedRows<T>.Dense(Samples, Inputs, 1), w = GuardedRows<T>.PaddedRows(Inputs, Outputs, 2, T.NaN, 1);
        GuardedRows<T> z = GuardedRows<T>.PaddedRows(Samples, Outputs, 3, T.NaN).Guarded();
        ForwardProduct<TLanes, T>.Run(Samples, x.Rows, w.Rows, default, z.Rows);
        z.AssertUntouchedBehind(GuardedRows<T>.Padded(Outputs));
        Expected.Product(Samples, Outputs, Inputs, (i, k) => x[i, k], (k, j) => w[k, j], (_, _) => T.Zero, (i, j) => z[i, j], "forward");

        GuardedRows<T> dz = GuardedRows<T>.PaddedRows(Samples, Outputs, 4, T.Zero), dw = GuardedRows<T>.PaddedRows(Inputs, Outputs, 5, T.NaN, 1).Guarded();
        GradientProduct<TLanes, T>.Run(Samples, x.Rows, dz.Rows, dw.Rows, new Share(0, 1, first: true));
        dw.AssertUntouchedBehind(dw.Stride);
        dw.AssertZero(Outputs, dw.Stride);
        Expected.Product(Inputs, Outputs, Samples, (i, k) => x[k, i], (k, j) => dz[k, j], (_, _) => T.Zero, (i, j) => dw[i, j], "gradient");
    }
}
