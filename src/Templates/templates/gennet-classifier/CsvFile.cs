using GenNet;

namespace PROJECT_NAMESPACE;

/// <summary>The rows of a file, if they are such that the network can take them.</summary>
internal static class CsvFile
{
    private const int LeastRows = 10;

    // For files with semicolons: Separator = ';'.
    private static readonly CsvOptions Format = new() { Separator = ',' };

    /// <summary>Numbers, and in the last column a class.</summary>
    public static Dataset<float> ReadClassified(string file)
    {
        Dataset<float> rows = Dataset.FromCsv(file, Format with { Label = ^1 });
        if (rows.InputNames.Contains("") || rows.InputNames.Distinct().Count() < rows.InputSize)
            throw new InvalidDataException($"{file}: the columns are called '{string.Join("', '", rows.InputNames)}': each needs a name of its own in the first line, by which predict finds it.");
        if (rows.TargetSize < 2)
            throw new InvalidDataException($"{file}: the last column has one class only, '{rows.ClassNames[0]}': there is nothing to learn from fewer than two.");
        string problems = "";
        if (rows.InputSize != Classifier.InputSize)
            problems += $"\n  There are {rows.InputSize} columns before the class, and the network takes {Classifier.InputSize}: write [Dense({rows.InputSize}, ...)] for the first layer.";
        if (rows.TargetSize != Classifier.OutputSize)
            problems += $"\n  There are {rows.TargetSize} classes ({List(rows.ClassNames)}), and the network knows {Classifier.OutputSize}: write [Dense({rows.TargetSize}, Activation.Softmax)] for the last layer.";
        if (problems.Length > 0)
            throw new InvalidDataException($"{file} does not fit the declaration in Classifier.cs:{problems}\n  Or name another file: train FILE.csv.");
        return rows.Count >= LeastRows
            ? rows
            : throw new InvalidDataException($"{file} has {rows.Count} rows, too few to train, validate and test: expected at least {LeastRows}.");
    }

    /// <summary>The columns that the network was trained on; where they stand, and what stands beside them, does not matter.</summary>
    /// <returns>[rows x columns].</returns>
    public static float[] ReadUnclassified(string file, IReadOnlyList<string> columns) => Dataset.InputsFromCsv(file, Format with { Inputs = [.. columns] });

    /// <summary>The first of many.</summary>
    public static string List(IReadOnlyList<string> names) => string.Join(", ", names.Take(10)) + (names.Count > 10 ? ", ..." : "");
}
