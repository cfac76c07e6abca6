using System.Collections.Immutable;

namespace GenNet;

/// <summary>A value of a <see cref="ComputationalGraph"/>.</summary>
/// <param name="Name">The name that it has in the function; of a value without one a name of the generator's.</param>
/// <param name="Operation">What computes it: "+", "*", "exp", "x^2"...; empty for a parameter, the constant's text for a constant.</param>
/// <param name="Value">The value.</param>
/// <param name="Gradient">The derivative of the graph's result by it; 0 for a constant, which nothing is differentiated by.</param>
/// <param name="Inputs">What it is computed from: indexes into <see cref="ComputationalGraph.Nodes"/>, in the order of the operation's operands.</param>
public sealed record GraphNode(string Name, string Operation, double Value, double Gradient, ImmutableArray<int> Inputs)
{
    /// <summary>Whether it is a parameter of the function.</summary>
    public bool IsParameter => Operation.Length == 0;
}
