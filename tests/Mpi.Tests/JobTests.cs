using System;
using System.Linq;

namespace GenNet.Mpi.Tests;

/// <summary>Fits under mpirun.</summary>
public class JobTests
{
    [Theory]
    [InlineData("")]
    [InlineData("--whole")]
    [InlineData("--run norm")]
    [InlineData("--run norm --whole")]
    [InlineData("--run sgd --threads 2")]
    [InlineData("--stream")]
    public void Any_number_of_ranks_ends_in_the_same_bytes_as_one_process(string arguments)
    {
        MpiRun.Require();
        string alone = MpiRun.Results(0, $"--shares 8 {arguments}").Single();
        Assert.StartsWith("Completed after 33 steps, ", alone, StringComparison.Ordinal);
        for (int ranks = 1; ranks <= 4; ranks++)
            Assert.All(MpiRun.Results(ranks, $"--shares 8 {arguments}"), result => Assert.Equal(alone, result));
    }

    [Theory]
    [InlineData("steps")]
    [InlineData("carried")]
    public void Steps_and_carried_state_too(string run)
    {
        MpiRun.Require();
        string alone = MpiRun.Results(0, $"--shares 4 --run {run}").Single();
        Assert.StartsWith("loss ", alone, StringComparison.Ordinal);
        for (int ranks = 2; ranks <= 3; ranks++)
            Assert.All(MpiRun.Results(ranks, $"--shares 4 --run {run}"), result => Assert.Equal(alone, result));
    }

    [Fact]
    public void Without_shares_all_ranks_end_alike()
    {
        MpiRun.Require();
        string[] results = MpiRun.Results(3, "");
        Assert.All(results, result => Assert.Equal(results[0], result));
        Assert.StartsWith("Completed after 33 steps, ", results[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--batch-on-1 50", "rank 0 has fit.batch_size 96, rank 1 has fit.batch_size 50")]
    [InlineData("--run tanh-on-1", "rank 0 has network Float; CrossEntropy; Dense(16, 64, ReLU); Dropout(64, 64, 0.25); Dense(64, 4, Softmax), rank 1 has network Float; CrossEntropy; Dense(16, 64, Tanh)")]
    [InlineData("--spoil 700", "the inputs of row 700 of the data set are not finite with NaN in column 0")]
    public void What_cannot_be_done_is_said_by_all_ranks(string arguments, string message)
    {
        MpiRun.Require();
        string[] results = [.. MpiRun.Results(2, arguments)];
        Assert.Equal(results[0], results[1]);
        Assert.Contains(message, results[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Who_waits_too_long_says_for_whom_and_goes_on()
    {
        MpiRun.Require();
        (int exitCode, string[] lines, string errors) = MpiRun.Run(3, "--sleep 1 --patience 1");
        Assert.Equal(0, exitCode);
        Assert.Equal(3, lines.Length);
        Assert.Equal("Rank 0 has waited 1 s for rank 1, and goes on waiting.", errors.Trim());
    }

    [Fact]
    public void A_cancelled_rank_ends_the_fit_of_all()
    {
        MpiRun.Require();
        Assert.All(MpiRun.Results(2, "--cancel 1"), result => Assert.StartsWith("Cancelled after 15 steps, ", result, StringComparison.Ordinal));
    }
}
