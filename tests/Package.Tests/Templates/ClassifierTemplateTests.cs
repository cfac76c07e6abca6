using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace GenNet.Package.Tests.Templates;

/// <summary>`dotnet new gennet-classifier`: on the data that come along, and on others.</summary>
public partial class ClassifierTemplateTests(PackedPackage package)
{
    [Fact]
    public void It_learns_its_example_and_predicts_natively_what_it_predicts_by_dotnet_run()
    {
        string elsewhere = package.NewFolder("fruit-elsewhere"), folder = package.NewFolder("Fruit");
        TemplateProject project = package.Templates.Create(folder, "gennet-classifier");
        ConsoleTemplateTests.Refused(project.Run("predict", "unknown.csv"), "Fruit.safetensors", "train first");
        string trained = project.RunBuilt().Clean();
        Assert.InRange(Accuracy(trained), 0.8, 1);
        Assert.Matches(@"actual \\ predicted +apple +lemon +plum", trained);

        string[] rows = File.ReadAllLines(Path.Combine(folder, "unknown.csv"));
        string predicted = project.RunBuilt("predict", "unknown.csv").Clean();
        Assert.Equal(rows.Length - 1, predicted.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.All(["apple", "lemon", "plum"], kind => Assert.Contains($"\t{kind}\t", predicted));

        project.Publish();
        File.Copy(Path.Combine(folder, "unknown.csv"), Path.Combine(elsewhere, "rows.csv"));
        Assert.Equal(Classes(predicted), Classes(project.RunNative(elsewhere, "predict", "rows.csv").Clean()));

        ConsoleTemplateTests.Refused(project.RunNative(elsewhere, "guess"), "usage: ");
        ConsoleTemplateTests.Refused(project.RunNative(elsewhere, "predict", "none.csv"), "none.csv");
        File.WriteAllText(project.SavedBesideNative, "damaged");
        ConsoleTemplateTests.Refused(project.RunNative(elsewhere, "predict", "rows.csv"), project.SavedBesideNative, "train again");
    }

    [Fact]
    public void It_learns_other_data_with_the_sizes_of_its_options_and_says_what_to_write_for_those_that_do_not_fit()
    {
        TemplateProject project = package.Templates.Create(package.NewFolder("Quadrants"), "gennet-classifier", "-fe", "2", "--classes", "4");
        project.Write("points.csv", Quadrants(label: true));
        Assert.InRange(Accuracy(project.Run("train", "points.csv").Clean()), 0.9, 1);
        project.Write("more.csv", Quadrants(label: false));
        string[] predicted = Classes(project.RunBuilt("predict", "more.csv").Clean());
        Assert.Equal(Quadrants(label: true).Split('\n').Skip(1).Count(line => line.Length > 0), predicted.Length);
        Assert.True(predicted.Zip(Quadrants(label: true).Split('\n').Skip(1)).Count(pair => pair.Second.EndsWith("," + pair.First, StringComparison.Ordinal)) > 0.9 * predicted.Length);

        Assert.Equal(predicted, Classes(project.RunBuilt("predict", "points.csv").Clean()));

        // Other columns and classes, too few rows, one class, and rows to predict with other columns.
        ConsoleTemplateTests.Refused(
            project.RunBuilt("train", "fruit.csv"), "Classifier.cs", "write [Dense(3, ...)] for the first layer", "3 classes (apple, lemon, plum)", "write [Dense(3, Activation.Softmax)] for the last layer");
        ConsoleTemplateTests.Refused(project.RunBuilt("predict", "unknown.csv"), "unknown.csv: there is no column 'x'", "'weight', 'diameter', 'colour'");
        project.Write("few.csv", "x,y,quadrant\n1,1,I\n-1,1,II\n-1,-1,III\n1,-1,IV\n");
        ConsoleTemplateTests.Refused(project.RunBuilt("train", "few.csv"), "few.csv has 4 rows");
        project.Write("one.csv", "x,y,quadrant\n1,1,I\n2,2,I\n");
        ConsoleTemplateTests.Refused(project.RunBuilt("train", "one.csv"), "one.csv: the last column has one class only, 'I'");
        project.Write("twins.csv", "x,x,quadrant\n1,1,I\n-1,1,II\n");
        ConsoleTemplateTests.Refused(project.RunBuilt("train", "twins.csv"), "twins.csv: the columns are called 'x', 'x'");
        project.Write("text.csv", "x,y,quadrant\n1,one,I\n");
        ConsoleTemplateTests.Refused(project.RunBuilt("train", "text.csv"), "text.csv: line 2, column 2 'y'");

        // What it says is enough.
        project.Change("Classifier.cs", "Dense(2, 16,", "Dense(3, 16,");
        project.Change("Classifier.cs", "Dense(4, Activation.Softmax)", "Dense(3, Activation.Softmax)");
        ConsoleTemplateTests.Refused(project.Run("predict", "unknown.csv"), "Quadrants.safetensors", "train again");
        Assert.InRange(Accuracy(project.RunBuilt("train", "fruit.csv").Clean()), 0.8, 1);
    }

    /// <summary>A grid of points, none of them on an axis, and the quadrant of each.</summary>
    private static string Quadrants(bool label) => (label ? "x,y,quadrant\n" : "x,y\n") + string.Concat(
        from x in Enumerable.Range(-10, 20)
        from y in Enumerable.Range(-10, 20)
        let quadrant = (x >= 0, y >= 0) switch { (true, true) => "I", (false, true) => "II", (false, false) => "III", _ => "IV" }
        select FormattableString.Invariant($"{x + 0.5},{y + 0.5}{(label ? "," + quadrant : "")}\n"));

    private static string[] Classes(string predicted) => [.. predicted.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')[1])];

    private static double Accuracy(string output) => double.Parse(AccuracyLine().Match(output).Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^test accuracy ([01]\.[0-9]{3})\r?$", RegexOptions.Multiline)]
    private static partial Regex AccuracyLine();
}
