using System;
using System.Linq;
using System.Numerics;
using GenNet.CompilerServices;

namespace GenNet.Gradient.Tests.Shapes;

/// <summary>The two halves of Backward, as trainers call them, against the whole.</summary>
public class HalvesTests
{
    public static TheoryData<int, int> RowsAndParts => new()
    {
        { 1, 1 }, { 1, 3 }, { 2, 2 }, { 7, 1 }, { 8, 2 }, { 13, 3 }, { 40, 7 }, { 127, 2 }, { 128, 1 }, { 128, 16 }, { 128, 60 },
    };

    [Theory]
    [MemberData(nameof(RowsAndParts))]
    public void Products_deeper_than_a_block(int rows, int parts) => Compare<DeepProducts, float>(rows, parts);

    [Theory]
    [MemberData(nameof(RowsAndParts))]
    public void Products_deeper_than_a_block_in_double(int rows, int parts) => Compare<DeepProductsD, double>(rows, parts);

    [Theory]
    [MemberData(nameof(RowsAndParts))]
    public void Rows_with_a_line_of_padding_more(int rows, int parts) => Compare<PowersOfTwo, float>(rows, parts);

    [Theory]
    [InlineData(13, 3)]
    [InlineData(128, 2)]
    public void Weights_larger_than_the_cache(int rows, int parts) => Compare<LargeWeights, float>(rows, parts);

    [Theory]
    [MemberData(nameof(RowsAndParts))]
    public void Rows_that_fill_no_tile(int rows, int parts) => Compare<TwoLines, float>(rows, parts);

    [Theory]
    [MemberData(nameof(RowsAndParts))]
    public void Straight_line_code(int rows, int parts) => Compare<StraightLine, float>(rows, parts);

    [Theory]
    [MemberData(nameof(RowsAndParts))]
    public void Straight_line_code_in_double(int rows, int parts) => Compare<StraightLineD, double>(rows, parts);

    [Theory]
    [MemberData(nameof(RowsAndParts))]
    public void Residual_connections(int rows, int parts) => Compare<Twins.ProjectionNested, float>(rows, parts);

    [Theory]
    [MemberData(nameof(RowsAndParts))]
    public void Residual_connections_in_double(int rows, int parts) => Compare<Differences.ResidualNested, double>(rows, parts);

