using System;
using System.Linq;

namespace GenNet.Generator.Tests;

/// <summary>An emitted file is to be read in a sitting, and most of it is to be the derivation.</summary>
public class EmittedLengthTests
{
    [Fact]
    public void The_network_of_the_lectures_has_at_most_350_lines_and_more_than_half_of_them_are_the_derivation()
    {
        string[] lines = Lines(SnapshotTests.MnistSource);
        Assert.InRange(lines.Length, 1, 350);
        int derivation = lines.Length - Array.FindIndex(lines, line => line.StartsWith("namespace GenNet.Emitted", StringComparison.Ordinal));
        Assert.True(derivation > lines.Length / 2.0, $"{derivation} of {lines.Length} lines");
    }

    [Fact]
    public void The_network_of_xor_has_at_most_250_lines_and_its_forward_pass_once()
    {
        string[] lines = Lines(SnapshotTests.XorSource);
        Assert.InRange(lines.Length, 1, 250);
        Assert.Single(lines, line => line.Contains("z2_0 = p.b2_0 + a1_0 * p.W2_0_0 + a1_1 * p.W2_1_0", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[Network] [Dense(784, 100, Activation.Sigmoid)] [Dense(10, Activation.Softmax)] public partial class Net;")]
    [InlineData("[Network(Precision = Precision.Double)] [Dense(8, 4, Activation.GELUTanh)] [Dense(4, Activation.Softmax)] public partial class Net;")]
    [InlineData("[Network(Loss.Huber)] [Dropout(20, 0.1)] [Maxout(18, 3)] [Dense(20, Activation.GELUTanh)] [Residual(2)] [Dense(33, Activation.SELU)] public partial class Net;")]
    [InlineData("[Network(Mode = NetworkMode.Inference)] [Dense(8192, 2048, Activation.ELU, Alpha = 0.1234567)] [Dense(10, Activation.Softmax)] public partial class Net;")]
    public void No_line_is_longer_than_160_characters(string source) =>
        Assert.DoesNotContain(Lines("namespace Lecture.Of.Networks; " + source), line => line.Length > 160);

    /// <summary>The kernels stand in the library.</summary>
    [Fact]
    public void Another_layer_adds_its_own_lines_and_no_kernel()
    {
        int two = Lines("[Network] [Dense(784, 300, Activation.ReLU)] [Dense(10, Activation.Softmax)] public partial class Net;").Length;
        int three = Lines("[Network] [Dense(784, 300, Activation.ReLU)] [Dense(100, Activation.ReLU)] [Dense(10, Activation.Softmax)] public partial class Net;").Length;
        Assert.InRange(three - two, 20, 70);
    }

    private static string[] Lines(string source) => Compiled.From(source).Files.Single().Text.TrimEnd('\n').Split('\n');
}
