using System;
using System.Linq;
using System.Threading;

namespace GenNet.Tests.Training;

public class WorkerTeamTests
{
    [Fact]
    public void Each_part_runs_once_for_each_run()
    {
        var counts = new int[4];
        using var team = new WorkerTeam(4, part => Interlocked.Increment(ref counts[part]));
        for (int i = 0; i < 1000; i++)
            team.Run(1 + i % 4);
        Assert.Equal([1000, 750, 500, 250], counts);
    }

    [Fact]
    public void Sleeping_threads_wake_up()
    {
        var counts = new int[3];
        using var team = new WorkerTeam(3, part => counts[part]++);
        for (int i = 0; i < 3; i++)
        {
            Thread.Sleep(50);
            team.Run(3);
        }

        Assert.Equal([3, 3, 3], counts);
    }

    [Fact]
    public void An_exception_reaches_the_caller_and_the_team_lives_on()
    {
        bool fail = true;
        int done = 0;
        using var team = new WorkerTeam(2, part =>
        {
            if (fail && part == 1)
                throw new InvalidOperationException("part 1");
            Interlocked.Increment(ref done);
        });
        AggregateException thrown = Assert.Throws<AggregateException>(() => team.Run(2));
        Assert.Equal("part 1", Assert.Single(thrown.InnerExceptions).Message);
        fail = false;
        team.Run(2);
        Assert.Equal(3, done);
    }

    [Fact]
    public void Dispose_ends_the_threads()
    {
        var threads = new Thread?[3];
        var team = new WorkerTeam(3, part => threads[part] = Thread.CurrentThread);
        team.Run(3);
        team.Dispose();
        Assert.All(threads.Skip(1), thread => Assert.False(thread!.IsAlive));
    }

    [Fact]
    public void A_run_allocates_nothing()
    {
        using var team = new WorkerTeam(2, _ => { });
        team.Run(2);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
            team.Run(2);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}
