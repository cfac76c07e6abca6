using GenNet.CompilerServices;

namespace GenNet.Tests.Kernels;

/// <summary>What emitted code calls: each entry is the kernel of the family of vectors that the processor has, and allocates nothing.</summary>
public class PublicEntryTests
{
    private const int Samples = 13, Inputs = 37, Outputs = 21;

    private readonly GuardedRows<float> _x = GuardedRows<float>.Dense(Samples, Inputs, 1);
    private readonly GuardedRows<float> _w = GuardedRows<float>.PaddedRows(Inputs, Outputs, 2, float.NaN);
    private readonly GuardedRows<float> _b = GuardedRows<float>.PaddedRows(1, Outputs, 3, float.NaN);
    private readonly GuardedRows<float> _d = GuardedRows<float>.Dense(Samples, Outputs, 4);

    [Fact]
    public void Forward_without_a_bias_is_forward_with_zeros()
    {
        GuardedRows<float> zero = GuardedRows<float>.PaddedRows(1, Outputs, 3, 0);
        for (int j = 0; j < Outputs; j++)
            zero[0, j] = 0;
        GuardedRows<float> with = Logits(), without = Logits();
        Dense.Forward(Samples, _x.Rows, _w.Rows, zero.Rows, with.Rows);
        Dense.Forward(Samples, _x.Rows, _w.Rows, without.Rows);
        with.AssertSame(without, Outputs);
    }

    [Fact]
    public void Input_gradient_without_pieces_is_that_of_one()
    {
        GuardedRows<float> one = GuardedRows<float>.PaddedRows(Samples, Inputs, 5, float.NaN), none = GuardedRows<float>.PaddedRows(Samples, Inputs, 6, float.NaN);
        GuardedRows<float> dz = GuardedRows<float>.PaddedRows(Samples, Outputs, 7, 0);
        Dense.InputGradient(Samples, dz.Rows, _w.Rows, none.Rows);
        Dense.InputGradient(Samples, dz.Rows, _w.Rows, one.Rows, Outputs, Outputs);
        none.AssertSame(one, GuardedRows<float>.Padded(Inputs));
    }

    [Fact]
    public void Each_entry_is_the_kernel_of_this_processor()
    {
        GuardedRows<float> z = Logits(), y = GuardedRows<float>.Dense(Samples, Outputs, 8);
        Dense.Forward(Samples, _x.Rows, _w.Rows, _b.Rows, z.Rows);
        GuardedRows<float> expected = Logits(), expectedY = GuardedRows<float>.Dense(Samples, Outputs, 8);
        double expectedLoss;
        if (Simd.Use512)
        {
            ForwardProduct<Lanes512<float>, float>.Run(Samples, _x.Rows, _w.Rows, _b.Rows, expected.Rows);
            expected.AssertSame(z, Outputs);
            SoftmaxRows<Lanes512<float>, float>.Forward(Samples, expected.Copy().Rows, expectedY.Rows);
            expectedLoss = CrossEntropyRows<Lanes512<float>, float>.Loss(Samples, 1, expected.Rows, _d.Rows, expected.Rows);
        }
        else
        {
            ForwardProduct<LanesAny<float>, float>.Run(Samples, _x.Rows, _w.Rows, _b.Rows, expected.Rows);
            expected.AssertSame(z, Outputs);
            SoftmaxRows<LanesAny<float>, float>.Forward(Samples, expected.Copy().Rows, expectedY.Rows);
            expectedLoss = CrossEntropyRows<LanesAny<float>, float>.Loss(Samples, 1, expected.Rows, _d.Rows, expected.Rows);
        }

        Softmax.Forward(Samples, z.Copy().Rows, y.Rows);
        expectedY.AssertSame(y, Outputs);
        Assert.Equal(expectedLoss, SoftmaxCrossEntropy.Loss(Samples, 1f, z.Rows, _d.Rows, z.Rows));
        expected.AssertSame(z, Outputs);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(Samples)]
    public void Nothing_is_allocated(int rows)
    {
        GuardedRows<float> z = Logits(), dx = GuardedRows<float>.PaddedRows(Samples, Inputs, 5, 0), dw = _w.Copy(), db = _b.Copy();
        Allocation.AssertNone(() =>
        {
            Dense.Forward(rows, _x.Rows, _w.Rows, _b.Rows, z.Rows);
            SoftmaxCrossEntropy.Loss(rows, 1f, z.Rows, _d.Rows, z.Rows);
            Dense.InputGradient(rows, z.Rows, _w.Rows, dx.Rows);
            Dense.WeightGradient(rows, _x.Rows, z.Rows, dw.Rows, new Share(0, 1, first: true));
            Dense.WeightGradient(rows, _x.Rows, z.Rows, dw.Rows, new Share(0, 1, first: false));
            Dense.BiasGradient(rows, z.Rows, db.Rows, new Share(0, 1, first: true));
        });
    }

    [Fact]
    public void Rows_are_read_and_written_where_they_are()
    {
        GuardedRows<float> rows = GuardedRows<float>.PaddedRows(4, 18, 1, 0);
        Rows<float> second = rows.Rows.From(1);
        Assert.Equal((18, 32), (second.Columns, second.Stride));
        Assert.Equal(rows[1, 0], second.Origin);
        Assert.Equal(rows[3, 5], second[2 * 32 + 5]);
        second.Store(32, second.Load(0) + second.Load(64));
        Assert.Equal(rows[1, 3] + rows[3, 3], rows[2, 3]);

        GuardedRows<float> copy = GuardedRows<float>.Dense(4, 18, 2);
        Matrix.CopyRows(4, rows.Rows, copy.Rows);
        copy.AssertSame(rows, 18);
        GuardedRows<float> padded = GuardedRows<float>.PaddedRows(4, 18, 3, float.NaN);
        Matrix.ClearPadding(4, padded.Rows);
        padded.AssertZero(18, 32);
    }

    private static GuardedRows<float> Logits() => GuardedRows<float>.PaddedRows(Samples, Outputs, 9, float.NaN);
}
