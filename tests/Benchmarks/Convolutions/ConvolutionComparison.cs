using System;
using System.Globalization;
using System.IO;
using System.Linq;
using GenNet.Benchmarks.Comparison;
using GenNet.Benchmarks.Machine;
using Spectre.Console;

namespace GenNet.Benchmarks.Convolutions;

/// <summary>The products of convolutions, GenNet and PyTorch in turn, on one thread.</summary>
internal sealed class ConvolutionComparison(IAnsiConsole console, double seconds, int rounds, bool markdown)
{
    private const double Tolerance = 1e-4;

    /// <summary>Runs it; 1 where the programs disagreed.</summary>
    public int Execute()
    {
        MachineLimits limits = MachineLimits.Measure();
        Table table = new Table().Border(markdown ? TableBorder.Markdown : TableBorder.Rounded);
        foreach (string column in (string[])["images and window", "batch", "product", "GenNet", "GFLOP/s", "of peak", "PyTorch", "GFLOP/s", "ratio"])
            table.AddColumn(column);
        using PeerProcess? pytorch = Launch.PyTorch("pytorch_convolutions.py", 1) is { } start ? new PeerProcess(start) : null;
        bool agree = true;
        foreach (ConvolutionCase @case in ConvolutionCase.All)
        {
            using var gennet = new PeerProcess(Launch.GenNet("convolution-peer"));
            PeerProcess[] programs = pytorch is null ? [gennet] : [gennet, pytorch];
            foreach (PeerProcess program in programs)
                program.Ask(@case.Load());
            agree &= Agree(@case, programs);
            double[][] times = new RoundRobin(seconds, rounds).Measure(programs);
            table.AddRow(Row(@case, times, limits));
            limits = limits.Best(MachineLimits.Measure());
        }

        MachineReport.Print(console, limits);
        if (pytorch is null)
            console.WriteLine(Launch.InstallPyTorch);
        else
            console.WriteLine($"{pytorch.Name} {pytorch.Hello.Version}, {pytorch.Hello.Detail}");
        console.Write(table);
        return agree ? 0 : 1;
    }

    private static string[] Row(ConvolutionCase @case, double[][] times, MachineLimits limits)
    {
        double ours = Result.Median(times[0]), rate = @case.Operations / ours;
        string[] row =
        [
            @case.Title, @case.Batch.ToString(CultureInfo.InvariantCulture), @case.Product.ToString(), ResultTable.Time(ours), ResultTable.Significant(rate / 1e9),
            (100 * rate / limits.Peak.Rate).ToString("0", CultureInfo.InvariantCulture) + " %",
        ];
        if (times.Length == 1)
            return [.. row, "", "", ""];
        double theirs = Result.Median(times[1]), ratio = Result.Median(times[1].Zip(times[0], (their, our) => their / our));
        return [.. row, ResultTable.Time(theirs), ResultTable.Significant(@case.Operations / theirs / 1e9), ResultTable.Significant(ratio) + " x"];
    }

    private bool Agree(ConvolutionCase @case, PeerProcess[] programs)
    {
        float[][] results = [.. programs.Select(program =>
        {
            string path = Path.Combine(Path.GetTempPath(), $"gennet-convolution-{Environment.ProcessId}.f32");
            program.Ask(new Request("outputs") { Path = path });
            float[] numbers = FloatFile.Read(path);
            File.Delete(path);
            return numbers;
        })];
        double largest = results[0].Max(Math.Abs);
        double difference = results[^1].Length != results[0].Length ? double.NaN : results[0].Zip(results[^1], (a, b) => (double)Math.Abs(a - b)).Max();
        if (difference <= Tolerance * largest)
            return true;
        console.MarkupLineInterpolated($"[red]{@case.Title}, {@case.Product}: the results differ by {difference} of {largest}.[/]");
        return false;
    }
}
