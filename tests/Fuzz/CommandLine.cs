using System;
using System.CommandLine;
using System.Linq;

namespace GenNet.Fuzz;

/// <summary>The options of a search.</summary>
internal static class CommandLine
{
    public static RootCommand Create()
    {
        var minutes = new Option<double>("--minutes") { Description = "How long to search; one round of each subject at the least.", Required = true };
        var seed = new Option<ulong?>("--seed") { Description = "The seed of the first round; a failure is found again with it and --minutes 0." };
        var names = new Option<string[]>("--subject") { Description = $"One of: {string.Join(", ", Subjects.All.Select(subject => subject.Name))}. All without." };
        names.AcceptOnlyFromAmong([.. Subjects.All.Select(subject => subject.Name)]);

        var command = new RootCommand("Searches for cases that fail. Without options it runs a fixed round of each subject, as tests.") { minutes, seed, names };
        command.SetAction(parsed =>
        {
            string[] chosen = parsed.GetValue(names) is { Length: > 0 } some ? some : [.. Subjects.All.Select(subject => subject.Name)];
            var search = new Search(
                [.. Subjects.All.Where(subject => chosen.Contains(subject.Name))],
                TimeSpan.FromMinutes(parsed.GetValue(minutes)),
                parsed.GetValue(seed) ?? (ulong)Random.Shared.NextInt64(int.MaxValue),
                Console.Out);
            return search.Run() ? 0 : 1;
        });
        return command;
    }
}
