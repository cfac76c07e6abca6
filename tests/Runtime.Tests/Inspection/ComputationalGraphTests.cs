using System;

namespace GenNet.Tests.Inspection;

public class ComputationalGraphTests
{
    private static readonly GraphNode X = new("x", "", 3, 6, []);

    [Fact]
    public void The_last_node_is_the_result()
    {
        var graph = new ComputationalGraph([X, new GraphNode("y", "x^2", 9, 1, [0])]);

        Assert.Equal("y", graph.Result.Name);
        Assert.True(graph.Nodes[0].IsParameter);
        Assert.False(graph.Result.IsParameter);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(2)]
    public void An_input_stands_before_its_node(int input) =>
        Assert.Contains("Node 1 (y)", Assert.Throws<ArgumentException>(() => new ComputationalGraph([X, new GraphNode("y", "x^2", 9, 1, [input])])).Message, StringComparison.Ordinal);

    [Fact]
    public void A_graph_is_not_empty() => Assert.Throws<ArgumentException>(() => new ComputationalGraph([]));
}
