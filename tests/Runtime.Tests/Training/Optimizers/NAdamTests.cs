using System;
using System.Collections.Generic;

namespace GenNet.Tests.Training;

/// <summary>NAdam's product of momenta: restored at any number of steps, at once and with the bits of one that has gone all the way.</summary>
public class NAdamTests
{
    [Fact]
    public void The_default_is_the_form_of_the_paper()
    {
        Assert.Contains("form=PyTorch2", new NAdam().Settings, StringComparison.Ordinal);
        Assert.Contains("form=PyTorch2", new NAdam<double>(0.1).Settings, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.9)]
    [InlineData(0.99999)]
    [InlineData(0.9999999999)]
    public void State_of_any_age_is_restored_at_once(double beta1)
    {
        // Factor by factor, the last two of these would take hours.
        foreach (long steps in new[] { 1, 10_000, 1_000_000_000_000, 1_000_000_000_000_000 })
        {
            var nadam = new NAdam<double>(0.1, beta1);
            nadam.Restore(steps, new Dictionary<string, double[]> { ["mean"] = [0.5], ["square"] = [0.25] });
            double[] w = [1];
            nadam.Update(w, [0.5]);
            Assert.True(double.IsFinite(w[0]) && w[0] < 1, $"{steps} steps: {w[0]}");
        }
    }

    [Theory]
    [InlineData(0.9, 4e-3, 3_000)]
    [InlineData(0.99999, 4e-3, 70_000)]
    [InlineData(0.9999999, 1e-6, 70_000)]
    [InlineData(0.9999999, 0, 70_000)]
    public void A_restored_state_has_the_bits_of_the_one_that_was_saved(double beta1, double momentumDecay, int steps)
    {
        NAdam<double> walked = new(0.1, beta1, momentumDecay: momentumDecay), restored = new(0.1, beta1, momentumDecay: momentumDecay);
        double[] w = [1, 2];
        for (int step = 0; step < steps; step++)
            walked.Update(w, [0.3 * w[0], 0.1 * w[1]]);
        restored.Restore(walked.Steps, EveryOptimizer.StateOf(walked));
        double[] other = [.. w];
        for (int step = 0; step < 3; step++)
        {
            walked.Update(w, [0.25, 0.5]);
            restored.Update(other, [0.25, 0.5]);
            Assert.Equal(w, other);
        }
    }

    [Theory]
    [InlineData(0.99999, 4e-3)]
    [InlineData(0.9999999, 1e-7)]
    [InlineData(0.999999999999, 1e-4)]
    [InlineData(0.99999, 1e-12)]
    public void The_series_is_the_product_of_the_factors(double beta, double psi)
    {
        var momenta = new MomentumProduct(beta, psi);
        double product = 1;
        for (long t = 1; t <= 100_000; t++)
            product *= momenta.Momentum(t);
        double actual = momenta.At(100_000);
        Assert.True(product < 1e-15 ? actual < 1e-15 : Math.Abs(actual / product - 1) < 1e-9, $"{actual}, expected {product}");
    }

    [Fact]
    public void Step_counts_that_cannot_be_are_refused()
    {
        var state = new Dictionary<string, double[]> { ["mean"] = [0], ["square"] = [0] };
        Assert.Throws<ArgumentOutOfRangeException>("steps", () => new NAdam<double>(0.1).Restore(long.MaxValue, state));
        Assert.Throws<ArgumentOutOfRangeException>("steps", () => new Adam<double>(0.1).Restore(1_000_000_000_000_001, state));
    }
}
