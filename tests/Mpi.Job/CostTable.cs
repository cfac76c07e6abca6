using System;
using System.Collections.Generic;
using System.Linq;
using Samples;

namespace GenNet.Mpi.Job;

/// <summary>What the model of cost predicts, as a table and as a picture.</summary>
internal static class CostTable
{
    /// <summary>The rows of each rank, or those of the whole batch.</summary>
    private const int RowsOfRank = 128, RowsOfBatch = 4096;

    private static readonly int[] Ranks = [.. Enumerable.Range(1, 10).Select(power => 1 << power)];

    private static readonly Link[] Links = [CostModel.Memory, CostModel.Ethernet, CostModel.InfiniBand];

    /// <summary>The table in Markdown: how many times the samples a second of one rank, first with so many rows a rank, then with so many in all.</summary>
    public static IEnumerable<string> Lines()
    {
        yield return $"| ranks |{string.Concat(Links.Select(link => $" {RowsOfRank} rows a rank, {link.Name} |"))}{string.Concat(Links.Select(link => $" {RowsOfBatch} rows in all, {link.Name} |"))}";
        yield return $"|---:|{string.Concat(Enumerable.Repeat("---:|", 2 * Links.Length))}";
        foreach (int ranks in Ranks)
        {
            IEnumerable<double> values = [.. Links.Select(link => Weak(ranks, link)), .. Links.Select(link => Strong(ranks, link))];
            yield return $"| {ranks} |{string.Concat(values.Select(value => FormattableString.Invariant($" {value:0.0} |")))}";
        }
    }

    /// <summary>Where more ranks no longer make a batch of so many rows faster.</summary>
    public static IEnumerable<string> Ends() => Links.Select(link => $"- {link.Name}: {Enumerable.Range(1, RowsOfBatch).MaxBy(ranks => Strong(ranks, link))} ranks");

    /// <summary>Writes the picture.</summary>
    public static void Save(string path)
    {
        var weak = new SvgChart($"{RowsOfRank} rows a rank", "ranks", "times the samples a second of one rank") { LogX = true, LogY = true };
        var strong = new SvgChart($"{RowsOfBatch} rows in all", "ranks", "times the samples a second of one rank") { LogX = true, LogY = true };
        double[] ranks = [1, .. Ranks.Select(number => (double)number)];
        weak.Line("as many times as ranks", ranks, ranks, "#999999", dashed: true);
        strong.Line("as many times as ranks", ranks, ranks, "#999999", dashed: true);
        foreach (Link link in Links)
        {
            weak.Line(link.Name, ranks, [.. ranks.Select(number => Weak((int)number, link))]);
            strong.Line(link.Name, ranks, [.. ranks.Select(number => Strong((int)number, link))]);
        }

        SvgFigure.Save(path, [weak, strong], 2, 700, 380);
    }

    private static double Weak(int ranks, Link link) => CostModel.Measured.SpeedUp(ranks, RowsOfRank, link);

    private static double Strong(int ranks, Link link) =>
        CostModel.Measured.Step(1, RowsOfBatch, link) / CostModel.Measured.Step(ranks, (double)RowsOfBatch / ranks, link);
}
