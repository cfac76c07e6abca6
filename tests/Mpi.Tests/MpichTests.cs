using System;
using System.Linq;

namespace GenNet.Mpi.Tests;

/// <summary>The other family of MPI libraries, whose handles are constants.</summary>
public class MpichTests
{
    [Theory]
    [InlineData("")]
    [InlineData("--run norm --whole")]
    [InlineData("--run steps")]
    public void It_gives_the_bytes_of_one_process(string arguments)
    {
        MpiRun.RequireMpich();
        string alone = MpiRun.Results(0, $"--shares 4 {arguments}").Single();
        Assert.All(MpiRun.Results(3, $"--shares 4 {arguments}", MpiRun.Mpich), result => Assert.Equal(alone, result));
    }

    [Theory]
    [InlineData("--throw 1", "Rank 1: System.IO.InvalidDataException: This rank cannot go on.")]
    [InlineData("--fail-before 1", "Rank 1 has ended while this one waits for it.")]
    [InlineData("--sleep 1 --patience 1", "Rank 0 has waited 1 s for rank 1, and goes on waiting.")]
    public void Ranks_say_what_happens(string arguments, string message)
    {
        MpiRun.RequireMpich();
        (int exitCode, _, string errors) = MpiRun.Run(3, arguments, MpiRun.Mpich);
        Assert.Equal(arguments.StartsWith("--sleep", StringComparison.Ordinal), exitCode == 0);
        Assert.Contains(message, errors, StringComparison.Ordinal);
    }
}
