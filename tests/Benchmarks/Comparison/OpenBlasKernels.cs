using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Runtime.InteropServices;

namespace GenNet.Benchmarks.Comparison;

/// <summary>
/// The kernels that OpenBLAS is fastest with here, by trial: on a processor that is younger than the library its own choice may be kernels
/// of the oldest ones, several times as slow.
/// </summary>
/// <param name="CoreType">The value of OPENBLAS_CORETYPE, or null for its own choice.</param>
/// <param name="Report">What was tried and taken.</param>
internal sealed record OpenBlasKernels(string? CoreType, string Report)
{
    private const int Turns = 3;

    // Less than this is chance.
    private const double Clearly = 1.03;

    private static readonly string[] X64 = ["Nehalem", "Sandybridge", "Haswell", "Zen", "SkylakeX", "Cooperlake", "Sapphirerapids"];

    private static readonly string[] Arm64 = ["ARMV8", "CORTEXA57", "NEOVERSEN1", "NEOVERSEN2", "NEOVERSEV1"];

    /// <summary>What a trial answers.</summary>
    /// <param name="Core">The kernels that were in use.</param>
    /// <param name="Rate">Operations in a second.</param>
    private sealed record Trial(string Core, double Rate);

    /// <summary>Tries them in turn, each in a process of its own; null where the library cannot be tried.</summary>
    /// <param name="interpreter">A Python.</param>
    /// <param name="library">The file of OpenBLAS.</param>
    public static OpenBlasKernels? Choose(string interpreter, string library)
    {
        string?[] candidates = [null, .. RuntimeInformation.OSArchitecture == Architecture.Arm64 ? Arm64 : X64];
        var trials = new List<(string? CoreType, Trial Trial)>();
        for (int i = 0; i < Turns * candidates.Length; i++)
        {
            string? candidate = candidates[i % candidates.Length];
            if (Run(interpreter, library, candidate) is { } trial)
                trials.Add((candidate, trial));
        }

        // A name that it does not know gets its own choice, and would be that one once more.
        (string? CoreType, Trial Trial)[] best = trials
            .Where(one => one.CoreType is null || one.CoreType.Equals(one.Trial.Core, StringComparison.OrdinalIgnoreCase))
            .GroupBy(one => one.CoreType).Select(group => group.MaxBy(one => one.Trial.Rate)).OrderByDescending(one => one.Trial.Rate).ToArray();
        (string? CoreType, Trial Trial) own = best.FirstOrDefault(one => one.CoreType is null);
        if (own.Trial is null)
            return null;
        (string? CoreType, Trial Trial) taken = best[0].Trial.Rate > Clearly * own.Trial.Rate ? best[0] : own;
        string tried = string.Join(", ", best.Select(one => string.Create(
            CultureInfo.InvariantCulture, $"{(one.CoreType is null ? "by itself " : "")}{one.Trial.Core} {one.Trial.Rate / 1e9:0}")));
        return new(taken.CoreType, $"OpenBLAS by trial, GFLOP/s: {tried}; taken: {taken.Trial.Core}{(taken.CoreType is null ? ", its own choice" : "")}");
    }

    private static Trial? Run(string interpreter, string library, string? coreType)
    {
        var script = new PythonScript(interpreter, "openblas_trial.py", library);
        script.Start.Environment["OPENBLAS_NUM_THREADS"] = "1";
        if (coreType is not null)
            script.Start.Environment[Launch.CoreType] = coreType;

        // Kernels for another processor end in an illegal instruction.
        return script.Run<Trial>();
    }
}
