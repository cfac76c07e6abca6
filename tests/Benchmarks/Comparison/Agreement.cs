using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace GenNet.Benchmarks.Comparison;

/// <summary>That the programs compute the same: same weights, same data, same outputs, same losses. Nothing is timed before.</summary>
internal static class Agreement
{
    private const double Relative = 1e-4;

    // Outputs of a softmax may be anything down to zero; below this, floats have lost the digits to compare.
    private const double Absolute = 1e-7;

    private const int Steps = 5;

    /// <summary>Checks the programs after loading a case.</summary>
    /// <exception cref="DisagreementException">Two of them differ.</exception>
    public static void Check(Case @case, IReadOnlyList<PeerProcess> programs, string folder)
    {
        CheckOutputs(programs, folder);
        if (@case.Work == Work.Train)
            Compare("loss of step", programs, program => program.Ask(new Request("losses") { Iterations = Steps }).Losses!);
    }

    /// <summary>Checks the outputs alone.</summary>
    /// <exception cref="DisagreementException">Two of them differ.</exception>
    public static void CheckOutputs(IReadOnlyList<PeerProcess> programs, string folder) => Compare("output", programs, program => Outputs(program, folder));

    private static double[] Outputs(PeerProcess program, string folder)
    {
        string path = Path.Combine(folder, "outputs.f32");
        program.Ask(new Request("outputs") { Path = path });
        return FloatFile.Read(path).Select(output => (double)output).ToArray();
    }

    private static void Compare(string what, IReadOnlyList<PeerProcess> programs, Func<PeerProcess, double[]> values)
    {
        double[] ours = values(programs[0]);
        foreach (PeerProcess peer in programs.Skip(1))
        {
            double[] theirs = values(peer);
            if (theirs.Length != ours.Length)
                throw new DisagreementException($"{programs[0].Name} has {ours.Length} values ({what}), {peer.Name} {theirs.Length}.");
            for (int i = 0; i < ours.Length; i++)
            {
                // Written so that NaN is a disagreement.
                double tolerance = Absolute + Relative * Math.Max(Math.Abs(ours[i]), Math.Abs(theirs[i]));
                if (!(Math.Abs(ours[i] - theirs[i]) <= tolerance))
                    throw new DisagreementException($"{what} {i}: {programs[0].Name} has {ours[i]:R}, {peer.Name} {theirs[i]:R}.");
            }
        }
    }
}

/// <summary>Two programs that are to compute the same do not.</summary>
internal sealed class DisagreementException(string message) : Exception(message);
