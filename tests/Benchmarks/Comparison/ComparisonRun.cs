using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using GenNet.Benchmarks.Machine;
using Spectre.Console;

namespace GenNet.Benchmarks.Comparison;

/// <summary>The whole comparison: starts the programs, goes through the cases, prints the table.</summary>
internal sealed class ComparisonRun(ComparisonOptions options, IAnsiConsole console) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gennet-benchmarks-").FullName;
    private readonly List<Result> _results = [];
    private readonly List<Answer> _programs = [];
    private readonly HashSet<string> _written = [];

    /// <summary>Runs it; 1 where the programs disagreed or failed.</summary>
    public int Execute()
    {
        if (!Case.Select(options, threads: 1).Any())
        {
            console.WriteLine("No case has this batch size.");
            return 1;
        }

        MachineLimits limits = MachineLimits.Measure();
        bool failed = false;
        foreach (int threads in options.Threads)
            failed |= !Compare(threads);

        // Measured at both ends: a neighbour who is busy now and not then must not lower the limit.
        limits = limits.Best(MachineLimits.Measure());
        MachineReport.Print(console, limits);
        foreach (Answer program in _programs.DistinctBy(program => program.Name))
            console.WriteLine($"{program.Name} {program.Version} ({program.Detail})");
        if (PythonWithTorch.Found?.Kernels is { } kernels)
            console.WriteLine(kernels.Report);
        if (PythonWithTorch.Found?.Warning is { } warning)
            console.MarkupLineInterpolated($"[yellow]{warning}[/]");
        console.WriteLine();
        ResultTable.Print(console, _results, limits, options.Markdown);
        if (options.Json is not null)
            JsonReport.Write(options.Json, limits, _programs, _results);
        return failed ? 1 : 0;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>All cases with one number of threads; false where one of them failed.</summary>
    private bool Compare(int threads)
    {
        using PeerProcess? pytorch = StartPyTorch(threads);
        using PeerProcess? onnx = StartOnnxRuntime(threads, pytorch is not null);
        bool good = true;
        foreach (Case @case in Case.Select(options, threads))
        {
            try
            {
                _results.Add(Measure(@case, pytorch, onnx));
            }
            catch (Exception error) when (error is DisagreementException or PeerException)
            {
                good = false;
                console.MarkupLineInterpolated($"[red]{@case.Title}, {Count(threads)}: {error.Message}[/]");
            }
        }

        return good;
    }

    private Result Measure(Case @case, PeerProcess? pytorch, PeerProcess? onnx)
    {
        string folder = Path.Combine(_folder, @case.Subject.Name);
        string model = Path.Combine(folder, "model.onnx");
        if (_written.Add(folder))
            @case.Subject.Write(folder, options.Zeros);

        using var gennet = new PeerProcess(Launch.GenNet("gennet-peer", @case.Threads.ToString(CultureInfo.InvariantCulture)));
        List<PeerProcess> programs = [gennet];
        if (pytorch is not null)
            programs.Add(pytorch);
        if (onnx is not null && @case.Work == Work.Infer)
            programs.Add(onnx);

        _programs.AddRange(programs.Select(program => program.Hello));
        foreach (PeerProcess program in programs)
        {
            program.Ask(@case.Load(folder, model));
            if (program == pytorch && !File.Exists(model))
                program.Ask(new Request("export") { Path = model });
        }

        Agreement.Check(@case, programs, folder);
        double[][] times = new RoundRobin(options.Seconds, options.Rounds).Measure(programs);
        var result = new Result(@case, programs.Select(program => program.Name).ToArray(), times);
        console.WriteLine($"{@case.Title}, {Count(@case.Threads)}: {ResultTable.Time(result.Seconds)}");
        return result;
    }

    private static string Count(int threads) => threads == 1 ? "1 thread" : $"{threads} threads";

    private PeerProcess? StartPyTorch(int threads)
    {
        if (Launch.PyTorch("pytorch_peer.py", threads, threads.ToString(CultureInfo.InvariantCulture)) is { } start)
            return new PeerProcess(start);
        console.WriteLine(Launch.InstallPyTorch);
        return null;
    }

    private PeerProcess? StartOnnxRuntime(int threads, bool hasPyTorch)
    {
        if (Launch.OnnxRuntime(threads, options.NodeModules) is { } start && hasPyTorch)
            return new PeerProcess(start);
        console.WriteLine(hasPyTorch ? Launch.InstallOnnxRuntime : Launch.OnnxNeedsPyTorch);
        return null;
    }
}
