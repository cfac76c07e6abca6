using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using GenNet.Benchmarks.Comparison;
using GenNet.Benchmarks.Machine;
using Spectre.Console;

namespace GenNet.Benchmarks.Builds;

/// <summary>The same work from pairs of builds of one program, which must agree and have vectors of the same width.</summary>
internal sealed class BuildComparison(ComparisonOptions options, IAnsiConsole console) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gennet-builds-").FullName;

    /// <summary>Builds and measures; 1 where programs disagreed or failed.</summary>
    /// <param name="build">Makes the pairs, in the folder that it is given.</param>
    public int Execute(Func<string, IReadOnlyList<BuildPair>> build)
    {
        try
        {
            console.WriteLine(Processor.Name);
            IReadOnlyList<BuildPair> pairs = build(_folder);
            var results = Case.Select(options, threads: 1).Select(one => (one, pairs.Select(pair => Measure(one, pair)).ToArray())).ToList();
            Print(pairs, results);
            return 0;
        }
        catch (Exception error) when (error is DisagreementException or PeerException)
        {
            console.WriteLine(error.Message);
            return 1;
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Result Measure(Case @case, BuildPair pair)
    {
        string folder = Path.Combine(_folder, "data-" + @case.Subject.Name);
        if (!Directory.Exists(folder))
            @case.Subject.Write(folder, options.Zeros);

        // A process of its own for each case: the JIT compiles for this work and no other.
        using PeerProcess first = pair.StartFirst();
        using PeerProcess second = pair.StartSecond();
        PeerProcess[] programs = [first, second];
        CheckWidths(first.Hello, second.Hello);
        foreach (PeerProcess program in programs)
            program.Ask(@case.Load(folder, model: null));
        Agreement.Check(@case, programs, folder);
        double[][] times = new RoundRobin(options.Seconds, options.Rounds).Measure(programs);
        var result = new Result(@case, [pair.First, pair.Second], times);
        console.WriteLine(
            $"{@case.Title}, {second.Hello.Detail}: {pair.Second} takes {ResultTable.Significant(result.RatioOf(pair.Second)!.Value)} x the time of {pair.First} ({first.Hello.Detail})");
        return result;
    }

    /// <summary>The widths must be equal: else it is not the builds that are compared.</summary>
    private static void CheckWidths(Answer first, Answer second)
    {
        static string Width(Answer answer) => answer.Detail!.Split(", ")[^1];
        if (Width(first) != Width(second))
            throw new PeerException($"The programs compute in different widths: {first.Detail} and {second.Detail}.");
    }

    private void Print(IReadOnlyList<BuildPair> pairs, List<(Case Case, Result[] Results)> rows)
    {
        Table table = new Table().Border(options.Markdown ? TableBorder.Markdown : TableBorder.Rounded).AddColumn("work");
        foreach (BuildPair pair in pairs)
        {
            foreach (string header in (string[])[pairs.Count == 1 ? pair.First : $"{pair.First}, {pair.Name}", pair.Second, "ratio"])
                table.AddColumn(header, column => column.RightAligned());
        }

        foreach ((Case @case, Result[] results) in rows)
        {
            IEnumerable<string> cells = results.Zip(pairs, (result, pair) => (string[])
            [
                ResultTable.Time(result.Seconds),
                ResultTable.Time(result.SecondsOf(pair.Second)!.Value),
                ResultTable.Significant(result.RatioOf(pair.Second)!.Value) + " x",
            ]).SelectMany(row => row);
            table.AddRow([@case.Title, .. cells]);
        }

        console.Write(table);
        for (int i = 0; i < pairs.Count; i++)
        {
            BuildPair pair = pairs[i];
            double[] ratios = rows.Select(row => row.Results[i].RatioOf(pair.Second)!.Value).ToArray();
            double mean = Math.Exp(ratios.Average(Math.Log));
            console.WriteLine(
                $"{pair.Name}: {pair.Second} takes {ResultTable.Significant(mean)} x the time of {pair.First} (geometric mean), {ResultTable.Significant(ratios.Min())} to {ResultTable.Significant(ratios.Max())} x");
        }
    }
}
