using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace GenNet.Benchmarks.Compare;

/// <summary>The medians of a case: microseconds of each program, and the ratios of the others to ours, round by round.</summary>
/// <param name="Case">What was done.</param>
/// <param name="Microseconds">For each program.</param>
/// <param name="Ratios">For each peer: how many times as long it takes.</param>
internal sealed record Result(Case Case, IReadOnlyDictionary<string, double> Microseconds, IReadOnlyDictionary<string, double> Ratios);

/// <summary>Runs a case on all programs in turn, round after round, after they have shown that they compute the same.</summary>
internal sealed class Comparison(Peer? pytorch, Peer? onnx, int threads, int rounds, double seconds)
{
    public const string Ours = "GenNet";
    private const double Tolerance = 1e-3;
    private const int CheckedSteps = 5;

    public Result Run(Case c)
    {
        string folder = Directory.CreateTempSubdirectory("gennet-compare-").FullName;
        try
        {
            ISubject ours = c.Start(c, threads);
            ours.GetType().GetMethod(nameof(GenNetSubject<Net2x2x1>.WriteFiles))!.Invoke(ours, [folder]);
            var subjects = new Dictionary<string, ISubject> { [Ours] = ours };
            if (pytorch is not null)
                subjects[pytorch.Name] = pytorch.Load(c, folder);

            // It reads the model that PyTorch has written, and does not train.
            if (pytorch is not null && onnx is not null && !c.Training)
                subjects[onnx.Name] = onnx.Load(c, folder);
            foreach ((string name, ISubject subject) in subjects.Where(pair => pair.Key != Ours))
                Agree(c, name, ours, subject);
            return Measure(c, subjects);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Agree(Case c, string name, ISubject ours, ISubject theirs)
    {
        Close(c, name, "output", ours.Outputs(), theirs.Outputs());
        if (theirs.Losses(CheckedSteps) is { } losses)
            Close(c, name, "loss after step", ours.Losses(CheckedSteps)!, losses);
    }

    private static void Close(Case c, string name, string what, float[] ours, float[] theirs)
    {
        if (ours.Length != theirs.Length)
            throw new InvalidDataException($"{c.Name}: {name} has {theirs.Length} numbers of {what}, we have {ours.Length}.");
        for (int i = 0; i < ours.Length; i++)
        {
            if (!(Math.Abs(ours[i] - theirs[i]) <= Tolerance * Math.Max(1e-2, Math.Abs(theirs[i]))))
                throw new InvalidDataException($"{c.Name}: {what} {i} of {name} is {theirs[i]}, ours {ours[i]}.");
        }
    }

    private Result Measure(Case c, Dictionary<string, ISubject> subjects)
    {
        Dictionary<string, int> times = subjects.ToDictionary(pair => pair.Key, pair => Calibrate(pair.Value));
        Dictionary<string, List<double>> measured = subjects.Keys.ToDictionary(name => name, _ => new List<double>());
        for (int round = 0; round < rounds; round++)
        {
            foreach ((string name, ISubject subject) in subjects)
                measured[name].Add(1e6 * subject.Time(times[name]) / times[name]);
        }

        return new Result(
            c,
            measured.ToDictionary(pair => pair.Key, pair => Median(pair.Value)),
            measured.Where(pair => pair.Key != Ours).ToDictionary(
                pair => pair.Key, pair => Median(pair.Value.Zip(measured[Ours], (theirs, ours) => theirs / ours).ToList())));
    }

    /// <summary>How often the work fits into a measurement; warms up on the way.</summary>
    private int Calibrate(ISubject subject)
    {
        for (int times = 1; ; times *= 2)
        {
            double taken = subject.Time(times);
            if (taken > seconds / 4)
                return Math.Max(1, (int)(times * seconds / taken));
        }
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values.Count % 2 == 1 ? values[values.Count / 2] : (values[values.Count / 2 - 1] + values[values.Count / 2]) / 2;
    }
}
