using System;
using System.Linq;
using System.Numerics;

namespace GenNet.Gradient.Tests.Shapes;

/// <summary>Networks of the sizes that people train, against plain loops, at every remainder of tiles and blocks.</summary>
public class PlainLoopsTests
{
    // Tiles are 6 or 8 rows, blocks of a batch 128.
    public static TheoryData<int> Rows => [1, 5, 6, 7, 8, 9, 13, 128, 129, 137, 261];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Products_deeper_than_a_block(int rows) => Compare<DeepProducts, float>(rows, Loss.CrossEntropy);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Products_deeper_than_a_block_in_double(int rows) => Compare<DeepProductsD, double>(rows, Loss.CrossEntropy);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Rows_with_a_line_of_padding_more(int rows) => Compare<PowersOfTwo, float>(rows, Loss.HalfSquaredError);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Rows_with_a_line_of_padding_more_in_double(int rows) => Compare<PowersOfTwoD, double>(rows, Loss.HalfSquaredError);

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(13)]
    [InlineData(137)]
    public void Weights_larger_than_the_cache(int rows) => Compare<LargeWeights, float>(rows, Loss.HalfSquaredError);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Rows_of_one_line(int rows) => Compare<OneLine, float>(rows, Loss.BinaryCrossEntropy);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Rows_of_one_line_in_double(int rows) => Compare<OneLineD, double>(rows, Loss.BinaryCrossEntropy);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Rows_of_two_lines(int rows) => Compare<TwoLines, float>(rows, Loss.BinaryCrossEntropy);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Straight_line_code(int rows) => Compare<StraightLine, float>(rows, Loss.HalfSquaredError);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Straight_line_code_in_double(int rows) => Compare<StraightLineD, double>(rows, Loss.CrossEntropy);

    private static void Compare<TNet, T>(int rows, Loss loss)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TNet net = Batch.Network<TNet, T>();
        (T[] inputs, T[] targets) = Batch.Of<TNet, T>(rows);
        var plain = new PlainNetwork<TNet, T>(net, loss);
        double expectedLoss = plain.Run(Doubles(inputs), Doubles(targets));

        var outputs = new T[targets.Length];
        net.Forward(inputs, outputs);
        Close("outputs", plain.Outputs, outputs);
        Close("loss of Evaluate", [expectedLoss], [net.Evaluate(inputs, targets)]);

        var gradients = new T[net.Parameters.Length];
        var inputGradients = new T[inputs.Length];
        Close("loss of Backward", [expectedLoss], [net.Backward(inputs, targets, gradients, inputGradients)]);
        foreach ((string name, double[] expected) in plain.Gradients)
            Close("gradient of " + name, expected, TNet.Layout.Read<T>(gradients.AsSpan(), name), plain.Sizes[name]);
        Close("input gradients", plain.InputGradients, inputGradients);

        // Without the input gradients the others are the same, bit for bit.
        var alone = new T[gradients.Length];
        net.Backward(inputs, targets, alone);
        Assert.Equal(gradients, alone);
    }

    /// <summary>In units of the numbers themselves: gradients of a batch are small, so an absolute bound would see nothing.</summary>
    private static void Close<T>(string what, double[] expected, T[] actual, double? size = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double tolerance = typeof(T) == typeof(double) ? 1e-13 : 1e-5;
        double largest = size ?? expected.Max(Math.Abs);
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            double difference = Math.Abs(expected[i] - double.CreateTruncating(actual[i]));
            Assert.True(difference <= tolerance * largest, $"{what}[{i}]: plain loops have {expected[i]:R}, the network {actual[i]:R}.");
        }
    }

    private static double[] Doubles<T>(T[] values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => values.Select(double.CreateTruncating).ToArray();
}
