using System;
using System.Linq;

namespace GenNet.Tests.Evaluations;

public class RegressionTests
{
    /// <summary>A network whose outputs are its first two inputs.</summary>
    private static LinearNetwork<double> Copying()
    {
        LinearNetwork<double> network = LinearNetwork<double>.Create();
        LinearNetwork<double>.Layout.Write<double>(network.Parameters, "0.weight", [1, 0, 0, 0, 1, 0]);
        return network;
    }

    /// <summary>The example of scikit-learn's documentation: mean absolute error 0.75, mean squared error 0.708.</summary>
    [Fact]
    public void Errors_are_those_computed_by_hand()
    {
        var data = new Dataset<double>(new double[] { 0, 2, 0, -1, 2, 0, 8, -5, 0 }, new[] { 0.5, 1, -1, 1, 7, -6 }, 3, 2);

        // R2 by output: 1 - 1.25 / 36.1666..., 1 - 3 / 32.6666...
        double r2 = (1 - 1.25 / (50.25 - 6.5 * 6.5 / 3) + (1 - 3 / (38 - 16 / 3.0))) / 2;
        RegressionErrors errors = Metrics.Regression(Copying(), data);
        Assert.Equal(0.75, errors.MeanAbsoluteError, 1e-15);
        Assert.Equal(Math.Sqrt(4.25 / 6), errors.RootMeanSquaredError, 1e-15);
        Assert.Equal(r2, errors.R2, 1e-14);
        Assert.Equal(
            (errors.MeanAbsoluteError, errors.RootMeanSquaredError, errors.R2),
            (Metrics.MeanAbsoluteError(Copying(), data), Metrics.RootMeanSquaredError(Copying(), data), Metrics.R2(Copying(), data)));
    }

    [Fact]
    public void Exact_outputs_have_no_error_and_the_mean_of_the_targets_has_R2_zero()
    {
        double[] targets = LinearNetwork<double>.Numbers(3, 1200);
        var exact = new Dataset<double>(Enumerable.Range(0, 1800).Select(i => i % 3 == 2 ? 0 : targets[i / 3 * 2 + i % 3]).ToArray(), targets, 3, 2);
        Assert.Equal(new RegressionErrors { R2 = 1 }, Metrics.Regression(Copying(), exact));

        double[] means = [targets.Where((_, i) => i % 2 == 0).Average(), targets.Where((_, i) => i % 2 == 1).Average()];
        var mean = new Dataset<double>(Enumerable.Range(0, 1800).Select(i => i % 3 == 2 ? 0 : means[i % 3]).ToArray(), targets, 3, 2);
        RegressionErrors errors = Metrics.Regression(Copying(), mean);
        Assert.Equal(0, errors.R2, 1e-12);
        Assert.Equal(Math.Sqrt(targets.Select((d, i) => (d - means[i % 2]) * (d - means[i % 2])).Average()), errors.RootMeanSquaredError, 1e-12);
        Assert.Equal(targets.Select((d, i) => Math.Abs(d - means[i % 2])).Average(), errors.MeanAbsoluteError, 1e-12);
    }

    [Fact]
    public void A_stream_gives_what_the_data_set_gives()
    {
        var data = new Dataset<double>(LinearNetwork<double>.Numbers(1, 1200), LinearNetwork<double>.Numbers(2, 800), 3, 2);
        DataStream<double> stream = DataStream.FromRows(
            Enumerable.Range(0, data.Count).Select(row => ((ReadOnlyMemory<double>)data.Input(row).ToArray(), (ReadOnlyMemory<double>)data.Target(row).ToArray())), 3, 2);
        Assert.Equal(Metrics.Regression(Copying(), data), Metrics.Regression(Copying(), stream));
    }

    [Fact]
    public void Where_there_is_no_error_to_tell_it_is_NaN()
    {
        var constant = new Dataset<double>(new double[] { 1, 2 }, new double[] { 5, 5 }, 1, 1);
        Assert.Equal((3.5, true), (Metrics.MeanAbsoluteError(new IdentityNetwork(), constant), double.IsNaN(Metrics.R2(new IdentityNetwork(), constant))));

        var diverged = new Dataset<double>(new[] { double.NaN, 2 }, new double[] { 5, 6 }, 1, 1);
        RegressionErrors errors = Metrics.Regression(new IdentityNetwork(), diverged);
        Assert.True(double.IsNaN(errors.MeanAbsoluteError) && double.IsNaN(errors.RootMeanSquaredError) && double.IsNaN(errors.R2));

        Assert.Contains("Row 1 has NaN", Assert.Throws<ArgumentException>(
            () => Metrics.R2(new IdentityNetwork(), new Dataset<double>(new double[2], new[] { 1, double.NaN }, 1, 1))).Message, StringComparison.Ordinal);
    }
}
