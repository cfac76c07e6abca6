using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace GenNet.Docs.Tests.Code;

/// <summary>Lines that a page quotes, with gaps where <c>...</c> stands.</summary>
internal static partial class Excerpt
{
    private const string Gap = "...";
    private const double Tolerance = 0.1;

    /// <summary>The first run of quoted lines that the text does not have behind the runs before it, or null.</summary>
    /// <param name="text">The whole.</param>
    /// <param name="quoted">The excerpt.</param>
    /// <param name="same">Whether two lines without their indentation are the same.</param>
    public static string? Missing(string text, string quoted, Func<string, string, bool> same)
    {
        string[] lines = Lines(text).ToArray();
        int from = 0;
        foreach (string[] run in Runs(quoted))
        {
            int at = from;
            while (at + run.Length <= lines.Length && !run.Zip(lines.Skip(at), same).All(fits => fits))
                at++;
            if (at + run.Length > lines.Length)
                return string.Join('\n', run);
            from = at + run.Length;
        }

        return null;
    }

    /// <summary>Lines that are equal.</summary>
    public static bool Exactly(string quoted, string line) => quoted == line;

    /// <summary>Lines that are equal but for a tenth of each number.</summary>
    public static bool Nearly(string quoted, string line) =>
        Number().Replace(quoted, "#") == Number().Replace(line, "#") && Number().Matches(quoted).Zip(Number().Matches(line), (a, b) => Near(a.Value, b.Value)).All(near => near);

    /// <summary>Lines that are equal but for what stands where the quoted one has a gap, and for the separators of paths.</summary>
    public static bool WithGaps(string quoted, string line) =>
        Regex.IsMatch(line.Replace('\\', '/'), $"^{Regex.Escape(quoted).Replace(Regex.Escape(Gap), ".*", StringComparison.Ordinal)}$");

    private static bool Near(string a, string b)
    {
        double x = double.Parse(a, CultureInfo.InvariantCulture), y = double.Parse(b, CultureInfo.InvariantCulture);
        return Math.Abs(x - y) <= Tolerance * Math.Max(Math.Abs(x), Math.Abs(y));
    }

    private static IEnumerable<string> Lines(string text) => text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0);

    private static IEnumerable<string[]> Runs(string quoted)
    {
        List<string> run = [];
        foreach (string line in Lines(quoted))
        {
            if (line == Gap)
            {
                yield return run.ToArray();
                run.Clear();
            }
            else
            {
                run.Add(line);
            }
        }

        yield return run.ToArray();
    }

    [GeneratedRegex(@"(?<![\w.])[-+]?\d+(,\d{3})*(\.\d+)?([eE][-+]?\d+)?(?!\w)")]
    private static partial Regex Number();
}
