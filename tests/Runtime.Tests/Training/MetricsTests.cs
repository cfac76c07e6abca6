using System;
using System.Linq;

namespace GenNet.Tests.Training;

public class MetricsTests
{
    /// <summary>A network whose outputs are its first two inputs.</summary>
    private static LinearNetwork<float> Copying()
    {
        LinearNetwork<float> network = LinearNetwork<float>.Create();
        LinearNetwork<float>.Layout.Write<float>(network.Parameters, "0.weight", [1, 0, 0, 0, 1, 0]);
        return network;
    }

    [Fact]
    public void The_largest_output_is_the_class()
    {
        var data = new Dataset<float>(
            new[] { 2f, 1, 0, 1, 2, 0, 5, 4, 0, 3, 3, 0 },
            new[] { 1f, 0, 0, 1, 0, 1, 1, 0 }, 3, 2);
        Assert.Equal(0.75, Metrics.Accuracy(Copying(), data));
    }

    [Fact]
    public void Every_block_of_rows_counts()
    {
        // 601 rows are three blocks; the last row of each is wrong, and so is the first of all.
        int[] wrong = [0, 255, 511, 600];
        float[] inputs = Enumerable.Range(0, 601).SelectMany(row => new[] { 1f, 0, 0 }).ToArray();
        float[] targets = Enumerable.Range(0, 601).SelectMany(row => wrong.Contains(row) ? new[] { 0f, 1 } : new[] { 1f, 0 }).ToArray();
        Assert.Equal(597 / 601.0, Metrics.Accuracy(Copying(), new Dataset<float>(inputs, targets, 3, 2)));
    }

    [Fact]
    public void A_row_with_NaN_is_wrong()
    {
        // NaN compares false with everything, so that an argmax that ignores it would answer class 0.
        var data = new Dataset<float>(new[] { float.NaN, 1, 0, 2, 1, 0 }, new[] { 1f, 0, 1, 0 }, 3, 2);
        Assert.Equal(0.5, Metrics.Accuracy(Copying(), data));
    }

    [Fact]
    public void A_single_output_is_class_one_from_one_half_on()
    {
        var data = new Dataset<double>(new[] { 0.5, 0.49, 0.9, 0.1, double.NaN }, new double[] { 1, 0, 0, 1, 0 }, 1, 1);
        Assert.Equal(0.4, Metrics.Accuracy(new IdentityNetwork(), data));
    }

    [Fact]
    public void Data_of_another_size_are_refused() =>
        Assert.Throws<ArgumentException>(() => Metrics.Accuracy(Copying(), new Dataset<float>(new float[3], new float[3], 3, 3)));
}
