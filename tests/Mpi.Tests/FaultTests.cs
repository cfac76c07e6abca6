using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace GenNet.Mpi.Tests;

/// <summary>Ranks that do not reach the end.</summary>
public class FaultTests
{
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData("--throw 1", "Rank 1: System.IO.InvalidDataException: This rank cannot go on.")]
    [InlineData("--throw 0 --shares 4", "Rank 0: System.IO.InvalidDataException: This rank cannot go on.")]
    [InlineData("--fail-before 1", "Rank 1 has ended while this one waits for it. The last exception there was System.OperationCanceledException: This rank has no data.")]
    public void A_rank_that_throws_ends_all_with_its_message(string arguments, string message)
    {
        MpiRun.Require();
        (int exitCode, _, string errors) = MpiRun.Run(2, arguments);
        Assert.NotEqual(0, exitCode);
        Assert.Contains(message, errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, 1, 2, 3)]
    [InlineData(3, 0, 3, 1)]
    [InlineData(2, 0, 4, 2)]
    public void A_killed_rank_ends_the_job_which_resumes_to_the_same_bytes(int ranks, int killed, int epoch, int ranksAfter)
    {
        MpiRun.Require();
        string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.safetensors");
        try
        {
            Kill(ranks, killed, epoch, $"--shares 4 --epochs 6 --pause 10 --checkpoint {path}");
            Assert.True(File.Exists(path));
            string undisturbed = Parameters(MpiRun.Results(1, "--shares 4 --epochs 6").Single());
            Assert.All(MpiRun.Results(ranksAfter, $"--shares 4 --epochs 6 --resume {path}"), result => Assert.Equal(undisturbed, Parameters(result)));
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Kills the process of a rank some steps after the end of an epoch.</summary>
    private static void Kill(int ranks, int killed, int epoch, string arguments)
    {
        using Process job = MpiRun.Start(ranks, arguments);
        Task<string> errors = job.StandardError.ReadToEndAsync();
        string start = $"rank {killed} epoch {epoch} process ", next = $"rank {killed} epoch {epoch + 1} ";
        int process = 0;
        while (job.StandardOutput.ReadLine() is { } line)
        {
            Assert.DoesNotContain(next, line, StringComparison.Ordinal);
            if (!line.StartsWith(start, StringComparison.Ordinal))
                continue;
            process = int.Parse(line.AsSpan(start.Length), NumberStyles.None, CultureInfo.InvariantCulture);
            break;
        }

        Assert.True(process > 0, errors.IsCompleted ? errors.Result : "The rank has not said its number.");
        using (Process rank = Process.GetProcessById(process))
            rank.Kill();
        Task<string> rest = job.StandardOutput.ReadToEndAsync();
        MpiRun.End(job, LongestEnd);
        Assert.NotEqual(0, job.ExitCode);
        Assert.DoesNotContain("Completed", rest.Result, StringComparison.Ordinal);
    }

    private static string Parameters(string result) => result[result.IndexOf("parameters ", StringComparison.Ordinal)..];
}
