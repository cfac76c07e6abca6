using System;
using System.Linq;

namespace GenNet.Tests.Evaluations;

public class ClassificationTests
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

    /// <summary>Rows of random outputs, in which equal numbers are frequent, and of random classes.</summary>
    private static Dataset<float> RandomRows(int rows)
    {
        var random = new RandomStream(5);
        float[] outputs = [.. Enumerable.Range(0, 5 * rows).Select(_ => (float)random.NextInt(4))];
        int[] labels = [.. Enumerable.Range(0, rows).Select(_ => random.NextInt(5))];
        return new Dataset<float>(outputs, OneHot.Encode<float>(labels, 5), 5, 5);
    }

    private static DataStream<float> Stream(Dataset<float> data) => DataStream.FromRows(
        Enumerable.Range(0, data.Count).Select(row => ((ReadOnlyMemory<float>)data.Input(row).ToArray(), (ReadOnlyMemory<float>)data.Target(row).ToArray())),
        data.InputSize, data.TargetSize);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(5)]
    public void Top_k_is_what_sorting_the_outputs_says(int k)
    {
        Dataset<float> data = RandomRows(700);
        int expected = Enumerable.Range(0, data.Count).Count(row =>
        {
            float[] outputs = data.Input(row).ToArray();
            return Enumerable.Range(0, 5).OrderByDescending(i => outputs[i]).Take(k).Contains(OneHot.Decode(data.Target(row)));
        });

        Assert.Equal(expected / 700.0, Metrics.TopK(new CopyNetwork(), data, k));
        Assert.Equal(expected / 700.0, Metrics.TopK(new CopyNetwork(), Stream(data), k));
        if (k == 1)
            Assert.Equal(expected / 700.0, Metrics.Accuracy(new CopyNetwork(), data));
        if (k == 5)
            Assert.Equal(1, expected / 700.0);
    }

    [Fact]
    public void Top_k_counts_a_row_with_NaN_as_wrong_and_refuses_unusable_k()
    {
        var data = new Dataset<float>(new[] { 1f, 2, float.NaN, 0, 0, 1, 2, 3, 4, 5 }, OneHot.Encode<float>([1, 3], 5), 5, 5);
        Assert.Equal(0.5, Metrics.TopK(new CopyNetwork(), data, 5));
        Assert.Contains("k must be 1 to 5", Assert.Throws<ArgumentOutOfRangeException>(() => Metrics.TopK(new CopyNetwork(), data, 6)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Metrics.TopK(new CopyNetwork(), data, 0));
        Assert.Contains("single output", Assert.Throws<ArgumentException>(() => Metrics.TopK(new IdentityNetwork(), new Dataset<double>(new double[1], new double[1], 1, 1), 1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stream_gives_what_the_data_set_gives()
    {
        Dataset<float> data = RandomRows(513);
        Assert.Equal(Metrics.Accuracy(new CopyNetwork(), data), Metrics.Accuracy(new CopyNetwork(), Stream(data)));
        Assert.Equal(Metrics.Confusion(new CopyNetwork(), data).ToString(), Metrics.Confusion(new CopyNetwork(), Stream(data)).ToString());
        Assert.Contains("no rows", Assert.Throws<ArgumentException>(() => Metrics.Accuracy(new CopyNetwork(), DataStream.FromRows<float>([], 5, 5))).Message, StringComparison.Ordinal);
        Assert.Contains("the data stream has 1 and 5", Assert.Throws<ArgumentException>(() => Metrics.Accuracy(new CopyNetwork(), DataStream.FromRows<float>([], 1, 5))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Data_of_another_size_are_refused() =>
        Assert.Throws<ArgumentException>(() => Metrics.Accuracy(Copying(), new Dataset<float>(new float[3], new float[3], 3, 3)));
}
