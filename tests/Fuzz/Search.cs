using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;

namespace GenNet.Fuzz;

/// <summary>Rounds of all subjects in turn, each with a seed of its own, until the time is over. A subject that has failed is not run again.</summary>
internal sealed class Search(IReadOnlyList<FuzzSubject> subjects, TimeSpan time, ulong seed, TextWriter output)
{
    /// <summary>Whether everything held.</summary>
    public bool Run()
    {
        var clock = Stopwatch.StartNew();
        var cases = subjects.ToDictionary(subject => subject, _ => 0L);
        var standing = subjects.ToList();
        for (ulong round = seed; standing.Count > 0 && (round == seed || clock.Elapsed < time); round++)
        {
            // The seed stands there before the round, for one that ends the process.
            output.WriteLine($"{clock.Elapsed:hh\\:mm\\:ss} seed {round}: {string.Join(", ", standing.Select(subject => subject.Name))}");
            foreach (FuzzSubject subject in standing.ToArray())
            {
                try
                {
                    subject.Run(round);
                    cases[subject] += subject.Cases;
                }
                catch (FuzzException failure)
                {
                    output.WriteLine(failure.Message);
                    standing.Remove(subject);
                }
            }
        }

        foreach (FuzzSubject subject in subjects)
            output.WriteLine($"{subject.Name}: {cases[subject]} cases held{(standing.Contains(subject) ? "" : ", then one FAILED (above)")}");
        return standing.Count == subjects.Count;
    }
}
