using System;
using System.IO;

namespace GenNet.Mpi.Tests;

/// <summary>Ranks that do not reach the end.</summary>
public class FaultTests
{
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
}
