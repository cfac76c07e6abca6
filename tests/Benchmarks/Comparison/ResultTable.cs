using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using GenNet.Benchmarks.Machine;
using Spectre.Console;

namespace GenNet.Benchmarks.Comparison;

/// <summary>The results for people: on a terminal, in a file, or as Markdown.</summary>
internal static class ResultTable
{
    private static readonly string[] Peers = ["PyTorch", "ONNX Runtime"];

    public static void Print(IAnsiConsole console, IReadOnlyList<Result> results, MachineLimits limits, bool markdown)
    {
        foreach (IGrouping<int, Result> group in results.GroupBy(result => result.Case.Threads))
        {
            console.WriteLine(group.Key == 1 ? "One thread" : $"{group.Key} threads");
            if (markdown)
                console.WriteLine();
            console.Write(Build([.. group], limits, markdown));
            console.WriteLine();
        }

        if (results.Any(RunsOnOneThread))
            console.WriteLine("* GenNet computes a single row on the thread that calls it: its time is that of one thread.");
    }

    private static Table Build(IReadOnlyList<Result> results, MachineLimits limits, bool markdown)
    {
        Table table = new Table().Border(markdown ? TableBorder.Markdown : TableBorder.Rounded);
        table.AddColumn("network").AddColumn("work");
        foreach (string header in (string[])["batch", "GenNet", "GFLOP/s", "of peak", "of read bandwidth"])
            table.AddColumn(header, column => column.RightAligned());
        foreach (string peer in Peers)
        {
            table.AddColumn(peer, column => column.RightAligned());
            table.AddColumn("ratio", column => column.RightAligned());
        }

        string? last = null;
        foreach (Result result in results)
        {
            // On a terminal a name stands once; in Markdown each row speaks for itself.
            string name = result.Case.Subject.Name;
            if (last is not null && last != name && !markdown)
                table.AddEmptyRow();
            table.AddRow(Cells(result, limits, markdown || last != name ? name : "").ToArray());
            last = name;
        }

        return table;
    }

    private static IEnumerable<string> Cells(Result result, MachineLimits limits, string name)
    {
        Case @case = result.Case;
        int threads = RunsOnOneThread(result) ? 1 : @case.Threads;
        double rate = @case.Operations / result.Seconds;
        yield return name;
        yield return @case.Work == Work.Train ? "train" : "infer";
        yield return @case.Batch.ToString(CultureInfo.InvariantCulture);
        yield return Time(result.Seconds) + (RunsOnOneThread(result) ? " *" : "");
        yield return Significant(rate / 1e9);
        yield return Percent(rate / (threads * limits.Peak.Rate));

        // Only a single row makes the weights a stream that is read once.
        yield return @case.Batch == 1 ? Percent(@case.BytesRead / result.Seconds / limits.ReadRate(4 * @case.Subject.Arithmetic.Parameters).Rate) : "";
        foreach (string peer in Peers)
        {
            yield return result.SecondsOf(peer) is { } seconds ? Time(seconds) : "";
            yield return result.RatioOf(peer) is { } ratio ? Significant(ratio) + " x" : "";
        }
    }

    /// <summary>Three digits and the unit that suits them.</summary>
    public static string Time(double seconds) => seconds switch
    {
        < 1e-6 => Significant(seconds * 1e9) + " ns",
        < 1e-3 => Significant(seconds * 1e6) + " us",
        < 1 => Significant(seconds * 1e3) + " ms",
        _ => Significant(seconds) + " s",
    };

    public static string Significant(double value) => value switch
    {
        >= 100 => value.ToString("0", CultureInfo.InvariantCulture),
        >= 10 => value.ToString("0.0", CultureInfo.InvariantCulture),
        _ => value.ToString("0.00", CultureInfo.InvariantCulture),
    };

    private static string Percent(double fraction) =>
        (100 * fraction).ToString(fraction < 0.1 ? "0.0" : "0", CultureInfo.InvariantCulture) + " %";

    private static bool RunsOnOneThread(Result result) => result.Case is { Work: Work.Infer, Batch: 1, Threads: > 1 };
}
