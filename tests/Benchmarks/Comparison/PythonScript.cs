using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Text.Json;

namespace GenNet.Benchmarks.Comparison;

/// <summary>A script of the folder peers that prints one line of JSON.</summary>
/// <param name="Start">How it is started; more of its environment may be set before it is run.</param>
internal sealed record PythonScript(ProcessStartInfo Start)
{
    public PythonScript(string interpreter, string script, params string[] arguments)
        : this(Launch.Start(interpreter, [Path.Combine(Launch.PeersFolder(), script), .. arguments]))
    {
        Start.RedirectStandardError = true;
        Start.RedirectStandardOutput = true;
    }

    /// <summary>What it prints, or null where the interpreter is no program or the script fails.</summary>
    public T? Run<T>()
        where T : class
    {
        try
        {
            using Process process = Process.Start(Start)!;
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? JsonSerializer.Deserialize<T>(output, Json.Line) : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
