using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;

namespace GenNet.Benchmarks.Compare;

/// <summary>Another library in a process of its own, driven by lines of JSON: a command in, an answer out.</summary>
internal sealed class Peer : IDisposable
{
    private readonly Process _process;

    private Peer(Process process, string name, string version)
    {
        _process = process;
        Name = name;
        Version = version;
    }

    public string Name { get; }

    /// <summary>What it says it is.</summary>
    public string Version { get; }

    public static Peer? StartPyTorch(int threads)
    {
        string[] candidates = [Environment.GetEnvironmentVariable("GENNET_PYTHON") ?? "python3", "/usr/bin/python3"];
        return candidates.Distinct().Select(python => Start("PyTorch", python, "pytorch_peer.py", threads, null)).FirstOrDefault(peer => peer is not null);
    }

    public static Peer? StartOnnxRuntime(int threads) => Start(
        "ONNX Runtime", "node", "onnxruntime_peer.js", threads,
        Environment.GetEnvironmentVariable("GENNET_NODE_MODULES") ?? Path.Combine(AppContext.BaseDirectory, "peers", "node_modules"));

    /// <summary>Sends a command and waits for the answer.</summary>
    public JsonObject Ask(JsonObject command)
    {
        _process.StandardInput.WriteLine(command.ToJsonString());
        string line = _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"{Name} has ended: {_process.StandardError.ReadToEnd()}");
        var answer = (JsonObject)JsonNode.Parse(line)!;
        return answer["error"] is { } error ? throw new InvalidOperationException($"{Name}: {error}") : answer;
    }

    /// <summary>Prepares a case from the files of a folder.</summary>
    public PeerSubject Load(Case c, string folder)
    {
        Ask(new JsonObject
        {
            ["command"] = "load",
            ["sizes"] = new JsonArray([.. c.Network.Select(size => (JsonNode)size)]),
            ["hidden"] = c.Hidden,
            ["batch"] = c.Batch,
            ["training"] = c.Training,
            ["folder"] = folder,
            ["rate"] = GenNetSubject<Net2x2x1>.LearningRate,
        });
        return new PeerSubject(this, folder);
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(5000))
            _process.Kill();
        _process.Dispose();
    }

    private static Peer? Start(string name, string program, string script, int threads, string? nodeModules)
    {
        var info = new ProcessStartInfo(program, [Path.Combine(AppContext.BaseDirectory, "peers", script), threads.ToString()])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string variable in new[] { "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS" })
            info.Environment[variable] = threads.ToString();
        if (nodeModules is not null)
            info.Environment["NODE_PATH"] = nodeModules;
        try
        {
            Process process = Process.Start(info)!;
            return process.StandardOutput.ReadLine() is { } hello
                ? new Peer(process, name, JsonNode.Parse(hello)!["version"]!.ToString())
                : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}

/// <summary>A peer's side of a case.</summary>
internal sealed class PeerSubject(Peer peer, string folder) : ISubject
{
    public float[] Outputs()
    {
        peer.Ask(new JsonObject { ["command"] = "outputs" });
        return MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(Path.Combine(folder, "outputs.f32"))).ToArray();
    }

    public float[]? Losses(int steps) =>
        (peer.Ask(new JsonObject { ["command"] = "losses", ["steps"] = steps })["losses"] as JsonArray)?.Select(loss => (float)loss!.GetValue<double>()).ToArray();

    public double Time(int times) => peer.Ask(new JsonObject { ["command"] = "time", ["times"] = times })["seconds"]!.GetValue<double>();
}
