using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace GenNet.Mpi.Tests;

/// <summary>Ranks whose process is killed at any moment: while they compute, in an exchange, while a checkpoint is written.</summary>
public class KillTests
{
    private const string Fit = "--shares 4 --epochs 12";

    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(10);

    private static readonly Lazy<string> Undisturbed = new(() => Parameters(MpiRun.Results(0, Fit).Single()));

    /// <summary>Twenty moments; the number is the seed of each.</summary>
    public static IEnumerable<TheoryDataRow<int>> Moments => Enumerable.Range(1, 20).Select(seed => new TheoryDataRow<int>(seed));

    [Theory]
    [MemberData(nameof(Moments))]
    public void A_killed_rank_ends_the_job_which_resumes_to_the_same_bytes(int seed)
    {
        MpiRun.Require();
        var random = new Random(seed);
        int ranks = random.Next(2, 5), killed = random.Next(ranks), after = random.Next(1, 4), milliseconds = random.Next(0, 600);
        string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.safetensors");
        try
        {
            bool isEarly = Kill(ranks, killed, milliseconds, $"{Fit} --announce --pause 3 --checkpoint {path}");
            Assert.True(isEarly, $"The fit was over {milliseconds} ms after its start.");
            Assert.All(MpiRun.Results(after, $"{Fit} --resume {path}"), result => Assert.Equal(Undisturbed.Value, Parameters(result)));
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Kills the process of a rank some time after all have begun; returns whether that was before the end.</summary>
    private static bool Kill(int ranks, int killed, int milliseconds, string arguments)
    {
        using Process job = MpiRun.Start(ranks, arguments);
        Task<string> errors = job.StandardError.ReadToEndAsync();
        var processes = new Dictionary<int, int>();
        while (processes.Count < ranks && job.StandardOutput.ReadLine() is { } line)
        {
            if (line.Split(' ') is ["rank", var rank, "process", var process])
                processes.Add(int.Parse(rank, CultureInfo.InvariantCulture), int.Parse(process, CultureInfo.InvariantCulture));
        }

        Assert.True(processes.Count == ranks, errors.IsCompleted ? errors.Result : "The ranks have not said their processes.");
        Thread.Sleep(milliseconds);
        bool isEarly = !job.HasExited;
        if (isEarly)
        {
            using Process rank = Process.GetProcessById(processes[killed]);
            rank.Kill();
        }

        Task<string> rest = job.StandardOutput.ReadToEndAsync();
        MpiRun.End(job, LongestEnd);
        Assert.Equal(isEarly, job.ExitCode != 0);
        Assert.Equal(isEarly, !rest.Result.Contains($"rank {killed} of {ranks}: Completed", StringComparison.Ordinal));
        return isEarly;
    }

    private static string Parameters(string result) => result[result.IndexOf("parameters ", StringComparison.Ordinal)..];
}
