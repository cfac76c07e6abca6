using System;
using System.Linq;
using System.Threading;

namespace GenNet.Tests.Threading;

public class WorkerTeamTests
{
    [Fact]
    public void Each_part_runs_once_for_each_run()
    {
        var counts = new int[4];
        using var team = new WorkerTeam(4);
        var work = new Work(part => Interlocked.Increment(ref counts[part]));
        for (int i = 0; i < 1000; i++)
            team.Run(1 + i % 4, work);
        Assert.Equal([1000, 750, 500, 250], counts);
    }

    [Fact]
    public void Sleeping_threads_wake_up()
    {
        var counts = new int[3];
        using var team = new WorkerTeam(3);
        for (int i = 0; i < 3; i++)
        {
            Thread.Sleep(50);
            team.Run(3, new Work(part => counts[part]++));
        }

        Assert.Equal([3, 3, 3], counts);
    }

    [Fact]
    public void An_exception_reaches_the_caller_and_the_team_lives_on()
    {
        bool fail = true;
        int done = 0;
        using var team = new WorkerTeam(2);
        var work = new Work(part =>
        {
            if (fail && part == 1)
                throw new InvalidOperationException("part 1");
            Interlocked.Increment(ref done);
        });
        AggregateException thrown = Assert.Throws<AggregateException>(() => team.Run(2, work));
        Assert.Equal("part 1", Assert.Single(thrown.InnerExceptions).Message);
        fail = false;
        team.Run(2, work);
        Assert.Equal(3, done);
    }

    [Fact]
    public void Dispose_ends_the_threads()
    {
        var threads = new Thread?[3];
        var team = new WorkerTeam(3);
        team.Run(3, new Work(part => threads[part] = Thread.CurrentThread));
        team.Dispose();
        Assert.All(threads.Skip(1), thread => Assert.False(thread!.IsAlive));
    }

    [Fact]
    public void A_run_allocates_nothing()
    {
        var sums = new int[2];
        using var team = new WorkerTeam(2);
        var work = new TeamWork<AddNumber>(team);
        int number = 0;
        Allocation.AssertNone(() => work.Run(2, new AddNumber(sums, number++)));
        int expected = Enumerable.Range(0, number).Sum();
        Assert.Equal([expected, expected], sums);
    }

    private sealed class Work(Action<int> work) : ITeamWork
    {
        public void Do(int part) => work(part);
    }

    private readonly struct AddNumber(int[] sums, int number) : ITeamWork
    {
        public void Do(int part) => sums[part] += number;
    }
}
