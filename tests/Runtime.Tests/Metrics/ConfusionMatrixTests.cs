using System;
using System.IO;
using System.Linq;

namespace GenNet.Tests.Evaluations;

public class ConfusionMatrixTests
{
    private static ConfusionMatrix Of(int classes, int[] actual, int[] predicted)
    {
        var matrix = new ConfusionMatrix(classes);
        for (int i = 0; i < actual.Length; i++)
            matrix.Add(actual[i], predicted[i]);
        return matrix;
    }

    [Fact]
    public void Scores_of_two_classes_are_those_computed_by_hand()
    {
        // Class 1: 3 found of 4, and 2 of the 6 others taken for it.
        ConfusionMatrix matrix = Of(2, [1, 1, 1, 1, 0, 0, 0, 0, 0, 0], [1, 1, 1, 0, 1, 1, 0, 0, 0, 0]);

        Assert.Equal((4, 2, 1, 3), (matrix[0, 0], matrix[0, 1], matrix[1, 0], matrix[1, 1]));
        Assert.Equal((0.6, 0.75), (matrix.Precision(1), matrix.Recall(1)));
        Assert.Equal(2 * 0.6 * 0.75 / (0.6 + 0.75), matrix.F1(1), 1e-15);
        Assert.Equal((0.8, 4 / 6.0), (matrix.Precision(0), matrix.Recall(0)));
        Assert.Equal((0.7, (0.8 + 0.6) / 2), (matrix.Accuracy, matrix.MacroPrecision));
        Assert.Equal((10, 6, 4), (matrix.Count, matrix.Support(0), matrix.Support(1)));
    }

    /// <summary>The example of scikit-learn's documentation: macro precision 0.22, recall 0.33, F1 0.26.</summary>
    [Fact]
    public void Macro_averages_are_those_of_scikit_learn()
    {
        ConfusionMatrix matrix = Of(3, [0, 1, 2, 0, 1, 2], [0, 2, 1, 0, 0, 1]);
        Assert.Equal(2 / 9.0, matrix.MacroPrecision, 1e-15);
        Assert.Equal(1 / 3.0, matrix.MacroRecall, 1e-15);
        Assert.Equal(0.8 / 3, matrix.MacroF1, 1e-15);
    }

    [Fact]
    public void Classes_without_rows_have_no_scores_and_those_that_do_not_occur_are_left_out_of_the_means()
    {
        // Class 1 has rows but is never predicted; 2 is predicted but has none; 3 does not occur.
        ConfusionMatrix matrix = Of(4, [0, 0, 1], [0, 2, 0]);

        Assert.True(double.IsNaN(matrix.Precision(1)) && double.IsNaN(matrix.Recall(2)));
        Assert.True(double.IsNaN(matrix.Precision(3)) && double.IsNaN(matrix.Recall(3)) && double.IsNaN(matrix.F1(3)));
        Assert.Equal((0, 0, 0), (matrix.Recall(1), matrix.Precision(2), matrix.F1(1)));
        Assert.Equal((0.5 / 3, 0.5 / 3, 0.5 / 3), (matrix.MacroPrecision, matrix.MacroRecall, matrix.MacroF1));
        Assert.True(double.IsNaN(new ConfusionMatrix(2).Accuracy) && double.IsNaN(new ConfusionMatrix(2).MacroF1));
    }

