using System;
using System.Linq;

namespace GenNet.Gradient.Tests.Differences;

/// <summary>The gradient is that of the loss for any targets, not only for those that a loss is made for.</summary>
public class UnusualTargetsTests
{
    public static TheoryData<string> Targets => ["one-hot times 3", "halves", "none", "negative", "large", "mixed signs"];

    [Theory]
    [MemberData(nameof(Targets))]
    public void Of_cross_entropy_in_short_rows(string targets) => Check<LoopsSoftmaxCrossEntropy>(targets);

    [Theory]
    [MemberData(nameof(Targets))]
    public void Of_cross_entropy_in_long_rows(string targets) => Check<Outputs17CrossEntropy>(targets);

    [Theory]
    [MemberData(nameof(Targets))]
    public void Of_cross_entropy_as_straight_line_code(string targets) => Check<TinySoftmaxCrossEntropy>(targets);

    [Theory]
    [MemberData(nameof(Targets))]
    public void Of_binary_cross_entropy(string targets) => Check<LoopsSigmoidBinaryCrossEntropy>(targets);

    [Theory]
    [MemberData(nameof(Targets))]
    public void Of_Huber_loss(string targets) => Check<LoopsTanhHuber>(targets);

    [Theory]
    [MemberData(nameof(Targets))]
    public void Of_half_squared_error_behind_softmax(string targets) => Check<LoopsSoftmaxHalfSquaredError>(targets);

    private static void Check<TNet>(string kind)
        where TNet : class, INetwork<TNet, double>
    {
        foreach (int rows in new[] { 3, 13 })
        {
            var random = new RandomStream(5, (ulong)rows);
            double[] inputs = Enumerable.Range(0, rows * TNet.InputSize).Select(_ => random.NextGaussian()).ToArray();
            double[] targets = Enumerable.Range(0, rows * TNet.OutputSize).Select(i => kind switch
            {
                "one-hot times 3" => i % TNet.OutputSize == i / TNet.OutputSize % TNet.OutputSize ? 3.0 : 0,
                "halves" => 0.5,
                "none" => 0,
                "negative" => -random.NextDouble(),
                "large" => 5 + (10 * random.NextDouble()),
                _ => 2 * random.NextGaussian(),
            }).ToArray();
            GradientCheck.Run<TNet, double>(TNet.Create(7), inputs, targets).ThrowIfFailed();
        }
    }

    [Fact]
    public void A_row_of_targets_counts_as_often_as_it_sums_to()
    {
        var net = new Outputs17CrossEntropy(seed: 1);
        double[] once = new double[Outputs17CrossEntropy.OutputSize], thrice = new double[Outputs17CrossEntropy.OutputSize];
        once[3] = 1;
        thrice[3] = 3;
        var inputs = new double[Outputs17CrossEntropy.InputSize];
        var outputs = new double[Outputs17CrossEntropy.OutputSize];
        net.Forward(inputs, outputs);
        Assert.Equal(3 * net.Evaluate(inputs, once), net.Evaluate(inputs, thrice), 1e-14);
        Assert.Equal(-Math.Log(outputs[3]), net.Evaluate(inputs, once), 1e-14);
    }
}
