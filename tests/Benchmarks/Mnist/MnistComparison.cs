using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using GenNet.Benchmarks.Comparison;
using GenNet.Benchmarks.Machine;
using Spectre.Console;

namespace GenNet.Benchmarks.Mnist;

/// <summary>MNIST to its goal as whole programs, start-up and reading of the files included, GenNet and PyTorch in turn.</summary>
internal sealed class MnistComparison(ComparisonOptions options, IAnsiConsole console)
{
    private sealed record Report(int Epochs, double Accuracy);

    private sealed record Run(double Seconds, Report Report);

    /// <summary>Runs it; 1 where a program failed or missed the goal.</summary>
    public int Execute()
    {
        bool good = true;
        foreach (int threads in options.Threads)
        {
            try
            {
                good &= Compare(threads);
            }
            catch (PeerException error)
            {
                console.MarkupLineInterpolated($"[red]{error.Message}[/]");
                good = false;
            }
        }

        return good ? 0 : 1;
    }

    private bool Compare(int threads)
    {
        var ours = new List<Run>();
        var theirs = new List<Run>();
        console.WriteLine($"{Processor.Name}; threads: {threads}");

        // The first round, of one epoch, only brings files and programs into memory. Each further one has its own seed: how many epochs it
        // takes is chance, and both sides have the same number of throws.
        for (int round = 0; round <= options.Rounds; round++)
        {
            MnistRecipe recipe = MnistRecipe.Of(options.Only ?? "", options.Mnist!.FullName, round, threads);
            if (round == 0)
                recipe = recipe with { Epochs = 1 };
            Run gennet = Time(Launch.GenNet(["train-mnist", .. recipe.Arguments]));
            Run? pytorch = Launch.PyTorch("pytorch_mnist.py", threads, recipe.Arguments) is { } start ? Time(start) : null;
            if (round == 0)
                continue;
            ours.Add(gennet);
            if (pytorch is not null)
                theirs.Add(pytorch);
        }

        if (theirs.Count == 0)
            console.WriteLine(Launch.InstallPyTorch);
        if (PythonWithTorch.Found?.Kernels is { } kernels)
            console.WriteLine(kernels.Report);
        if (PythonWithTorch.Found?.Warning is { } warning)
            console.MarkupLineInterpolated($"[yellow]{warning}[/]");
        Print(ours, theirs);
        double goal = MnistRecipe.Of(options.Only ?? "", "", 0, 1).Goal;
        return ours.Concat(theirs).All(run => run.Report.Accuracy >= goal);
    }

    private void Print(List<Run> ours, List<Run> theirs)
    {
        Table table = new Table().Border(options.Markdown ? TableBorder.Markdown : TableBorder.Rounded);
        table.AddColumn("seed");
        foreach (string column in (string[])["GenNet", "epochs", "accuracy", "PyTorch", "epochs", "accuracy", "ratio"])
            table.AddColumn(column, c => c.RightAligned());
        for (int i = 0; i < ours.Count; i++)
        {
            Run? peer = i < theirs.Count ? theirs[i] : null;
            string ratio = peer is null ? "" : ResultTable.Significant(peer.Seconds / ours[i].Seconds) + " x";
            table.AddRow([(i + 1).ToString(CultureInfo.InvariantCulture), .. Cells(ours[i]), .. Cells(peer), ratio]);
        }

        console.Write(table);
        string medians = $"median: GenNet {Median(ours)}, epoch {PerEpoch(ours)}";
        if (theirs.Count > 0)
            medians += $"; PyTorch {Median(theirs)}, epoch {PerEpoch(theirs)}; ratio {ResultTable.Significant(Result.Median(theirs.Zip(ours, (t, o) => t.Seconds / o.Seconds)))} x";
        console.WriteLine(medians + " (an epoch: the whole time by the number of epochs)");
    }

    private static string[] Cells(Run? run) => run is null ? ["", "", ""] :
    [
        ResultTable.Time(run.Seconds), run.Report.Epochs.ToString(CultureInfo.InvariantCulture),
        run.Report.Accuracy.ToString("0.0000", CultureInfo.InvariantCulture),
    ];

    private static string Median(List<Run> runs) => ResultTable.Time(Result.Median(runs.Select(run => run.Seconds)));

    private static string PerEpoch(List<Run> runs) => ResultTable.Time(Result.Median(runs.Select(run => run.Seconds / run.Report.Epochs)));

    private static Run Time(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        long began = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start) ?? throw new PeerException($"{start.FileName} did not start.");
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        double seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        if (process.ExitCode != 0)
            throw new PeerException($"{Path.GetFileName(start.FileName)} ended with code {process.ExitCode}.");
        return new Run(seconds, JsonSerializer.Deserialize<Report>(output, Json.Line)!);
    }
}
