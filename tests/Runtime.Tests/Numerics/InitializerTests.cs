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
    public void Uniform_fills_the_given_bounds()
    {
        double[] weights = Drawn(Init.Uniform, -0.1, 0.3);
        Assert.InRange(weights.Min(), -0.1, -0.0999);
        Assert.InRange(weights.Max(), 0.2999, 0.3);
        AssertMoments(weights.Select(w => w - 0.1).ToArray(), 0.4 / Math.Sqrt(12));
    }

    [Fact]
    public void Normal_has_the_given_mean_and_deviation()
    {
        double[] weights = Drawn(Init.Normal, 2, 0.5);
        AssertMoments(weights.Select(w => w - 2).ToArray(), 0.5);
        Assert.InRange(weights.Max(), 2 + 3.5 * 0.5, 2 + 7 * 0.5);
    }

    [Theory]
    [InlineData(20, 50)]
    [InlineData(50, 20)]
    [InlineData(30, 30)]
    [InlineData(1, 1)]
    public void Orthogonal_rows_or_columns_are_orthonormal(int rows, int columns)
    {
        double[] w = Filled<double>(new(rows * columns, new TensorInfo("0.weight", TensorRole.Weight, [rows, columns], [columns, 1], 0, columns, rows, Init.Orthogonal)), 2, "0.weight");
        int vectors = Math.Min(rows, columns), length = Math.Max(rows, columns);
        double At(int vector, int k) => rows <= columns ? w[vector * columns + k] : w[k * columns + vector];
        for (int a = 0; a < vectors; a++)
        {
            for (int b = 0; b < vectors; b++)
            {
                double dot = Enumerable.Range(0, length).Sum(k => At(a, k) * At(b, k));
                Assert.Equal(a == b ? 1 : 0, dot, 1e-14);
            }
        }
    }

    [Fact]
    public void Orthogonal_matrices_have_no_preferred_direction()
    {
        // The elements of a uniformly distributed orthogonal matrix have mean 0 and variance 1 / n.
        double[] weights = Drawn(Init.Orthogonal, 0, 0);
        double mean = weights.Average(), square = weights.Average(w => w * w);
        Assert.InRange(mean, -0.02 / Math.Sqrt(Inputs), 0.02 / Math.Sqrt(Inputs));
        Assert.Equal(1.0 / Inputs, square, 1e-12);
        Assert.InRange(weights.Count(w => w > 0) / (double)weights.Length, 0.49, 0.51);
    }

    [Fact]
    public void Each_matrix_of_a_tensor_is_orthogonal_for_itself()
    {
        double[] w = Filled<double>(new(2 * 3 * 4, new TensorInfo("0.weight", TensorRole.Weight, [2, 3, 4], [12, 4, 1], 0, 4, 3, Init.Orthogonal)), 2, "0.weight");
        Assert.NotEqual(w[..12], w[12..]);
        for (int row = 0; row < 6; row++)
            Assert.Equal(1, w.Skip(4 * row).Take(4).Sum(v => v * v), 1e-14);
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

    private static double[] Drawn(Init init, double first, double second) => Filled<double>(
        new(Inputs * Outputs, new TensorInfo("0.weight", TensorRole.Weight, [Outputs, Inputs], [1, Outputs], 0, Inputs, Outputs, init, first, second)), 1, "0.weight");

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
