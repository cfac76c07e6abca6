using System;
using System.Collections.Immutable;
using System.Linq;

namespace GenNet;

/// <summary>
/// A function at a point as its computational graph: each value that was computed on the way to the result, with the derivative of the result by it. The generator
/// makes it for a function with <c>[Differentiable(Graph = true)]</c>.
/// </summary>
public sealed class ComputationalGraph
{
    /// <summary>A graph of these nodes.</summary>
    /// <param name="nodes">In the order of their computation: the parameters first, the result last.</param>
    /// <exception cref="ArgumentException">There is no node, or an input of a node does not stand before it.</exception>
    public ComputationalGraph(ImmutableArray<GraphNode> nodes)
    {
        if (nodes.IsDefaultOrEmpty)
            throw new ArgumentException("A computational graph has a node at least: its result.", nameof(nodes));
        for (int i = 0; i < nodes.Length; i++)
        {
            if (nodes[i].Inputs.IsDefault || nodes[i].Inputs.Any(input => input < 0 || input >= i))
                throw new ArgumentException($"Node {i} ({nodes[i].Name}) may have only nodes before it as inputs.", nameof(nodes));
        }

        Nodes = nodes;
    }

    /// <summary>The nodes in the order of their computation: the parameters first, the result last.</summary>
    public ImmutableArray<GraphNode> Nodes { get; }

    /// <summary>The last node: the value of the function. Its gradient is 1.</summary>
    public GraphNode Result => Nodes[^1];
}
