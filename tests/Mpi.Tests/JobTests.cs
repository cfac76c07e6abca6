using System;
using System.Linq;

namespace GenNet.Mpi.Tests;

/// <summary>Fits under mpirun.</summary>
public class JobTests
{
    [Theory]
    [InlineData("")]
    [InlineData("--run norm")]
    [InlineData("--run sgd --threads 2")]
    public void Any_number_of_ranks_ends_in_the_same_bytes_as_one_process(string arguments)
    {
        MpiRun.Require();
        string alone = MpiRun.Results(0, $"--shares 8 {arguments}").Single();
        Assert.StartsWith("Completed after 33 steps, ", alone, StringComparison.Ordinal);
        for (int ranks = 1; ranks <= 4; ranks++)
            Assert.All(MpiRun.Results(ranks, $"--shares 8 {arguments}"), result => Assert.Equal(alone, result));
    }

    [Fact]
    public void The_fast_sum_is_the_same_on_all_ranks()
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
    public void A_cancelled_rank_ends_the_fit_of_all()
    {
        MpiRun.Require();
        Assert.All(MpiRun.Results(2, "--cancel 1"), result => Assert.StartsWith("Cancelled after 15 steps, ", result, StringComparison.Ordinal));
    }
}
