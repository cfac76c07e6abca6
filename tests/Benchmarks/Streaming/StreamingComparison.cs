using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using GenNet.Benchmarks.Comparison;
using Spectre.Console;

namespace GenNet.Benchmarks.Streaming;

/// <summary>One step of a sequence at a time, GenNet, PyTorch and ONNX Runtime in turn, on one thread.</summary>
internal sealed class StreamingComparison(IAnsiConsole console, double seconds, int rounds, bool markdown, DirectoryInfo? nodeModules) : IDisposable
{
    private const int StepsOfBytes = 10_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("gennet-streaming-").FullName;

    /// <summary>Runs it; 1 where the programs disagreed.</summary>
    public int Execute()
    {
        using PeerProcess? pytorch = Launch.PyTorch("pytorch_streaming.py", 1) is { } start ? new PeerProcess(start) : null;
        using PeerProcess? onnx = pytorch is not null && Launch.OnnxRuntime(1, nodeModules) is { } node ? new PeerProcess(node) : null;
        PeerProcess[] peers = [.. new[] { pytorch, onnx }.OfType<PeerProcess>()];
        Table table = new Table().Border(markdown ? TableBorder.Markdown : TableBorder.Rounded);
        table.AddColumn("a step of").AddColumn("GenNet", column => column.RightAligned()).AddColumn("bytes allocated", column => column.RightAligned());
        foreach (PeerProcess peer in peers)
            table.AddColumn(peer.Name, column => column.RightAligned()).AddColumn("ratio", column => column.RightAligned());
        bool agree = true;
        string width = "";
        foreach (StreamingCase @case in StreamingCase.All)
        {
            using var gennet = new PeerProcess(Launch.GenNet("streaming-peer"));
            width = gennet.Hello.Detail!;
            try
            {
                table.AddRow(Row(@case, gennet, peers));
            }
            catch (Exception error) when (error is DisagreementException or PeerException)
            {
                agree = false;
                console.MarkupLineInterpolated($"[red]{@case.Name}: {error.Message}[/]");
            }
        }

        console.WriteLine($"GenNet ({width})");
        foreach (PeerProcess peer in peers)
            console.WriteLine($"{peer.Name} {peer.Hello.Version} ({peer.Hello.Detail})");
        if (pytorch is null)
            console.WriteLine(Launch.InstallPyTorch);
        if (onnx is null)
            console.WriteLine(pytorch is null ? Launch.OnnxNeedsPyTorch : Launch.InstallOnnxRuntime);
        console.Write(table);
        return agree ? 0 : 1;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string[] Row(StreamingCase @case, PeerProcess gennet, PeerProcess[] peers)
    {
        string folder = Path.Combine(_folder, @case.Name), model = Path.Combine(folder, "model.onnx");
        @case.Write(folder);
        List<PeerProcess> programs = [gennet];
        if (@case.Vocabulary is null)
            programs.AddRange(peers);
        foreach (PeerProcess program in programs)
            program.Ask(@case.Load(folder, model));
        Agreement.CheckOutputs(programs, folder);
        double[][] times = new RoundRobin(seconds, rounds).Measure(programs);
        long bytes = gennet.Ask(new Request("measure") { Iterations = StepsOfBytes }).Bytes;
        return
        [
            @case.Name, ResultTable.Time(Result.Median(times[0])), bytes.ToString(CultureInfo.InvariantCulture),
            .. peers.SelectMany((_, i) => i + 1 < times.Length ? Cells(times[0], times[i + 1]) : ["", ""]),
        ];
    }

    private static string[] Cells(double[] ours, double[] theirs) =>
        [ResultTable.Time(Result.Median(theirs)), ResultTable.Significant(Result.Median(theirs.Zip(ours, (their, our) => their / our))) + " x"];
}
