using System;
using System.Collections.Immutable;
using System.Linq;

namespace GenNet.Tests.Numerics;

public class InitializerTests
{
    private const int Inputs = 300, Outputs = 200, Stride = 208;

    [Theory]
    [InlineData(Init.XavierUniform, 6.0 / (Inputs + Outputs))]
    [InlineData(Init.HeUniform, 6.0 / Inputs)]
    public void Uniform_weights_fill_their_bounds(Init init, double squaredBound)
    {
        double bound = Math.Sqrt(squaredBound);
        double[] weights = Weights(init);
        Assert.All(weights, w => Assert.InRange(w, -bound, bound));
        Assert.InRange(weights.Max(), 0.999 * bound, bound);
        Assert.InRange(weights.Min(), -bound, -0.999 * bound);
        AssertMoments(weights, bound / Math.Sqrt(3));
    }

    [Theory]
    [InlineData(Init.XavierNormal, 2.0 / (Inputs + Outputs))]
    [InlineData(Init.HeNormal, 2.0 / Inputs)]
    [InlineData(Init.LeCunNormal, 1.0 / Inputs)]
    public void Normal_weights_have_their_variance(Init init, double variance)
    {
        double[] weights = Weights(init);
        double deviation = Math.Sqrt(variance);
        AssertMoments(weights, deviation);

        // Uniform numbers of this variance would end at 1.73 deviations.
        Assert.InRange(weights.Max(), 3.5 * deviation, 7 * deviation);
    }

    [Fact]
    public void Zeros_are_zero() => Assert.All(Weights(Init.Zeros), w => Assert.Equal(0, w));

    [Fact]
    public void Biases_become_zero_and_padding_is_not_touched()
    {
        Layout layout = TwoLayers(Init.HeUniform, Init.HeNormal);
        var buffer = new double[layout.Length];
        Array.Fill(buffer, 77);
        Initializer.Fill<double>(buffer, layout, 1);
        Assert.All(layout.Read<double>(buffer, "0.bias"), b => Assert.Equal(0, b));
        Assert.DoesNotContain(77, layout.Read<double>(buffer, "0.weight"));
        Assert.Equal(layout.Length - layout.ParameterCount, buffer.Count(value => value == 77));
    }

    [Fact]
    public void Padding_does_not_change_the_values()
    {
        Layout dense = new(Inputs * Outputs, Weight("0.weight", 0, Outputs, Init.HeNormal));
        Layout padded = new(Inputs * Stride, Weight("0.weight", 0, Stride, Init.HeNormal));
        Assert.Equal(Filled<double>(dense, 4, "0.weight"), Filled<double>(padded, 4, "0.weight"));
    }

    [Fact]
    public void The_seed_decides()
    {
        Layout layout = TwoLayers(Init.HeUniform, Init.HeNormal);
        Assert.Equal(Filled<float>(layout, 3, "1.weight"), Filled<float>(layout, 3, "1.weight"));
        Assert.NotEqual(Filled<float>(layout, 3, "1.weight"), Filled<float>(layout, 4, "1.weight"));
        Assert.NotEqual(Filled<float>(layout, 3, "1.weight"), Filled<float>(layout, -3, "1.weight"));
    }

    [Fact]
    public void A_layer_does_not_depend_on_the_others()
    {
        double[] before = Filled<double>(TwoLayers(Init.HeUniform, Init.HeNormal), 5, "0.weight");
        double[] other = Filled<double>(TwoLayers(Init.HeUniform, Init.Zeros), 5, "0.weight");
        double[] alone = Filled<double>(new(Inputs * Stride, Weight("0.weight", 0, Stride, Init.HeUniform)), 5, "0.weight");
        Assert.Equal(before, other);
        Assert.Equal(before, alone);

        Layout same = TwoLayers(Init.HeNormal, Init.HeNormal);
        Assert.NotEqual(Filled<double>(same, 5, "0.weight"), Filled<double>(same, 5, "1.weight"));
    }

    [Fact]
    public void Weights_are_the_draws_of_the_tensors_own_stream()
    {
        double[] second = Filled<double>(TwoLayers(Init.Zeros, Init.LeCunNormal), 6, "1.weight");
        var random = new RandomStream(6, 2);
        Assert.All(second.Take(100), w => Assert.Equal(Math.Sqrt(1.0 / Inputs) * random.NextGaussian(), w));
    }

    [Fact]
    public void Float_is_double_rounded()
    {
        Layout layout = TwoLayers(Init.XavierUniform, Init.XavierNormal);
        foreach (string name in layout.Names)
            Assert.Equal(Filled<double>(layout, 8, name).Select(w => (float)w), Filled<float>(layout, 8, name));
    }

    [Fact]
    public void Unusable_arguments_are_refused_before_anything_is_written()
    {
        Layout undecided = TwoLayers(Init.HeUniform, Init.Default);
        var buffer = new float[undecided.Length];
        ArgumentException error = Assert.Throws<ArgumentException>(() => Initializer.Fill<float>(buffer, undecided, 1));
        Assert.Contains("1.weight", error.Message, StringComparison.Ordinal);
        Assert.Contains("Default", error.Message, StringComparison.Ordinal);
        Assert.All(buffer, value => Assert.Equal(0, value));
        Assert.Throws<ArgumentException>(() => Initializer.Fill<float>(new float[undecided.Length - 1], undecided, 1));
        Assert.Throws<ArgumentNullException>(() => Initializer.Fill<float>(new float[1], null!, 1));
    }

    private static double[] Weights(Init init) => Filled<double>(new(Inputs * Stride, Weight("0.weight", 0, Stride, init)), 1, "0.weight");

    private static T[] Filled<T>(Layout layout, int seed, string name)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        var buffer = new T[layout.Length];
        Initializer.Fill<T>(buffer, layout, seed);
        return layout.Read<T>(buffer, name);
    }

    /// <summary>Mean and deviation within five standard errors of 60,000 draws.</summary>
    private static void AssertMoments(double[] weights, double deviation)
    {
        double mean = weights.Average();
        double actual = Math.Sqrt(weights.Average(w => (w - mean) * (w - mean)));
        Assert.InRange(mean, -0.02 * deviation, 0.02 * deviation);
        Assert.InRange(actual, 0.985 * deviation, 1.015 * deviation);
    }

    private static TensorInfo Weight(string name, int offset, int stride, Init init) =>
        new(name, TensorRole.Weight, [Outputs, Inputs], [1, stride], offset, Inputs, Outputs, init);

    private static Layout TwoLayers(Init first, Init second)
    {
        const int BiasOffset = Inputs * Stride, SecondOffset = BiasOffset + Stride;
        ImmutableArray<TensorInfo> tensors =
        [
            Weight("0.weight", 0, Stride, first),
            new("0.bias", TensorRole.Bias, [Outputs], [1], BiasOffset, Inputs, Outputs, Init.Zeros),
            Weight("1.weight", SecondOffset, Stride, second),
        ];
        return new Layout(SecondOffset + Inputs * Stride, tensors);
    }
}
