using System;
using System.Diagnostics;
using System.IO;
using System.Runtime.InteropServices;
using GenNet.Benchmarks.Comparison;

namespace GenNet.Benchmarks.Aot;

/// <summary>GenNet's side of the comparison, published from tests/Benchmarks.Native for one compiler.</summary>
internal sealed class PublishedPeer
{
    private readonly string _program;

    private PublishedPeer(string program) => _program = program;

    /// <summary>With the runtime and the JIT of the framework, whatever is installed.</summary>
    public static PublishedPeer Jit(string framework, string folder) =>
        new(Publish(folder, "-f", framework, "-r", RuntimeInformation.RuntimeIdentifier, "--self-contained"));

    /// <summary>With NativeAOT.</summary>
    /// <param name="framework">Whose compiler.</param>
    /// <param name="instructionSet">The value of GenNetInstructionSet, or null for the default of the package.</param>
    /// <param name="folder">A new one.</param>
    public static PublishedPeer Native(string framework, string? instructionSet, string folder)
    {
        string[] aot = ["-f", framework, $"-p:AotFramework={framework}"];
        return new(Publish(folder, instructionSet is null ? aot : [.. aot, $"-p:GenNetInstructionSet={instructionSet}"]));
    }

    /// <summary>Starts it.</summary>
    /// <param name="name">What messages call it.</param>
    /// <param name="without512">Whether the JIT must do without AVX-512; a native program has decided already.</param>
    public PeerProcess Start(string name, bool without512)
    {
        ProcessStartInfo start = Launch.Start(_program, [name, "1"]);
        if (without512)
        {
            // The names of .NET 10 and of .NET 9.
            start.Environment["DOTNET_EnableAVX512"] = "0";
            start.Environment["DOTNET_EnableAVX512F"] = "0";
        }

        return new PeerProcess(start);
    }

    private static string Publish(string folder, params string[] options)
    {
        string project = Path.GetFullPath(Path.Combine(Launch.PeersFolder(), "../../Benchmarks.Native"));
        var start = new ProcessStartInfo("dotnet", ["publish", project, "-c", "Release", "-o", folder, .. options])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using Process process = Process.Start(start) ?? throw new PeerException("dotnet did not start.");
        string log = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new PeerException($"dotnet {string.Join(' ', start.ArgumentList)} ended with {process.ExitCode}:\n{log}");
        return Path.Combine(folder, "GenNet.Benchmarks.Native" + (OperatingSystem.IsWindows() ? ".exe" : ""));
    }
}
