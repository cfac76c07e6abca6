using System;
using System.Collections.Generic;
using System.Linq;

namespace GenNet.Tests.Data;

public class SplitTests
{
    /// <summary>Rows of random classes; the input of a row is its number.</summary>
    private static Dataset<float> Random(int rows, int classes, int seed)
    {
        var random = new RandomStream((ulong)seed);

        // The larger of two: low classes are rare.
        int[] labels = [.. Enumerable.Range(0, rows).Select(_ => Math.Max(random.NextInt(classes), random.NextInt(classes)))];
        float[] targets = classes == 2 ? [.. labels.Select(label => (float)label)] : OneHot.Encode<float>(labels, classes);
        return new Dataset<float>(Enumerable.Range(0, rows).Select(i => (float)i).ToArray(), targets, 1, classes == 2 ? 1 : classes);
    }

    private static int[] Rows(Dataset<float> data) => [.. data.Inputs.ToArray().Select(x => (int)x)];

    private static int[] Counts(Dataset<float> data, int classes)
    {
        var counts = new int[classes];
        for (int row = 0; row < data.Count; row++)
            counts[OneHot.Decode(data.Target(row))]++;
        return counts;
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(10)]
    public void A_stratified_split_keeps_every_row_once_and_the_shares_to_within_one_row(int classes)
    {
        for (int seed = 0; seed < 100; seed++)
        {
            int rows = 2 + 3 * seed;
            double fraction = (seed % 19 + 1) / 20.0;
            Dataset<float> data = Random(rows, classes, seed);
            (Dataset<float> first, Dataset<float> second) = data.SplitStratified(fraction, seed);

            Assert.Equal(Enumerable.Range(0, rows), Rows(first).Concat(Rows(second)).Order());
            Assert.Equal(Math.Clamp((int)Math.Round(fraction * rows), 1, rows - 1), first.Count);
            Assert.All(Counts(data, classes).Zip(Counts(first, classes)), pair => Assert.InRange(pair.Second - fraction * pair.First, -1, 1));
            Assert.All(Rows(first), row => Assert.Equal(data.Target(row).ToArray(), first.Target(Array.IndexOf(Rows(first), row)).ToArray()));
        }
    }

    [Fact]
    public void A_stratified_split_depends_on_the_seed()
    {
        Dataset<float> data = Random(60, 3, seed: 1);
        Assert.Equal(Rows(data.SplitStratified(0.5, 7).First), Rows(data.SplitStratified(0.5, 7).First));
        Assert.NotEqual(Rows(data.SplitStratified(0.5, 7).First).Order(), Rows(data.SplitStratified(0.5, 8).First).Order());

        // Not sorted by class: a fit without shuffling would see one class after the other.
        int[] classes = [.. Rows(data.SplitStratified(0.5, 7).First).Select(row => OneHot.Decode(data.Target(row)))];
        Assert.NotEqual(classes.Order(), classes);
    }

    [Fact]
    public void Targets_that_are_no_classes_cannot_be_stratified()
    {
        static string Message(float[] targets, int size) => Assert.Throws<InvalidOperationException>(
            () => new Dataset<float>(new float[targets.Length / size], targets, 1, size).SplitStratified(0.5, 1)).Message;
        Assert.Contains("found [0.5] in row 1", Message([1, 0.5f], 1), StringComparison.Ordinal);
        Assert.Contains("found [1, 1] in row 1", Message([1, 0, 1, 1], 2), StringComparison.Ordinal);
        Assert.Contains("found [0, 0] in row 0", Message([0, 0, 1, 0], 2), StringComparison.Ordinal);
        Assert.Contains("found [NaN, 1] in row 0", Message([float.NaN, 1, 1, 0], 2), StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Random(10, 2, 1).SplitStratified(1, 1));
        Assert.Throws<InvalidOperationException>(() => Random(1, 2, 1).SplitStratified(0.5, 1));
    }

    [Theory]
    [InlineData(23, 5, false)]
    [InlineData(23, 5, true)]
    [InlineData(4, 4, true)]
    [InlineData(100, 2, true)]
    public void Folds_have_every_row_once_and_equal_sizes(int rows, int count, bool stratified)
    {
        Dataset<float> data = Random(rows, 3, seed: 5);
        List<(Dataset<float> Train, Dataset<float> Validation)> folds = [.. data.Folds(count, seed: 2, stratified)];

        Assert.Equal(count, folds.Count);
        Assert.Equal(Enumerable.Range(0, rows), folds.SelectMany(fold => Rows(fold.Validation)).Order());
        Assert.All(folds, fold => Assert.Equal(Enumerable.Range(0, rows), Rows(fold.Train).Concat(Rows(fold.Validation)).Order()));
        Assert.True(folds.Max(fold => fold.Validation.Count) - folds.Min(fold => fold.Validation.Count) <= 1);
        if (!stratified)
            return;
        int[][] counts = [.. folds.Select(fold => Counts(fold.Validation, 3))];
        for (int label = 0; label < 3; label++)
            Assert.True(counts.Max(c => c[label]) - counts.Min(c => c[label]) <= 1);
    }

    [Fact]
    public void Folds_are_refused_at_once_where_there_cannot_be_so_many()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Random(3, 2, 1).Folds(4, seed: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Random(3, 2, 1).Folds(1, seed: 1));
    }

    [Fact]
    public void A_decoded_row_is_its_class()
    {
        Assert.Equal(2, OneHot.Decode([0f, 1, 3, 3]));
        Assert.Equal([1, 0, -1], new[] { 0.5, 0.49, double.NaN }.Select(p => OneHot.Decode([p])));
        Assert.Equal(-1, OneHot.Decode([5f, float.NaN]));
        Assert.Throws<ArgumentException>(() => OneHot.Decode<float>([]));
    }
}
