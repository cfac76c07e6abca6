using System;
using System.Linq;

namespace GenNet.Tests.Data;

public class DatasetTests
{
    [Fact]
    public void Rows_may_be_written_in_place()
    {
        var data = new Dataset<float>([0, 1, 1, 0], [1, 1], inputSize: 2, targetSize: 1);
        Assert.Equal((2, 2, 1), (data.Count, data.InputSize, data.TargetSize));
        Assert.Equal([1f, 0], data.Input(1).ToArray());
    }

    // Row r: inputs 10r, 10r + 1; target -r.
    private static Dataset<float> Numbered(int count) => new(
        Enumerable.Range(0, count).SelectMany(r => new[] { 10f * r, 10f * r + 1 }).ToArray(),
        Enumerable.Range(0, count).Select(r => -(float)r).ToArray(), 2, 1);

    private static int[] Rows(Dataset<float> data) => data.Targets.ToArray().Select(target => (int)-target).ToArray();

    [Fact]
    public void Rows_are_found_where_they_stand()
    {
        Dataset<float> data = Numbered(4);

        Assert.Equal((4, 2, 1), (data.Count, data.InputSize, data.TargetSize));
        Assert.Equal([20f, 21f], data.Input(2).ToArray());
        Assert.Equal([-3f], data.Target(3).ToArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => data.Input(4).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => data.Target(-1).Length);
    }

    [Theory]
    [InlineData(5, 2, 2, 1, "whole rows of 2, got 5")]
    [InlineData(6, 2, 3, 2, "whole rows of 2, got 3")]
    [InlineData(6, 2, 2, 1, "3 rows of inputs (6 / 2) but 2 rows of targets (2 / 1)")]
    [InlineData(0, 2, 0, 1, "at least one row")]
    public void Arrays_that_are_no_data_set_are_refused(int inputs, int inputSize, int targets, int targetSize, string message)
    {
        var error = Assert.Throws<ArgumentException>(() => new Dataset<double>(new double[inputs], new double[targets], inputSize, targetSize));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, -1)]
    public void Sizes_below_one_are_refused(int inputSize, int targetSize) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Dataset<float>(new float[4], new float[4], inputSize, targetSize));

    [Fact]
    public void Gather_copies_rows_in_the_order_of_the_indices_without_allocating()
    {
        Dataset<float> data = Numbered(5);
        int[] rows = [4, 0, 4];
        var inputs = new float[6];
        var targets = new float[3];
        data.Gather(rows, inputs, targets);

        long before = GC.GetAllocatedBytesForCurrentThread();
        data.Gather(rows, inputs, targets);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal([40f, 41f, 0f, 1f, 40f, 41f], inputs);
        Assert.Equal([-4f, 0f, -4f], targets);
        Assert.Equal(0, allocated);
    }

    [Fact]
    public void Gather_refuses_unknown_rows_and_buffers_of_another_length()
    {
        Dataset<float> data = Numbered(3);
        Assert.Contains("0 to 2, got 3 at position 1", Assert.Throws<ArgumentOutOfRangeException>(() => data.Gather([0, 3], new float[4], new float[2])).Message, StringComparison.Ordinal);
        Assert.Equal("inputs", Assert.Throws<ArgumentException>(() => data.Gather([0, 1], new float[3], new float[2])).ParamName);
        Assert.Equal("targets", Assert.Throws<ArgumentException>(() => data.Gather([0, 1], new float[4], new float[3])).ParamName);
    }

    [Fact]
    public void Take_and_Split_share_rows_in_order()
    {
        Dataset<float> data = Numbered(5);
        (Dataset<float> first, Dataset<float> second) = data.Split(3);

        Assert.Equal([0, 1], Rows(data.Take(2)));
        Assert.Equal([0, 1, 2], Rows(first));
        Assert.Equal([3, 4], Rows(second));
        Assert.Equal([30f, 31f], second.Input(0).ToArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => data.Take(6));
        Assert.Throws<ArgumentOutOfRangeException>(() => data.Take(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => data.Split(5));
    }

    [Fact]
    public void A_random_split_keeps_every_row_once_and_depends_on_the_seed()
    {
        Dataset<float> data = Numbered(50);
        (Dataset<float> first, Dataset<float> second) = data.Split(0.8, seed: 3);
        (Dataset<float> again, _) = data.Split(0.8, seed: 3);
        (Dataset<float> other, _) = data.Split(0.8, seed: 4);

        Assert.Equal(40, first.Count);
        Assert.Equal(Enumerable.Range(0, 50), Rows(first).Concat(Rows(second)).Order());
        Assert.Equal(Rows(first), Rows(again));
        Assert.NotEqual(Rows(first), Rows(other));
        Assert.Equal(10f * Rows(first)[7], first.Input(7)[0]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void A_split_that_leaves_a_part_empty_is_refused(double fraction) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Numbered(4).Split(fraction, seed: 1));

    [Fact]
    public void Names_are_as_many_as_there_are_inputs_and_classes()
    {
        var data = new Dataset<float>(new float[4], new float[2], 2, 1) { InputNames = ["a", "b"], ClassNames = ["no", "yes"] };
        Assert.Equal(["no", "yes"], data.Take(1).ClassNames);
        Assert.Equal(["a", "b"], data.Take(1).InputNames);
        Assert.Contains("2 inputs need 2 names or none, got 1", Assert.Throws<ArgumentException>(() => new Dataset<float>(new float[4], new float[2], 2, 1) { InputNames = ["a"] }).Message, StringComparison.Ordinal);
        Assert.Contains("need 2 class names or none, got 3", Assert.Throws<ArgumentException>(() => new Dataset<float>(new float[4], new float[4], 2, 2) { ClassNames = ["a", "b", "c"] }).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OneHot_marks_the_label() =>
        Assert.Equal([0f, 0f, 1f, 1f, 0f, 0f], OneHot.Encode<float>([2, 0], 3));

    [Theory]
    [InlineData(3)]
    [InlineData(-1)]
    public void OneHot_refuses_a_label_that_is_no_class(int label)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => OneHot.Encode<double>([0, label], 3));
        Assert.Contains($"Labels are 0 to 2, got {label} at row 1", error.Message, StringComparison.Ordinal);
    }
}
