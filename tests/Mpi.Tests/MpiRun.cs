using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace GenNet.Mpi.Tests;

/// <summary>The program of tests/Mpi.Job under mpirun.</summary>
internal static class MpiRun
{
    /// <summary>The launcher of MPICH, which has another name where Open MPI is installed too.</summary>
    public const string Mpich = "mpirun.mpich";

    private const string Default = "mpirun";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly ConcurrentDictionary<string, string?> Versions = new(StringComparer.Ordinal);

    /// <summary>Skips a test where there is no mpirun.</summary>
    public static void Require() => Assert.SkipUnless(VersionOf(Default) is not null, "There is no mpirun: install Open MPI (Debian and Ubuntu: apt-get install openmpi-bin) or MPICH.");

    /// <summary>Skips a test where there is no MPICH beside the other.</summary>
    public static void RequireMpich() => Assert.SkipUnless(VersionOf(Mpich) is not null, $"There is no {Mpich}: install MPICH (Debian and Ubuntu: apt-get install mpich).");

    /// <summary>Runs the program to its end.</summary>
    /// <param name="ranks">The number of ranks; 0 for the program without mpirun.</param>
    /// <param name="arguments">What the program is told, separated by spaces.</param>
    /// <param name="launcher">What starts it.</param>
    public static (int ExitCode, string[] Lines, string Errors) Run(int ranks, string arguments, string launcher = Default)
    {
        using Process process = Start(ranks, arguments, launcher);
        Task<string> output = process.StandardOutput.ReadToEndAsync(), errors = process.StandardError.ReadToEndAsync();
        End(process, Patience);
        return (process.ExitCode, [.. output.Result.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)], errors.Result);
    }

    /// <summary>The lines that each rank of a fit that ends well prints, without the rank.</summary>
    public static string[] Results(int ranks, string arguments, string launcher = Default)
    {
        (int exitCode, string[] lines, string errors) = Run(ranks, arguments, launcher);
        Assert.True(exitCode == 0, string.Join('\n', lines.Append(errors)));
        Assert.Equal(Math.Max(1, ranks), lines.Length);
        return [.. lines.Select(line => line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..])];
    }

    /// <summary>Starts the program.</summary>
    public static Process Start(int ranks, string arguments, string launcher = Default)
    {
        string program = Path.ChangeExtension(typeof(MpiRun).Assembly.Location.Replace("GenNet.Mpi.Tests.dll", "GenNet.Mpi.Job.dll", StringComparison.Ordinal), "dll");
        List<string> command = ranks == 0 ? [] : [launcher];
        if (ranks > 0 && VersionOf(launcher)!.Contains("Open MPI", StringComparison.Ordinal))
            command.AddRange(["--allow-run-as-root", "--oversubscribe"]);
        if (ranks > 0)
            command.AddRange(["-np", $"{ranks}"]);
        command.AddRange(["dotnet", program, .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        var start = new ProcessStartInfo(command[0], command.Skip(1)) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };

        // Of a terminal, mpirun's or this one's, the program is told nothing.
        start.Environment["TERM"] = "dumb";
        return Process.Start(start)!;
    }

    /// <summary>Waits for the end of a program that must not hang.</summary>
    public static void End(Process process, TimeSpan patience)
    {
        if (process.WaitForExit(patience))
        {
            process.WaitForExit();
            return;
        }

        process.Kill(entireProcessTree: true);
        Assert.Fail($"The job has not ended within {patience.TotalSeconds} seconds.");
    }

    private static string? VersionOf(string launcher) => Versions.GetOrAdd(launcher, Ask);

    private static string? Ask(string program)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(program, "--version") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
            string text = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? text : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
