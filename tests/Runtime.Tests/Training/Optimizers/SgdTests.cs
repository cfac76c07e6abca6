using System;
using System.Linq;

namespace GenNet.Tests.Training;

public class SgdTests
{
    [Fact]
    public void A_step_goes_along_the_negative_gradient_whatever_the_length()
    {
        // 0 to 40 elements: whole vectors, tails, and tails only.
        for (int length = 0; length <= 40; length++)
        {
            double[] parameters = Enumerable.Range(0, length).Select(i => i + 1.0).ToArray();
            double[] gradients = Enumerable.Range(0, length).Select(i => 10.0 * i - 5).ToArray();
            new Sgd<double>(0.1).Update(parameters, gradients);
            Assert.Equal(Enumerable.Range(0, length).Select(i => i + 1.0 - 0.1 * (10.0 * i - 5)), parameters);
        }
    }

    [Fact]
    public void The_learning_rate_may_change_between_steps()
    {
        var sgd = new Sgd(1f);
        float[] parameters = [4];
        sgd.Update(parameters, [1]);
        sgd.LearningRate = 0.5f;
        sgd.Update(parameters, [1]);
        Assert.Equal([2.5f], parameters);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void A_learning_rate_that_is_not_finite_and_positive_is_refused(float rate)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Sgd(rate));
        var sgd = new Sgd(1);
        Assert.Throws<ArgumentOutOfRangeException>(() => sgd.LearningRate = rate);
        Assert.Equal(1, sgd.LearningRate);
    }

    [Fact]
    public void Lengths_that_differ_are_refused() =>
        Assert.Contains("2 parameters but 3 gradients", Assert.Throws<ArgumentException>(() => new Sgd(1).Update(new float[2], new float[3])).Message, StringComparison.Ordinal);
}
