using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using GenNet.Benchmarks.Comparison;
using GenNet.Benchmarks.Machine;
using GenNet.CompilerServices;
using Spectre.Console;

namespace GenNet.Benchmarks.Aot;

/// <summary>The same program from both compilers, with vectors of the same width: at the defaults of the package, and with AVX-512.</summary>
internal sealed class AotComparison(string framework, IAnsiConsole console) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gennet-aot-").FullName;

    /// <summary>Runs it; 1 where the programs disagreed or failed.</summary>
    public int Execute(ComparisonOptions options)
    {
        try
        {
            console.WriteLine(Processor.Name);
            console.WriteLine($"Publishing for {framework} ...");
            PublishedPeer jit = PublishedPeer.Jit(framework, Path.Combine(_folder, "jit"));
            List<AotPair> pairs = [new("default", jit, PublishedPeer.Native(framework, null, Path.Combine(_folder, "native")), Wide: false)];
            if (Simd.Use512)
                pairs.Add(new("x86-64-v4", jit, PublishedPeer.Native(framework, "x86-64-v4", Path.Combine(_folder, "native512")), Wide: true));

            var results = Case.Select(options, threads: 1).Select(one => (one, pairs.Select(pair => Measure(one, pair, options)).ToArray())).ToList();
            Print(pairs, results, options.Markdown);
            return 0;
        }
        catch (Exception error) when (error is DisagreementException or PeerException)
        {
            console.WriteLine(error.Message);
            return 1;
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Result Measure(Case @case, AotPair pair, ComparisonOptions options)
    {
        string folder = Path.Combine(_folder, "data-" + @case.Subject.Name);
        if (!Directory.Exists(folder))
            @case.Subject.Write(folder, options.Zeros);

        // A process of its own for each case: the JIT compiles for this work and no other.
        using PeerProcess jit = pair.Jit.Start("JIT", without512: !pair.Wide);
        using PeerProcess native = pair.Native.Start("NativeAOT", without512: false);
        PeerProcess[] programs = [jit, native];
        CheckWidths(jit.Hello, native.Hello);
        foreach (PeerProcess program in programs)
            program.Ask(@case.Load(folder, model: null));
        Agreement.Check(@case, programs, folder);
        double[][] times = new RoundRobin(options.Seconds, options.Rounds).Measure(programs);
        var result = new Result(@case, ["JIT", "NativeAOT"], times);
        console.WriteLine($"{@case.Title}, {native.Hello.Detail}: {ResultTable.Significant(result.RatioOf("NativeAOT")!.Value)} x the time of {jit.Hello.Detail}");
        return result;
    }

    /// <summary>The widths must be equal: else it is not the compilers that are compared.</summary>
    private static void CheckWidths(Answer jit, Answer native)
    {
        static string Width(Answer answer) => answer.Detail!.Split(", ")[^1];
        if (Width(jit) != Width(native))
            throw new PeerException($"The programs compute in different widths: {jit.Detail} and {native.Detail}.");
    }

    private void Print(List<AotPair> pairs, List<(Case Case, Result[] Results)> rows, bool markdown)
    {
        Table table = new Table().Border(markdown ? TableBorder.Markdown : TableBorder.Rounded).AddColumn("work");
        foreach (AotPair pair in pairs)
        {
            foreach (string header in (string[])[$"JIT, {pair.Name}", "NativeAOT", "ratio"])
                table.AddColumn(header, column => column.RightAligned());
        }

        foreach ((Case @case, Result[] results) in rows)
        {
            IEnumerable<string> cells = results.SelectMany(result => (string[])
            [
                ResultTable.Time(result.Seconds),
                ResultTable.Time(result.SecondsOf("NativeAOT")!.Value),
                ResultTable.Significant(result.RatioOf("NativeAOT")!.Value) + " x",
            ]);
            table.AddRow([@case.Title, .. cells]);
        }

        console.Write(table);
        for (int i = 0; i < pairs.Count; i++)
        {
            double[] ratios = rows.Select(row => row.Results[i].RatioOf("NativeAOT")!.Value).ToArray();
            double mean = Math.Exp(ratios.Average(Math.Log));
            console.WriteLine($"{pairs[i].Name}: NativeAOT takes {ResultTable.Significant(mean)} x the JIT's time (geometric mean), {ResultTable.Significant(ratios.Max())} x at most");
        }
    }
}

/// <summary>The two programs that are compared.</summary>
/// <param name="Name">The value of GenNetInstructionSet.</param>
/// <param name="Jit">Restrained to the same width.</param>
/// <param name="Native">Compiled for it.</param>
/// <param name="Wide">Whether both use AVX-512.</param>
internal sealed record AotPair(string Name, PublishedPeer Jit, PublishedPeer Native, bool Wide);