    [Fact]
    public void For_random_counts_the_scores_agree_with_each_other()
    {
        var random = new RandomStream(1);
        for (int run = 0; run < 50; run++)
        {
            int classes = 2 + random.NextInt(5), rows = 1 + random.NextInt(60);
            int[] actual = [.. Enumerable.Range(0, rows).Select(_ => random.NextInt(classes))];
            int[] predicted = [.. Enumerable.Range(0, rows).Select(_ => random.NextInt(classes + 1) - 1)];
            ConfusionMatrix matrix = Of(classes, actual, predicted);
            int[] labels = [.. Enumerable.Range(0, classes)];

            Assert.Equal(rows, labels.Sum(matrix.Support));
            Assert.Equal(actual.Zip(predicted).Count(pair => pair.First == pair.Second) / (double)rows, matrix.Accuracy);
            Assert.Equal(matrix.Accuracy, labels.Where(i => matrix.Support(i) > 0).Sum(i => matrix.Recall(i) * matrix.Support(i)) / rows, 1e-12);
            foreach (int i in labels.Where(i => matrix.Precision(i) > 0))
                Assert.Equal(2 / (1 / matrix.Precision(i) + 1 / matrix.Recall(i)), matrix.F1(i), 1e-12);
        }
    }

    [Fact]
    public void The_table_has_the_names_of_the_classes()
    {
        var matrix = new ConfusionMatrix(["cat", "a name of more than sixteen", "dog"]);
        foreach ((int actual, int predicted) in new[] { (0, 0), (0, 0), (0, 1), (1, 1), (2, 0), (2, -1) })
            matrix.Add(actual, predicted);
        const string Expected = """
            actual \ predicted  cat  a name of mor...  dog    none   precision  recall      F1
            cat                   2                 1    0       0      0.6667  0.6667  0.6667
            a name of mor...      0                 1    0       0      0.5000  1.0000  0.6667
            dog                   1                 0    0       1         NaN  0.0000  0.0000
            macro average                                               0.3889  0.5556  0.4444
            accuracy 0.5000 of 6 rows
            """;
        Assert.Equal(Expected, matrix.ToString());
    }

    [Fact]
    public void Of_a_network_the_names_are_those_of_the_data()
    {
        Dataset<double> data = Dataset.FromCsv<double>(new StringReader("x,y\n0.2,0\n0.7,1\n0.6,0\n0.5,1"), new CsvOptions { Targets = ["y"] });
        ConfusionMatrix matrix = Metrics.Confusion(new IdentityNetwork(), data);
        Assert.Equal((1, 1, 0, 2), (matrix[0, 0], matrix[0, 1], matrix[1, 0], matrix[1, 1]));
        Assert.Equal(["0", "1"], matrix.ClassNames);

        Dataset<float> named = Dataset.FromCsv(new StringReader("1,0,0,0,0,b\n0,0,0,7,0,d\n"), new CsvOptions { Header = false, Label = ^1, Classes = ["a", "b", "c", "d", "e"] });
        Assert.Equal(["a", "b", "c", "d", "e"], Metrics.Confusion(new CopyNetwork(), named).ClassNames);
        Assert.Equal((1, 1), (Metrics.Confusion(new CopyNetwork(), named)[1, 0], Metrics.Confusion(new CopyNetwork(), named)[3, 3]));
    }

    [Fact]
    public void Outputs_with_NaN_are_of_no_class_and_targets_with_NaN_are_refused()
    {
        ConfusionMatrix matrix = Metrics.Confusion(new IdentityNetwork(), new Dataset<double>(new[] { double.NaN, 1 }, new double[] { 1, 1 }, 1, 1));
        Assert.Equal((1, 2, 0.5, 0.5), (matrix.Unclassified(1), matrix.Count, matrix.Recall(1), matrix.Accuracy));
        Assert.Contains("row 1", Assert.Throws<ArgumentException>(
            () => Metrics.Confusion(new IdentityNetwork(), new Dataset<double>(new double[2], new[] { 1, double.NaN }, 1, 1))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_classes_are_refused_and_count_nothing()
    {
        var matrix = new ConfusionMatrix(2);
        Assert.Contains("Classes are 0 to 1", Assert.Throws<ArgumentOutOfRangeException>(() => matrix.Add(2, 0)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => matrix.Add(0, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => matrix.Add(0, -2));
        Assert.Throws<ArgumentOutOfRangeException>(() => matrix.Add(-1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => matrix.Precision(2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConfusionMatrix(1));
        Assert.Equal(0, matrix.Count);
    }
}
