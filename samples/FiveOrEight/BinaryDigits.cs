using System.Linq;
using GenNet;

namespace FiveOrEight;

/// <summary>Two digits out of ten as a question with one answer.</summary>
internal static class BinaryDigits
{
    /// <summary>The rows of two digits: target 0 for the first, 1 for the second.</summary>
    public static Dataset<float> Of(Dataset<float> digits, int zero, int one)
    {
        int[] labels = [.. Enumerable.Range(0, digits.Count).Select(row => OneHot.Decode(digits.Target(row)))];
        int[] rows = [.. Enumerable.Range(0, digits.Count).Where(row => labels[row] == zero || labels[row] == one)];
        Dataset<float> chosen = digits.Select(rows);
        float[] targets = [.. rows.Select(row => labels[row] == one ? 1f : 0f)];
        return new Dataset<float>(chosen.Inputs.ToArray(), targets, digits.InputSize, 1) { ClassNames = [$"{zero}", $"{one}"] };
    }
}
