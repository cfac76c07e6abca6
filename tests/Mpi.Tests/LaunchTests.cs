using System;
using System.Collections.Generic;
using System.Linq;

namespace GenNet.Mpi.Tests;

/// <summary>What can be told without MPI.</summary>
public class LaunchTests
{
    [Theory]
    [InlineData("", 1, null)]
    [InlineData("OMPI_COMM_WORLD_SIZE=4", 4, "Open MPI")]
    [InlineData("OMPI_COMM_WORLD_SIZE=2 PMI_SIZE=3", 2, "Open MPI")]
    [InlineData("PMI_SIZE=3", 3, "MPICH")]
    [InlineData("PMI_SIZE=3 SLURM_STEP_NUM_TASKS=3", 3, null)]
    [InlineData("SLURM_STEP_NUM_TASKS=5", 5, null)]
    [InlineData("PMI_SIZE=many", 1, null)]
    [InlineData("PMI_SIZE=0", 1, null)]
    public void The_environment_says_how_many_ranks_there_are(string environment, int size, string? family)
    {
        Dictionary<string, string> variables = environment.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(variable => variable.Split('=')).ToDictionary(parts => parts[0], parts => parts[1]);
        Assert.Equal(new MpiLaunch(size, family), MpiLaunch.Of(variables.GetValueOrDefault));
    }

    [Fact]
    public void A_library_is_told_by_what_it_exports()
    {
        MpiHandles open = MpiHandles.Of(name => name.Length);
        Assert.Equal(("Open MPI", "ompi_mpi_comm_world".Length, "ompi_mpi_double".Length, 1), (open.Family, (int)open.World, (int)open.Double, (int)open.InPlace));
        MpiHandles mpich = MpiHandles.Of(_ => 0);
        Assert.Equal(("MPICH", 0x44000000, 0x4c00080b, -1), (mpich.Family, (int)mpich.World, (int)mpich.Double, (int)mpich.InPlace));
    }

    [Fact]
    public void The_library_of_the_mpi_that_started_the_ranks_comes_first()
    {
        Assert.Contains("40", MpiLibrary.Names(null, "Open MPI")[0], StringComparison.Ordinal);
        Assert.Contains("40", MpiLibrary.Names("", null)[0], StringComparison.Ordinal);
        Assert.Contains("12", MpiLibrary.Names(null, "MPICH")[0], StringComparison.Ordinal);
        Assert.Equal(["/opt/mpi.so"], MpiLibrary.Names("/opt/mpi.so", "MPICH"));
    }

    [Fact]
    public void One_process_is_one_rank_without_a_library()
    {
        using MpiExchange ranks = MpiExchange.Initialize(shares: 3);
        Assert.Equal((0, 1, 3, null), (ranks.Rank, ranks.Size, ranks.Shares, ranks.Library));
        using MpiExchange another = MpiExchange.Initialize();
        Assert.Null(another.Shares);
        Assert.Throws<ArgumentOutOfRangeException>(() => MpiExchange.Initialize(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => MpiExchange.Initialize(1025));
    }
}
