using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace GenNet.Package.Tests;

/// <summary>What a program said, and how it ended.</summary>
/// <param name="Command">What was run.</param>
/// <param name="ExitCode">0 where it succeeded.</param>
/// <param name="Output">Standard output and standard error, each as a whole.</param>
internal sealed record ProgramResult(string Command, int ExitCode, string Output)
{
    /// <summary>A program that must succeed.</summary>
    public void Succeeded() => Assert.True(ExitCode == 0, $"{Command} ended with {ExitCode}:\n{Output}");

    /// <summary>The output of a program that must succeed without a warning.</summary>
    public string Clean()
    {
        Succeeded();
        Assert.DoesNotContain("warning", Output, StringComparison.OrdinalIgnoreCase);
        return Output;
    }
}

/// <summary>Runs programs as if no build were going on around them.</summary>
internal static class Dotnet
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static ProgramResult Run(string folder, params string[] arguments) => Start("dotnet", folder, arguments);

    public static ProgramResult Start(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Prepare(start.Environment);
        using Process process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync(), errors = process.StandardError.ReadToEndAsync();
        string command = $"{program} {string.Join(' ', arguments)}";
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            process.WaitForExitAsync(patience.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{command} did not end within {Patience.TotalMinutes} minutes:\n{output.Result}{errors.Result}");
        }

        return new ProgramResult(command, process.ExitCode, output.Result + errors.Result);
    }

    private static void Prepare(IDictionary<string, string?> environment)
    {
        // What the command line that runs these tests tells its children would turn the fresh projects' tools into its own.
        string[] foreign = environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray();
        foreach (string name in foreign)
            environment.Remove(name);

        // It would have the last word on where packages go, before the nuget.config of the fresh projects.
        environment.Remove("NUGET_PACKAGES");

        // Nodes that stay behind would hold the temporary folder, and the pipes that are read to their end.
        environment["MSBUILDDISABLENODEREUSE"] = "1";
        CompilerServer.Use(environment);
        // A newer runtime may stand in for one that is not installed.
        environment["DOTNET_ROLL_FORWARD"] = "Major";
        environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        environment["DOTNET_NOLOGO"] = "1";
    }
}
