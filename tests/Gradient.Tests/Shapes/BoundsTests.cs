using System;
using System.Linq;
using System.Numerics;

namespace GenNet.Gradient.Tests.Shapes;

/// <summary>
/// The callers' spans are all that is read and written, at any address. Around them stands NaN: what is written there is seen,
/// and what is read from there spoils the result. What they are to fill is NaN at first: all of it is written, padding included.
/// </summary>
public class BoundsTests
{
    // Not a multiple of any vector, and more than the widest.
    private const int Margin = 37;

    public static TheoryData<int> Rows => [1, 9, 131];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Outputs_with_a_tail(int rows) => Check<DeepProducts, float>(rows);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Outputs_with_a_tail_of_one(int rows) => Check<TwoLines, float>(rows);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Outputs_of_one_line(int rows) => Check<PowersOfTwo, float>(rows);

    [Theory]
    [MemberData(nameof(Rows))]
    public void One_output(int rows) => Check<OneLine, float>(rows);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Outputs_with_a_tail_in_double(int rows) => Check<DeepProductsD, double>(rows);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Outputs_of_two_lines_in_double(int rows) => Check<PowersOfTwoD, double>(rows);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Straight_line_code(int rows) => Check<StraightLine, float>(rows);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Straight_line_code_in_double(int rows) => Check<StraightLineD, double>(rows);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Attention(int rows)
    {
        Check<Twins.AttentionOfSteps, float>(rows);
        Check<Differences.CausalAttention, double>(rows);
        Check<Twins.CausalConvolutions, float>(rows);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Inputs_that_are_added(int rows)
    {
        Check<Twins.ResidualOfInputs, float>(rows);
        Check<Twins.ResidualsOfOneInput, float>(rows);
        Check<Twins.ProjectionOfInputs, float>(rows);
        Check<Twins.ResidualLastIdentity, float>(rows);
        Check<Twins.FlattenAround, float>(rows);
        Check<Twins.TinyResidualNested, float>(rows);
        Check<Differences.ResidualOfInputs, double>(rows);
        Check<Differences.ResidualsOfOneInput, double>(rows);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Convolutions_from_and_to_the_callers_rows(int rows)
    {
        Check<Convolutions.ImageToImage, float>(rows);
        Check<Convolutions.Enlarging, float>(rows);
        Check<Convolutions.Widening, double>(rows);
        Check<Convolutions.SequenceToSequence, float>(rows);
        Check<Twins.ConvolutionsInARow, float>(rows);
        Check<Differences.ConvolutionAlone, double>(rows);
    }

    private static void Check<TNet, T>(int rows)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TNet net = Batch.Network<TNet, T>();
        (T[] inputs, T[] targets) = Batch.Of<TNet, T>(rows);
        T[] outputs = new T[targets.Length], gradients = new T[net.Parameters.Length], inputGradients = new T[inputs.Length];
        net.Forward(inputs, outputs);
        T loss = net.Backward(inputs, targets, gradients, inputGradients);
        T[] parameters = net.Parameters.ToArray();

        T[] x = Framed(inputs), d = Framed(targets), y = Framed(NaN<T>(outputs.Length));
        T[] dw = Framed(NaN<T>(gradients.Length)), dx = Framed(NaN<T>(inputs.Length));
        net.Forward(Inner(x), Inner(y));
        Assert.Equal(net.Evaluate(inputs, targets), net.Evaluate(Inner(x), Inner(d)));
        Assert.Equal(loss, net.Backward(Inner(x), Inner(d), Inner(dw), Inner(dx)));

        AssertFramed(inputs, x);
        AssertFramed(targets, d);
        AssertFramed(outputs, y);
        AssertFramed(gradients, dw);
        AssertFramed(inputGradients, dx);

        // The targets as gradients of the outputs.
        net.VectorJacobianProduct(inputs, targets, gradients, inputGradients);
        Inner(dw).Fill(T.NaN);
        Inner(dx).Fill(T.NaN);
        net.VectorJacobianProduct(Inner(x), Inner(d), Inner(dw), Inner(dx));
        AssertFramed(inputs, x);
        AssertFramed(targets, d);
        AssertFramed(gradients, dw);
        AssertFramed(inputGradients, dx);
        Assert.Equal(parameters, net.Parameters.ToArray());
    }

    private static Span<T> Inner<T>(T[] framed) => framed.AsSpan(Margin, framed.Length - 2 * Margin);

    private static T[] Framed<T>(T[] values)
        where T : IBinaryFloatingPointIeee754<T> =>
        [.. NaN<T>(Margin), .. values, .. NaN<T>(Margin)];

    private static T[] NaN<T>(int count)
        where T : IBinaryFloatingPointIeee754<T> => Enumerable.Repeat(T.NaN, count).ToArray();

    private static void AssertFramed<T>(T[] expected, T[] framed)
        where T : IBinaryFloatingPointIeee754<T>
    {
        Assert.All(framed[..Margin], value => Assert.True(T.IsNaN(value)));
        Assert.Equal(expected, framed[Margin..^Margin]);
        Assert.All(framed[^Margin..], value => Assert.True(T.IsNaN(value)));
    }
}
