using System;
using System.Linq;

namespace GenNet.Gradient.Tests.Behaviour;

public class ForwardOnThreadsTests
{
    [Theory]
    [InlineData(1, 4)]
    [InlineData(7, 4)]
    [InlineData(1000, 1)]
    [InlineData(1000, 2)]
    [InlineData(2051, 3)]
    [InlineData(4000, 16)]
    [InlineData(4000, int.MaxValue)]
    public void Every_row_has_its_outputs(int rows, int threads)
    {
        var net = new Training.ThreadedNet(1);
        (float[] inputs, _) = Sample.Rows<Training.ThreadedNet, float>(rows);
        float[] expected = new float[rows * 10], outputs = Enumerable.Repeat(float.NaN, rows * 10).ToArray();
        net.Forward(inputs, expected);
        net.Forward(inputs, outputs, threads);
        Assert.Equal(expected, outputs, (a, b) => MathF.Abs(a - b) <= 1e-6f);
    }

    [Fact]
    public void Lengths_that_do_not_fit_are_refused_before_anything_is_computed()
    {
        var net = new Training.ThreadedNet(1);
        float[] outputs = Enumerable.Repeat(7f, 4000 * 10).ToArray();
        Assert.Throws<ArgumentException>("inputs", () => net.Forward(new float[4000 * Training.ThreadedNet.InputSize + 1], outputs, 3));
        Assert.Throws<ArgumentException>("outputs", () => net.Forward(new float[4001 * Training.ThreadedNet.InputSize], outputs, 3));
        Assert.Throws<ArgumentOutOfRangeException>("threads", () => net.Forward(new float[4000 * Training.ThreadedNet.InputSize], outputs, 0));
        Assert.All(outputs, value => Assert.Equal(7, value));
    }
}
