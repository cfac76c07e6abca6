using System;
using System.Diagnostics;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace GenNet.Gradient.Tests.Training;

/// <summary>A process that trains is killed, twice, and resumed: it ends where one ends that was let alone.</summary>
public sealed class ResumeTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private readonly string _directory = Directory.CreateTempSubdirectory("gennet-resume-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Theory]
    [InlineData("plateau")]
    [InlineData("cosine")]
    public async Task A_killed_training_ends_where_an_uninterrupted_one_ends_bit_for_bit(string kind)
    {
        FitResult expected = new ResumeJob(kind, File("whole-checkpoint"), null, File("whole"), int.MaxValue).Run();
        int last = expected.Epochs[^1].Epoch;
        Assert.True(last >= 8, $"the fit must outlive both kills, ended after epoch {last}");
        if (kind == "plateau")
            Assert.True(expected.StopReason == StopReason.StoppedEarly && expected.BestEpoch < last, "best parameters of a checkpoint must matter");

        // Checkpoints come every second epoch: killed in epoch 4 it goes on from 2, killed in 7 from 6.
        string checkpoint = File("checkpoint"), result = File("result");
        await Kill(new ResumeJob(kind, checkpoint, null, result, SlowFromEpoch: 4), "4");
        Assert.Equal("2", SafeTensorsFile.Read(checkpoint).Metadata["fit.epoch"]);
        await Kill(new ResumeJob(kind, checkpoint, checkpoint, result, SlowFromEpoch: 7), "7");
        Assert.Equal("6", SafeTensorsFile.Read(checkpoint).Metadata["fit.epoch"]);
        Assert.False(System.IO.File.Exists(result));

        await Finish(new ResumeJob(kind, checkpoint, checkpoint, result, int.MaxValue));

        // Parameters, optimizer state, steps and learning rate: the files are the same, byte for byte; and so are the last checkpoints.
        Assert.Equal(System.IO.File.ReadAllBytes(File("whole")), System.IO.File.ReadAllBytes(result));
        Assert.Equal(System.IO.File.ReadAllBytes(File("whole-checkpoint")), System.IO.File.ReadAllBytes(checkpoint));
    }

    private string File(string name) => Path.Combine(_directory, name + ".safetensors");

    /// <summary>Lets a job run until it says that it is in the middle of an epoch, and kills it there.</summary>
    private static async Task Kill(ResumeJob job, string epoch)
    {
        using var limit = new CancellationTokenSource(Limit);
        using Process process = Start(job);
        try
        {
            string? line = await process.StandardOutput.ReadLineAsync(limit.Token);
            Assert.True(line == ResumeJob.Ready + epoch, line ?? await process.StandardError.ReadToEndAsync(limit.Token));
        }
        finally
        {
            process.Kill();
        }

        await process.WaitForExitAsync(limit.Token);
        Assert.NotEqual(0, process.ExitCode);
    }

    private static async Task Finish(ResumeJob job)
    {
        using var limit = new CancellationTokenSource(Limit);
        using Process process = Start(job);
        try
        {
            await process.WaitForExitAsync(limit.Token);
            Assert.True(process.ExitCode == 0, $"exit code {process.ExitCode}");
        }
        finally
        {
            process.Kill();
        }
    }

    private static Process Start(ResumeJob job)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "GenNet.Gradient.Tests" + (OperatingSystem.IsWindows() ? ".exe" : ""));
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment[ResumeJob.Variable] = job.Describe();
        return Process.Start(start)!;
    }
}
