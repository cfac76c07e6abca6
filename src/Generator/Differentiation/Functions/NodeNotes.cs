using System;
using System.Collections.Generic;
using System.Linq;
using GenNet.Generator.Expressions;

namespace GenNet.Generator.Differentiation.Functions;

/// <summary>What the comment above the contributions of a node says: the node, and what it does with its gradient.</summary>
internal static class NodeNotes
{
    /// <summary>The comment of a node.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">What it is.</param>
    /// <param name="result">Its variable, where derivatives are written with it.</param>
    /// <param name="dq">Its gradient.</param>
    /// <param name="by">The variables that get a contribution.</param>
    public static string Of(string name, Expr value, Variable? result, Expr dq, IReadOnlyList<Variable> by)
    {
        // A number of a span that is added to has the sign of that in its name.
        string node = $"{name}{(name.EndsWith("+", StringComparison.Ordinal) ? "" : " ")}= {MathPrinter.Print(value)}", flow = MathPrinter.Print(dq);
        return by.Count == 2 ? $"{node}: {OfTwo(name, value, result, flow, by)}" : $"{node}: {OfOne(name, value, result, flow, by[0])}";
    }

    private static string OfTwo(string name, Expr value, Variable? result, string flow, IReadOnlyList<Variable> by) => value switch
    {
        Add => $"add hands {flow} on to both",
        Subtract => $"hands {flow} on to {by[0].Name}, and its negative to {by[1].Name}",
        Multiply => $"mul hands {flow} on to each, times the other",
        Combine { Function: Function.Max } => $"max hands {flow} on to the larger, half of it to each of equals",
        Combine { Function: Function.Min } => $"min hands {flow} on to the smaller, half of it to each of equals",
        Select => $"hands {flow} on to the one that was chosen",
        _ => string.Join(", ", by.Select(variable => Slope(name, value, result, variable))),
    };

    private static string OfOne(string name, Expr value, Variable? result, string flow, Variable variable) => value switch
    {
        Variable => $"hands {flow} on",
        Add or Subtract when Derivative(value, result, variable) is Constant { Value: 1 } => $"hands {flow} on",
        Negate => $"hands on the negative of {flow}",
        _ => Slope(name, value, result, variable),
    };

    private static string Slope(string name, Expr value, Variable? result, Variable variable) =>
        $"d{name}/d{variable.Name} = {MathPrinter.Print(Derivative(value, result, variable))}";

    private static Expr Derivative(Expr value, Variable? result, Variable variable) =>
        value is Divide { Right: Variable divisor } && divisor == variable && result is not null && ((Divide)value).Left != divisor
            ? -(result / (Expr)divisor)
            : LocalGradients.Derivative(value, result, variable);
}