    [Theory]
    [MemberData(nameof(RowsAndParts))]
    public void Residual_connections_in_straight_line_code(int rows, int parts) => Compare<Twins.TinyProjection, float>(rows, parts);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 3)]
    [InlineData(40, 16)]
    public void Convolutions(int rows, int parts)
    {
        Compare<Twins.ConvolutionsInARow, float>(rows, parts);
        Compare<Differences.DepthwiseAndPointwise, double>(rows, parts);
        Compare<Twins.EncoderAndDecoder, float>(rows, parts);
        Compare<Twins.ConvolutionsOfSequences, float>(rows, parts);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 3)]
    [InlineData(40, 16)]
    public void Attention(int rows, int parts)
    {
        Compare<Twins.CausalAttention, float>(rows, parts);
        Compare<Differences.CausalAttention, double>(rows, parts);
        Compare<Twins.CausalConvolutions, float>(rows, parts);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(128)]
    public void Direct_descent_is_a_step_by_the_gradients(int rows)
    {
        Descend<DeepProducts, float>(rows, 1e-7);
        Descend<DeepProductsD, double>(rows, 1e-16);
        Descend<TwoLines, float>(rows, 1e-7);
        Descend<StraightLine, float>(rows, 1e-7);
        Descend<StraightLineD, double>(rows, 1e-16);
        Descend<Twins.ConvolutionsInARow, float>(rows, 1e-7);
        Descend<Twins.ConvolutionsOfSequences, float>(rows, 1e-7);
        Descend<Differences.EncoderAndDecoder, double>(rows, 1e-15);
        Descend<Twins.ResidualWide, float>(rows, 1e-7);
        Descend<Twins.ProjectionNested, float>(rows, 1e-7);
        Descend<Differences.BlocksInBlocks, double>(rows, 1e-16);
        Descend<Twins.TinyResidualNested, float>(rows, 1e-7);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Inputs_that_are_zero_change_no_weights_of_theirs(int rows)
    {
        TwoLines net = Batch.Network<TwoLines, float>();
        (float[] inputs, float[] targets) = Batch.Of<TwoLines, float>(rows);
        for (int i = 0; i < inputs.Length; i++)
            inputs[i] = i % 257 % 3 == 0 ? inputs[i] : 0;
        float[] before = TwoLines.Layout.Read<float>(net.Parameters, "0.weight");
        new Trainer<TwoLines>(net, new Sgd(0.5f)).Step(inputs, targets);
        float[] after = TwoLines.Layout.Read<float>(net.Parameters, "0.weight");
        for (int unit = 0; unit < 32; unit++)
        {
            for (int input = 0; input < 257; input++)
                Assert.Equal(input % 3 != 0, before[unit * 257 + input] == after[unit * 257 + input]);
        }
    }

    /// <summary>A batch far larger than a weight's rounding unit can take row by row: its sum is added once.</summary>
    [Fact]
    public void Small_gradients_of_many_rows_are_summed_before_they_meet_the_weight()
    {
        OneLine net = new(1), exact = new(1);
        OneLine.Layout.Write<float>(net.Parameters, "0.weight", Enumerable.Repeat(1f, 16 * 784).ToArray());
        net.Parameters.CopyTo(exact.Parameters);
        float[] inputs = Enumerable.Repeat(0.01f, 128 * 784).ToArray(), targets = new float[128];
        var gradients = new float[net.Parameters.Length];
        exact.Backward(inputs, targets, gradients);
        float largest = OneLine.Layout.Read<float>(gradients, "0.weight").Max(MathF.Abs);

        // The whole batch moves a weight of 1 by four rounding units, a single row by a thirtieth of one.
        float rate = 4 * 1.1920929e-7f / largest;
        new Trainer<OneLine>(net, new Sgd(rate)).Step(inputs, targets);
        new Sgd(rate).Update(exact.Parameters, gradients);
        float[] expected = OneLine.Layout.Read<float>(exact.Parameters, "0.weight");
        Assert.Contains(expected, w => w is > 1 and < 1.000001f or < 1 and > 0.999999f);
        Assert.Equal(expected, OneLine.Layout.Read<float>(net.Parameters, "0.weight"), (a, b) => Math.Abs(a - b) <= 1.2e-7f);
    }

    [Fact]
    public void Calls_that_cannot_be_right_are_refused()
    {
        TwoLines net = new(1);
        var gradients = new float[net.Parameters.Length];
        ArgumentException tooMany = Assert.Throws<ArgumentException>(() => CheckedPasses.BackwardRows<TwoLines, float>(net, 129, 1, new float[129 * 257], new float[129 * 33], default, null));
        Assert.Contains("At most 128 rows", tooMany.Message);
        Assert.Throws<ArgumentException>(() => CheckedPasses.BackwardRows<TwoLines, float>(net, 1, 1, [], [], default, null));
        Assert.Throws<ArgumentException>(() => CheckedPasses.BackwardRows<TwoLines, float>(net, 1, 1, new float[257], new float[33], default, StraightLine.CreateWorkspace()));
        Assert.Throws<ArgumentException>(() => CheckedPasses.ParameterGradients<TwoLines, float>(net, new Share(0, 1, true), new float[256], gradients, null));
        Assert.Throws<ArgumentException>(() => CheckedPasses.ParameterGradients<TwoLines, float>(net, new Share(0, 1, true), new float[129 * 257], gradients, null));
        Assert.Throws<ArgumentException>(() => CheckedPasses.ParameterGradients<TwoLines, float>(net, new Share(0, 1, true), new float[257], new float[3], null));
        Assert.Throws<ArgumentOutOfRangeException>("share", () => CheckedPasses.ParameterGradients<TwoLines, float>(net, new Share(2, 2, true), new float[257], gradients, null));
        Assert.Throws<ArgumentOutOfRangeException>("share", () => CheckedPasses.ParameterGradients<TwoLines, float>(net, new Share(-1, 2, true), new float[257], gradients, null));
    }

    private static void Compare<TNet, T>(int rows, int parts)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TNet net = Batch.Network<TNet, T>();
        (T[] inputs, T[] targets) = Batch.Of<TNet, T>(rows);
        var expected = new T[net.Parameters.Length];
        T loss = net.Backward(inputs, targets, expected);

        // Whatever was there before: the first rows overwrite it, padding included.
        Workspace<T> workspace = TNet.CreateWorkspace();
        T[] gradients = Enumerable.Repeat(T.NaN, expected.Length).ToArray();
        double terms = CheckedPasses.Terms<TNet, T>(net, inputs, targets);
        Assert.Equal(loss, T.CreateTruncating(CheckedPasses.BackwardRows(net, terms, 1, inputs, targets, default, workspace)));
        for (int part = 0; part < parts; part++)
            CheckedPasses.ParameterGradients(net, new Share(part, parts, first: true), inputs, gradients, workspace);
        Assert.Equal(expected, gradients);

        // And once more, twice as large, of a batch that is twice as large.
        Assert.Equal(loss, T.CreateTruncating(CheckedPasses.BackwardRows(net, 2 * terms, 4, inputs, targets, default, workspace)) * (T.One + T.One));
        for (int part = 0; part < parts; part++)
            CheckedPasses.ParameterGradients(net, new Share(part, parts, first: false), inputs, gradients, workspace);
        T tolerance = T.CreateChecked(typeof(T) == typeof(double) ? 1e-15 : 1e-6);
        T size = expected.Max(T.Abs);
        Assert.Equal(expected.Select(g => g * T.CreateChecked(3)), gradients, (a, b) => T.Abs(a - b) <= tolerance * size);
    }

    private static void Descend<TNet, T>(int rows, double tolerance)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TNet net = Batch.Network<TNet, T>(), other = Batch.Network<TNet, T>();
        (T[] inputs, T[] targets) = Batch.Of<TNet, T>(rows);
        T rate = T.CreateChecked(0.37);
        T loss = new Trainer<TNet, T>(net, new Sgd<T>(rate)).Step(inputs, targets);
        Assert.Equal(new Trainer<TNet, T>(other, new Sgd<T>(rate)) { KeepGradients = true }.Step(inputs, targets), loss);
        T size = other.Parameters.ToArray().Max(T.Abs);
        Assert.NotEqual(Batch.Network<TNet, T>().Parameters.ToArray(), net.Parameters.ToArray());
        Assert.Equal(other.Parameters.ToArray(), net.Parameters.ToArray(), (a, b) => T.Abs(a - b) <= T.CreateChecked(tolerance) * size * T.CreateChecked(4));
    }
}
