using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Numerics;
using System.Text;

namespace GenNet;

/// <summary>
/// How often each class was taken for each: rows are the actual classes, columns the predicted ones. A network whose outputs
/// contain NaN predicts no class; such rows count for recall and accuracy, as wrong.
/// </summary>
public sealed class ConfusionMatrix
{
    private const int NameWidth = 16;

    private readonly long[] _counts;
    private readonly long[] _unclassified;

    /// <summary>An empty matrix for classes that are called 0, 1, ...</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than two classes.</exception>
    public ConfusionMatrix(int classes)
        : this([.. Enumerable.Range(0, Math.Max(0, classes)).Select(label => label.ToString(CultureInfo.InvariantCulture))])
    {
    }

    /// <summary>An empty matrix for classes of these names.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than two classes.</exception>
    public ConfusionMatrix(IReadOnlyList<string> classNames)
    {
        ArgumentNullException.ThrowIfNull(classNames);
        ArgumentOutOfRangeException.ThrowIfLessThan(classNames.Count, 2, nameof(classNames));
        ClassNames = [.. classNames];
        _counts = new long[checked(classNames.Count * classNames.Count)];
        _unclassified = new long[classNames.Count];
    }

    /// <summary>The number of classes.</summary>
    public int Classes => ClassNames.Length;

    /// <summary>What the classes are called.</summary>
    public ImmutableArray<string> ClassNames { get; }

    /// <summary>The rows that have been counted.</summary>
    public long Count { get; private set; }

    /// <summary>How often a class was predicted where another, or itself, was right.</summary>
    public long this[int actual, int predicted] => _counts[Index(actual, predicted)];

    /// <summary>The rows of a class for which no class was predicted.</summary>
    public long Unclassified(int actual) => _unclassified[Checked(actual, nameof(actual))];

    /// <summary>The rows of a class.</summary>
    public long Support(int actual) => Sum(predicted => this[actual, predicted]) + Unclassified(actual);

    /// <summary>The fraction of rows that are classified correctly; NaN without rows.</summary>
    public double Accuracy => Ratio(Sum(label => this[label, label]), Count);

    /// <summary>The mean precision of the classes that occur as actual or as predicted; one that was never predicted counts as 0.</summary>
    public double MacroPrecision => Macro(Precision);

    /// <summary>The mean recall of the classes that occur as actual or as predicted; one that has no rows counts as 0.</summary>
    public double MacroRecall => Macro(Recall);

    /// <summary>The mean F1 of the classes that occur as actual or as predicted.</summary>
    public double MacroF1 => Macro(F1);

    /// <summary>Of the rows that were predicted to be of a class, the fraction that is; NaN where it was never predicted.</summary>
    public double Precision(int label) => Ratio(this[label, label], Predicted(label));

    /// <summary>Of the rows of a class, the fraction that was predicted to be; NaN where it has no rows.</summary>
    public double Recall(int label) => Ratio(this[label, label], Support(label));

    /// <summary>The harmonic mean of precision and recall, 2 TP / (2 TP + FP + FN); NaN where the class does not occur at all.</summary>
    public double F1(int label) => Ratio(2 * this[label, label], Predicted(label) + Support(label));

    /// <summary>Counts a row.</summary>
    /// <param name="actual">The class of its target.</param>
    /// <param name="predicted">The class that the network gives it, or -1 for none.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public void Add(int actual, int predicted)
    {
        if (predicted == -1)
            _unclassified[Checked(actual, nameof(actual))]++;
        else
            _counts[Index(actual, predicted)]++;
        Count++;
    }

    /// <summary>The matrix as a table, with precision, recall and F1 of each class, their means and the accuracy.</summary>
    public override string ToString()
    {
        string[] names = [.. ClassNames.Select(name => name.Length <= NameWidth ? name : name[..(NameWidth - 3)] + "...")];
        const string Corner = "actual \\ predicted";
        int first = Math.Max(Corner.Length, names.Max(name => name.Length));
        int[] widths = [.. names.Select((name, i) => Math.Max(name.Length, Enumerable.Range(0, Classes).Max(actual => Text(this[actual, i]).Length)) + 2)];
        bool unclassified = _unclassified.Any(count => count > 0);

        var table = new StringBuilder(Corner.PadRight(first));
        for (int i = 0; i < Classes; i++)
            table.Append(names[i].PadLeft(widths[i]));
        table.Append(unclassified ? "    none" : "").Append("   precision  recall      F1\n");
        for (int actual = 0; actual < Classes; actual++)
        {
            table.Append(names[actual].PadRight(first));
            for (int i = 0; i < Classes; i++)
                table.Append(Text(this[actual, i]).PadLeft(widths[i]));
            if (unclassified)
                table.Append(Text(Unclassified(actual)).PadLeft(8));
            Scores(table, Precision(actual), Recall(actual), F1(actual));
        }

        table.Append("macro average".PadRight(first + widths.Sum() + (unclassified ? 8 : 0)));
        Scores(table, MacroPrecision, MacroRecall, MacroF1);
        return table.Append(CultureInfo.InvariantCulture, $"accuracy {Accuracy:F4} of {Count:N0} rows").ToString();
    }

    /// <summary>An empty matrix for a network of so many outputs: one output tells two classes apart.</summary>
    internal static ConfusionMatrix For(int outputSize, ImmutableArray<string> classNames)
    {
        int classes = Math.Max(2, outputSize);
        return classNames.Length == classes ? new ConfusionMatrix(classNames) : new ConfusionMatrix(classes);
    }

    /// <summary>Counts the rows of a block.</summary>
    /// <exception cref="ArgumentException">A target is NaN.</exception>
    internal void Add<T>(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, Labels labels)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < outputs.Length / labels.Size; i++)
        {
            if (labels.IsNone(targets, i))
                continue;
            int actual = labels.Label(targets, i);
            if (actual < 0)
                throw new ArgumentException($"The targets of row {Count} contain NaN, expected a class.", nameof(targets));
            Add(actual, labels.Predicted(outputs.Slice(i * labels.Size, labels.Size)));
        }
    }

    private static string Text(long count) => count.ToString(CultureInfo.InvariantCulture);

    private static void Scores(StringBuilder table, double precision, double recall, double f1) =>
        table.Append(CultureInfo.InvariantCulture, $"{precision,12:F4}{recall,8:F4}{f1,8:F4}\n");

    private static double Ratio(long part, long whole) => whole == 0 ? double.NaN : (double)part / whole;

    private long Predicted(int label) => Sum(actual => this[actual, label]);

    private long Sum(Func<int, long> count)
    {
        long sum = 0;
        for (int label = 0; label < Classes; label++)
            sum += count(label);
        return sum;
    }

    // As scikit-learn's macro average: over the classes that occur, with 0 for 0 / 0.
    private double Macro(Func<int, double> score)
    {
        int[] occurring = [.. Enumerable.Range(0, Classes).Where(label => Support(label) + Predicted(label) > 0)];
        return occurring.Length == 0 ? double.NaN : occurring.Average(label => double.IsNaN(score(label)) ? 0 : score(label));
    }

    private int Index(int actual, int predicted) => Checked(actual, nameof(actual)) * Classes + Checked(predicted, nameof(predicted));

    private int Checked(int label, string name) =>
        (uint)label < (uint)Classes ? label : throw new ArgumentOutOfRangeException(name, label, $"Classes are 0 to {Classes - 1}.");
}
