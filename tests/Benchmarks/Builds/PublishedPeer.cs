using System;
using System.Diagnostics;
using System.IO;
using System.Runtime.InteropServices;
using GenNet.Benchmarks.Comparison;

namespace GenNet.Benchmarks.Builds;

/// <summary>GenNet's side of the comparison, published from tests/Benchmarks.Native in one way.</summary>
internal sealed class PublishedPeer
{
    private const string Name = "GenNet.Benchmarks.Native";
    private const string Newest = "net10.0";

    private readonly string[] _command;

    private PublishedPeer(params string[] command) => _command = command;

    /// <summary>With the runtime and the JIT of the framework, whatever is installed.</summary>
    public static PublishedPeer Jit(string framework, string folder) =>
        new(Program(Publish(folder, "Release", "-f", framework, "-r", RuntimeInformation.RuntimeIdentifier, "--self-contained")));

    /// <summary>With the installed runtime of the newest framework.</summary>
    /// <param name="configuration">Debug or Release, of the program; GenNet is Release in both.</param>
    /// <param name="folder">A new one.</param>
    public static PublishedPeer Configured(string configuration, string folder) =>
        new("dotnet", Path.Combine(Publish(folder, configuration, "-f", Newest, "--no-self-contained"), Name + ".dll"));

    /// <summary>With NativeAOT.</summary>
    /// <param name="framework">Whose compiler.</param>
    /// <param name="instructionSet">The value of GenNetInstructionSet, or null for the default of the package.</param>
    /// <param name="folder">A new one.</param>
    public static PublishedPeer Native(string framework, string? instructionSet, string folder)
    {
        string[] aot = ["-f", framework, $"-p:AotFramework={framework}"];
        return new(Program(Publish(folder, "Release", instructionSet is null ? aot : [.. aot, $"-p:GenNetInstructionSet={instructionSet}"])));
    }

    /// <summary>Starts it.</summary>
    /// <param name="name">What messages call it.</param>
    /// <param name="without512">Whether the JIT must do without AVX-512; a native program has decided already.</param>
    public PeerProcess Start(string name, bool without512)
    {
        ProcessStartInfo start = Launch.Start(_command[0], [.. _command[1..], name, "1"]);
        if (without512)
        {
            // The names of .NET 10 and of .NET 9.
            start.Environment["DOTNET_EnableAVX512"] = "0";
            start.Environment["DOTNET_EnableAVX512F"] = "0";
        }

        return new PeerProcess(start);
    }

    private static string Program(string folder) => Path.Combine(folder, Name + (OperatingSystem.IsWindows() ? ".exe" : ""));

    /// <returns>The folder.</returns>
    private static string Publish(string folder, string configuration, params string[] options)
    {
        string project = Path.GetFullPath(Path.Combine(Launch.PeersFolder(), "../../Benchmarks.Native"));
        var start = new ProcessStartInfo("dotnet", ["publish", project, "-c", configuration, "-o", folder, .. options])
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
        return folder;
    }
}
