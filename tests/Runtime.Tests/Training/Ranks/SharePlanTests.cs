using System;
using System.Collections.Generic;
using System.Linq;

namespace GenNet.Tests.Training.Ranks;

/// <summary>Who has which shares, and the tree that they are summed in.</summary>
public class SharePlanTests
{
    [Fact]
    public void Three_ranks_have_three_three_and_two_of_eight_shares()
    {
        var plan = new SharePlan(0, 3, 8);
        Assert.Equal([0, 3, 6, 8], Enumerable.Range(0, 4).Select(plan.FirstShareOf));
        Assert.Equal([new(1, 0), new(0, 2)], plan.Nodes[0]);
        Assert.Equal([new(0, 3), new(1, 2)], plan.Nodes[1]);
        Assert.Equal([new ShareNode(1, 3)], plan.Nodes[2]);
        Assert.Equal(3, plan.MostOfARank);
    }

    [Fact]
    public void The_nodes_of_the_ranks_are_all_shares_once()
    {
        for (int shares = 1; shares <= 20; shares++)
        {
            for (int size = 1; size <= shares; size++)
            {
                var plan = new SharePlan(0, size, shares);
                IEnumerable<int> of = plan.Nodes.SelectMany(nodes => nodes).SelectMany(node => Leaves(plan, node));
                Assert.Equal(Enumerable.Range(0, shares), of);
            }
        }
    }

    [Theory]
    [InlineData(100)]
    [InlineData(8)]
    [InlineData(3)]
    [InlineData(1)]
    public void The_rows_of_the_ranks_are_those_of_the_batch_in_their_order(int rows)
    {
        for (int size = 1; size <= 5; size++)
        {
            int next = 0;
            for (int rank = 0; rank < size; rank++)
            {
                Range own = new SharePlan(rank, size, 5).OwnRows(rows);
                Assert.Equal(next, own.Start.Value);
                next = own.End.Value;
            }

            Assert.Equal(rows, next);
        }
    }

    [Fact]
    public void Fewer_shares_than_ranks_are_refused() =>
        Assert.All(ThreadRanks.Run(1, 1, ranks => Assert.Throws<AggregateException>(() => ThreadRanks.Run(3, 2, _ => 0))), exception => Assert.IsType<ArgumentOutOfRangeException>(exception.InnerExceptions[0]));

    private static IEnumerable<int> Leaves(SharePlan plan, ShareNode node) =>
        !plan.Has(node) ? [] : node.Level == 0 ? [node.Index] : [.. Leaves(plan, node.Left), .. Leaves(plan, node.Right)];
}
