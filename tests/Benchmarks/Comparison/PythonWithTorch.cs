using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Runtime.Intrinsics.X86;
using System.Text.Json;

namespace GenNet.Benchmarks.Comparison;

/// <summary>A Python interpreter that has PyTorch, and how PyTorch multiplies matrices there.</summary>
/// <param name="Interpreter">The program.</param>
/// <param name="Kernels">The kernels to ask OpenBLAS for, or null where its own choice is good.</param>
/// <param name="Warning">Why a comparison would be unfair, or null.</param>
internal sealed record PythonWithTorch(string Interpreter, string? Kernels, string? Warning)
{
    private const string CoreType = "OPENBLAS_CORETYPE";

    private const string ReferenceBlas =
        "PyTorch computes with the reference BLAS here, many times slower than OpenBLAS: its ratios say nothing. Install OpenBLAS (Debian: apt install libopenblas0-pthread).";

    private static readonly Lazy<PythonWithTorch?> Search = new(() => Candidates().Select(Probe).FirstOrDefault(found => found is not null));

    private sealed record Blas(string Name, string? Kernels);

    /// <summary>The first interpreter that has PyTorch: the named one, those on the path, the system's.</summary>
    public static PythonWithTorch? Found => Search.Value;

    private static IEnumerable<string> Candidates()
    {
        IEnumerable<string?> named = [Environment.GetEnvironmentVariable("GENNET_PYTHON")];
        return named.Where(python => !string.IsNullOrEmpty(python)).OfType<string>()
            .Concat(Launch.OnPath("python3")).Concat(Launch.OnPath("python")).Append("/usr/bin/python3").Distinct();
    }

    private static PythonWithTorch? Probe(string interpreter)
    {
        ProcessStartInfo start = Launch.Start(interpreter, [Path.Combine(Launch.PeersFolder(), "pytorch_blas.py")]);
        start.RedirectStandardError = true;
        start.RedirectStandardOutput = true;
        try
        {
            using Process process = Process.Start(start)!;
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? From(interpreter, JsonSerializer.Deserialize<Blas>(output, Json.Line)!) : null;
        }
        catch (Win32Exception)
        {
            // Not a program.
            return null;
        }
    }

    private static PythonWithTorch From(string interpreter, Blas blas)
    {
        // An OpenBLAS that is older than the processor takes it for one without 512-bit vectors. With the kernels of the
        // first that had them, it is measured at its best.
        bool underrates = Avx512F.IsSupported && blas.Kernels is ("Haswell" or "Zen");
        bool isChosen = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(CoreType));
        return new PythonWithTorch(interpreter, underrates && !isChosen ? "SKYLAKEX" : null, blas.Name == "reference BLAS" ? ReferenceBlas : null);
    }
}
