using System;
using System.Numerics;
using GenNet.CompilerServices;

namespace GenNet.Tests.Kernels;

/// <summary>The products of a dense layer against plain loops, with the vectors of this machine and with those of 512 bits.</summary>
public class DenseKernelTests
{
    [Fact]
    public void Forward_of_floats() => Forward<LanesAny<float>, float>();

    [Fact]
    public void Forward_of_floats_512() => Forward<Lanes512<float>, float>();

    [Fact]
    public void Forward_of_doubles() => Forward<LanesAny<double>, double>();

    [Fact]
    public void Forward_of_doubles_512() => Forward<Lanes512<double>, double>();

    [Fact]
    public void Input_gradient_of_floats() => InputGradient<LanesAny<float>, float>();

    [Fact]
    public void Input_gradient_of_floats_512() => InputGradient<Lanes512<float>, float>();

    [Fact]
    public void Input_gradient_of_doubles() => InputGradient<LanesAny<double>, double>();

    [Fact]
    public void Input_gradient_of_doubles_512() => InputGradient<Lanes512<double>, double>();

    [Fact]
    public void Input_gradient_of_pieces_of_floats() => InputGradientOfPieces<LanesAny<float>, float>();

    [Fact]
    public void Input_gradient_of_pieces_of_floats_512() => InputGradientOfPieces<Lanes512<float>, float>();

    [Fact]
    public void Input_gradient_of_pieces_of_doubles() => InputGradientOfPieces<LanesAny<double>, double>();

    [Fact]
    public void Input_gradient_of_pieces_of_doubles_512() => InputGradientOfPieces<Lanes512<double>, double>();

    private static void Forward<TLanes, T>()
        where TLanes : struct, IKernelLanes<TLanes, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ulong seed = 0;
        foreach ((int rows, int outputs, int inputs) in Cases.All)
        {
            int moreLines = (int)(++seed % 3);
            GuardedRows<T> x = seed % 2 == 0 ? GuardedRows<T>.Dense(rows, inputs, seed) : GuardedRows<T>.PaddedRows(rows, inputs, seed, T.NaN, moreLines);
            GuardedRows<T> w = GuardedRows<T>.PaddedRows(inputs, outputs, seed + 1, T.NaN, moreLines);
            GuardedRows<T> b = GuardedRows<T>.PaddedRows(1, outputs, seed + 2, T.NaN);
            bool hasBias = seed % 5 != 0;

            string what = $"[{rows} x {inputs}] [{inputs} x {outputs}]";
            GuardedRows<T> first = Run(T.NaN), second = Run(T.One);
            Expected.Product(rows, outputs, inputs, (i, k) => x[i, k], (k, j) => w[k, j], (i, j) => hasBias ? b[0, j] : T.Zero, (i, j) => first[i, j], what);

            first.AssertSame(second, outputs);

            GuardedRows<T> Run(T before)
            {
                GuardedRows<T> z = GuardedRows<T>.PaddedRows(rows, outputs, 7, before, moreLines);
                for (int i = 0; i < rows; i++)
                    z.Rows.From(i)[0] = before;
                z.Guarded();
                ForwardProduct<TLanes, T>.Run(rows, x.Rows, w.Rows, hasBias ? b.Rows : default, z.Rows);
                z.AssertUntouchedBehind(GuardedRows<T>.Padded(outputs));
                return z;
            }
        }
    }

    private static void InputGradient<TLanes, T>()
        where TLanes : struct, IKernelLanes<TLanes, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ulong seed = 100;
        foreach ((int rows, int inputs, int outputs) in Cases.All)
        {
            int moreLines = (int)(++seed % 3);
            GuardedRows<T> dz = GuardedRows<T>.PaddedRows(rows, outputs, seed, T.Zero, moreLines);
            GuardedRows<T> w = GuardedRows<T>.PaddedRows(inputs, outputs, seed + 1, T.NaN, moreLines);

            string what = $"[{rows} x {outputs}] [{inputs} x {outputs}]^T";
            GuardedRows<T> first = Run(T.NaN), second = Run(T.One);
            Expected.Product(rows, inputs, outputs, (i, k) => dz[i, k], (k, j) => w[j, k], (i, j) => T.Zero, (i, j) => first[i, j], what);

            first.AssertSame(second, inputs);

            GuardedRows<T> Run(T before)
            {
                GuardedRows<T> dx = GuardedRows<T>.PaddedRows(rows, inputs, 7, before, moreLines).Guarded();
                TransposedProduct<TLanes, T>.Run(rows, dz.Rows, w.Rows, dx.Rows, outputs, outputs);
                dx.AssertZero(inputs, GuardedRows<T>.Padded(inputs));
                dx.AssertUntouchedBehind(GuardedRows<T>.Padded(inputs));
                return dx;
            }
        }
    }

    private static void InputGradientOfPieces<TLanes, T>()
        where TLanes : struct, IKernelLanes<TLanes, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ulong seed = 200;
        foreach ((int rows, int inputs, int used) in Cases.All)
        {
            int pieces = 1 + (int)(++seed % 4), piece = GuardedRows<T>.Padded(used), outputs = pieces * piece;
            GuardedRows<T> dz = GuardedRows<T>.PaddedRows(rows, outputs, seed, T.Zero);
            GuardedRows<T> w = GuardedRows<T>.PaddedRows(inputs, outputs, seed + 1, T.NaN);
            for (int k = 0; k < outputs; k++)
            {
                for (int i = 0; i < rows && k % piece >= used; i++)
                    dz[i, k] = T.Zero;
                for (int j = 0; j < inputs && k % piece >= used; j++)
                    w[j, k] = T.NaN;
            }

            GuardedRows<T> dx = GuardedRows<T>.PaddedRows(rows, inputs, 7, T.NaN, 1).Guarded();
            TransposedProduct<TLanes, T>.Run(rows, dz.Rows, w.Rows, dx.Rows, piece, used);
            dx.AssertZero(inputs, GuardedRows<T>.Padded(inputs));
            dx.AssertUntouchedBehind(GuardedRows<T>.Padded(inputs));
            string what = $"[{rows} x {inputs}] from {pieces} pieces of {used}";
            Expected.Product(
                rows, inputs, pieces * used, (i, k) => dz[i, k / used * piece + k % used], (k, j) => w[j, k / used * piece + k % used], (i, j) => T.Zero,
                (i, j) => dx[i, j], what);
        }
    }
}
