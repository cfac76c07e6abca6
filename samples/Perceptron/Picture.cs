using System.Collections.Generic;
using System.Linq;
using Samples;

namespace Perceptron;

/// <summary>The four points of each function and the lines that the units tried.</summary>
internal static class Picture
{
    private const string Zero = "#0072B2", One = "#D55E00", Last = "#222222";
    private const int EarlierLines = 12;
    private static readonly (double Low, double High) Range = (-1, 2);

    public static void Save(string path, Learning and, Learning or, Learning xor) => SvgFigure.Save(
        path, [OfLearned(and), OfLearned(or), OfCycle(xor), OfTwoLayers(and, or)], columns: 2, width: 480, height: 370, title: "A single threshold unit: AND, OR and XOR");

    private static SvgChart OfLearned(Learning learning)
    {
        SvgChart chart = Chart($"{learning.Function}: no mistake in epoch {learning.Epochs.Count}");
        AddEarlier(chart, [learning.Start, .. learning.Epochs.Take(learning.Epochs.Count - 1).Select(epoch => epoch.Line)], "earlier epochs");
        AddLine(chart, "last epoch", learning.Line, Last);
        return AddPoints(chart, learning.Targets);
    }

    /// <summary>Of XOR the lines of the round that repeats, one after each mistake.</summary>
    private static SvgChart OfCycle(Learning learning)
    {
        int from = learning.RepeatsEpoch ?? learning.Epochs.Count - 1;
        Line[] round = [.. learning.Epochs.Skip(from).SelectMany(epoch => epoch.Corrections).Distinct()];
        SvgChart chart = Chart(learning.RepeatsEpoch is null ? "XOR: the last epoch" : "XOR: the round that repeats for ever");
        AddEarlier(chart, round, "each mistake");
        return AddPoints(chart, learning.Targets);
    }

    private static SvgChart OfTwoLayers(Learning and, Learning or)
    {
        SvgChart chart = Chart("XOR with two layers: OR, but not AND");
        AddLine(chart, "OR unit", or.Line, "#009E73");
        AddLine(chart, "AND unit", and.Line, "#CC79A7");
        return AddPoints(chart, [0, 1, 1, 0]);
    }

    private static SvgChart Chart(string title) => new(title, "x1", "x2") { XRange = Range, YRange = Range };

    /// <summary>The first lines are light, the last dark.</summary>
    private static void AddEarlier(SvgChart chart, IReadOnlyList<Line> lines, string name)
    {
        Line[] shown = [.. lines.TakeLast(EarlierLines)];
        for (int i = 0; i < shown.Length; i++)
        {
            int shade = shown.Length == 1 ? 60 : 78 - 38 * i / (shown.Length - 1);
            AddLine(chart, i == shown.Length - 1 ? name : null, shown[i], $"hsl(0,0%,{shade}%)", dashed: true);
        }
    }

    private static void AddLine(SvgChart chart, string? name, Line line, string color, bool dashed = false)
    {
        (double[] x, double[] y) = line.Within(Range);
        chart.Line(name, x, y, color, dashed);
    }

    private static SvgChart AddPoints(SvgChart chart, float[] targets)
    {
        foreach ((float target, string color) in new[] { (0f, Zero), (1f, One) })
        {
            int[] rows = [.. Enumerable.Range(0, 4).Where(i => targets[i] == target)];
            chart.Points($"output {target}", [.. rows.Select(i => (double)Learning.Corners[2 * i])], [.. rows.Select(i => (double)Learning.Corners[2 * i + 1])], color, radius: 7);
        }

        return chart;
    }
}
