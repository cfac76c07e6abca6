using System;
using System.Collections.Generic;
using System.Linq;

namespace GenNet.Benchmarks.Comparison;

/// <summary>A Python interpreter that has PyTorch, and how PyTorch multiplies matrices there.</summary>
/// <param name="Interpreter">The program.</param>
/// <param name="Warning">Why a comparison would be unfair, or null.</param>
/// <param name="Kernels">Those of OpenBLAS that are the fastest here, or null where it is not OpenBLAS.</param>
internal sealed record PythonWithTorch(string Interpreter, string? Warning, OpenBlasKernels? Kernels)
{
    private const string ReferenceBlas =
        "PyTorch computes with the reference BLAS here, many times slower than OpenBLAS: its ratios say nothing. Install OpenBLAS (Debian: apt install libopenblas0-pthread).";

    private static readonly Lazy<PythonWithTorch?> Search = new(() => Candidates().Select(Probe).FirstOrDefault(found => found is not null));

    private sealed record Blas(string Name, string? OpenBlas);

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
        Blas? blas = new PythonScript(interpreter, "pytorch_blas.py").Run<Blas>();
        return blas is null ? null : new PythonWithTorch(
            interpreter, blas.Name == "reference BLAS" ? ReferenceBlas : null,
            blas.OpenBlas is null ? null : OpenBlasKernels.Choose(interpreter, blas.OpenBlas));
    }
}
