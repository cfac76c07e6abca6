using System.Collections.Generic;
using System.Linq;
using Samples;

namespace CharacterModel;

/// <summary>Bits per character of the part that is held out, by what a network has seen.</summary>
internal static class Picture
{
    /// <summary>Writes the picture.</summary>
    /// <param name="path">The file; its folder is created where it is missing.</param>
    /// <param name="curves">Of each network.</param>
    /// <param name="seed">Of the run, for the title.</param>
    public static void Save(string path, IReadOnlyList<LearningCurve> curves, int seed)
    {
        var chart = new SvgChart($"The next character of a text, on a part that is held out (seed {seed})", "millions of characters seen", "bits per character");
        foreach (LearningCurve curve in curves)
            chart.Path($"{curve.Name}, {curve.Parameters / 1000}k", [.. curve.Points.Select(point => point.Characters / 1e6)], [.. curve.Points.Select(point => point.Bits)]);
        chart.Save(path);
    }
}
