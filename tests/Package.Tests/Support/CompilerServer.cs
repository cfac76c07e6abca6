using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace GenNet.Package.Tests;

/// <summary>One compiler for all fresh projects, instead of one that starts cold for each. It is not that of anybody else, and ends with the tests.</summary>
internal static class CompilerServer
{
    // Short: on macOS it becomes part of a path of 104 characters at most.
    private static readonly string Pipe = "gennet-" + Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture)[..16];

    /// <summary>Has a build compile with it; the first one starts it.</summary>
    public static void Use(IDictionary<string, string?> environment)
    {
        environment["UseSharedCompilation"] = "true";
        environment["SharedCompilationId"] = Pipe;
    }

    /// <summary>Ends it, where it runs: it holds the assemblies of the generator.</summary>
    /// <param name="folder">In which the SDK is that of the fresh projects.</param>
    public static void ShutDown(string folder)
    {
        string version = Dotnet.Run(folder, "--version").Output.Trim();
        // A line is: 10.0.100 [/usr/share/dotnet/sdk]
        string? line = Dotnet.Run(folder, "--list-sdks").Output.Split('\n').FirstOrDefault(line => line.StartsWith(version + " [", StringComparison.Ordinal));
        if (line is null)
            return;
        string compiler = Path.Combine(line[(version.Length + 2)..].TrimEnd('\r', ']'), version, "Roslyn", "bincore", "VBCSCompiler.dll");
        // Whatever it answers: a server that nobody asks ends by itself, too, only later.
        Dotnet.Run(folder, compiler, "-shutdown", "-pipename:" + Pipe);
    }
}
