using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;

namespace GenNet.Benchmarks.Compare;

/// <summary>The command line of the comparison, and its table.</summary>
internal static class CompareCommand
{
    public static Command Create()
    {
        var threads = new Option<int>("--threads") { Description = "The threads of every program.", DefaultValueFactory = _ => 1 };
        var rounds = new Option<int>("--rounds") { Description = "How often the programs take turns.", DefaultValueFactory = _ => 7 };
        var seconds = new Option<double>("--seconds") { Description = "The length of one measurement.", DefaultValueFactory = _ => 0.2 };
        var only = new Option<string>("--only") { Description = "Cases whose name contains this.", DefaultValueFactory = _ => "" };
        var command = new Command("compare", "Measures GenNet and its peers alternately and prints medians and ratios as Markdown.") { threads, rounds, seconds, only };
        command.SetAction(parsed => Run(parsed.GetValue(threads), parsed.GetValue(rounds), parsed.GetValue(seconds), parsed.GetValue(only)!));
        return command;
    }

    private static int Run(int threads, int rounds, double seconds, string only)
    {
        using Peer? pytorch = Peer.StartPyTorch(threads);
        using Peer? onnx = Peer.StartOnnxRuntime(threads);
        Console.WriteLine(pytorch?.Version ?? "PyTorch is not here: install it (Debian: python3-torch), or name a Python that has it in GENNET_PYTHON.");
        Console.WriteLine(onnx?.Version ?? "ONNX Runtime is not here: npm install --ignore-scripts onnxruntime-node, and name the node_modules folder in GENNET_NODE_MODULES.");
        double peak = Machine.PeakGigaflops();
        Console.WriteLine($"{Machine.Describe()}; {threads} thread(s)");
        Console.WriteLine($"One core: {peak:F0} GFLOP/s of multiply-adds at most, {Machine.CacheBandwidth():F0} GB/s from the second-level cache");
        Console.WriteLine();
        Console.WriteLine("| | GenNet, us | GFLOP/s | of one core's peak | PyTorch | ONNX Runtime |");
        Console.WriteLine("|---|---|---|---|---|---|");
        var comparison = new Comparison(pytorch, onnx, threads, rounds, seconds);
        try
        {
            foreach (Case c in Case.All.Where(c => c.Name.Contains(only, StringComparison.Ordinal) && (threads == 1 || c.Training)))
                Console.WriteLine(Row(comparison.Run(c), peak));
        }
        catch (InvalidDataException disagreement)
        {
            Console.Error.WriteLine($"The programs do not compute the same: {disagreement.Message}");
            return 1;
        }

        return 0;
    }

    private static string Row(Result result, double peak)
    {
        double ours = result.Microseconds[Comparison.Ours], gigaflops = 2 * result.Case.MultiplyAdds / ours / 1e3;
        return $"| {result.Case.Name} | {ours:G4} | {gigaflops:F1} | {gigaflops / peak:P0} | {Cell(result, "PyTorch")} | {Cell(result, "ONNX Runtime")} |";
    }

    private static string Cell(Result result, string peer) => result.Microseconds.TryGetValue(peer, out double microseconds)
        ? $"{microseconds:F1} us, **{result.Ratios[peer]:G3} x**"
        : "-";
}
