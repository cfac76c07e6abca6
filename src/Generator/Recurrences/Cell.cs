using System.Collections.Immutable;
using System.Linq;
using GenNet.Generator.Expressions;

namespace GenNet.Generator.Recurrences;

/// <summary>
/// A recurrent cell: what it makes of an input and of its state, as formulas of single numbers. Each unit has a number of every gate; for gate i, zi is what
/// the inputs give it, x W + b, and vi what the state before gives it, h R + Rb.
/// </summary>
/// <param name="Kind">What people call it.</param>
/// <param name="Gates">The letters of the gates, in PyTorch's order.</param>
/// <param name="States">The letters of the states, of which h is what goes out and what R is applied to.</param>
/// <param name="Lines">The formulas in order; those that are named for a state are its new value.</param>
internal sealed record Cell(string Kind, ImmutableArray<string> Gates, ImmutableArray<string> States, ImmutableArray<CellLine> Lines)
{
    /// <summary>The state that goes out.</summary>
    public const string Out = "h";

    /// <summary>What the inputs give a gate.</summary>
    public static Variable OfInput(string gate) => new("z" + gate);

    /// <summary>What the state before gives a gate.</summary>
    public static Variable OfState(string gate) => new("v" + gate);

    /// <summary>A state before the step.</summary>
    public static Variable Before(string state) => new(state + "Before");

    /// <summary>All variables that a step reads.</summary>
    public ImmutableArray<Variable> Inputs => [.. Gates.Select(OfInput), .. Gates.Select(OfState), .. States.Select(Before)];

    /// <summary>The formulas for a summary, with the steps in brackets.</summary>
    public string Formula => string.Join(", ", Lines.Select(line => $"{OfStep(line.Name)} = {MathPrinter.Print(States.Aggregate(line.Value, (value, state) => value
        .Substitute(Before(state), new Variable($"{state}[t - 1]")).Substitute(new Variable(state), new Variable(OfStep(state)))))}"));

    private string OfStep(string name) => States.Contains(name) ? name + "[t]" : name;
}

/// <summary>A formula of a cell: a function of one number that is made of the variables before it.</summary>
/// <param name="Name">The letter of its value.</param>
/// <param name="Argument">The number, over inputs of the cell and names of lines before.</param>
/// <param name="Function">The function of it, over <see cref="ActivationFunction.Z"/>; the number itself where there is none.</param>
internal sealed record CellLine(string Name, Expr Argument, Expr Function)
{
    public CellLine(string name, Expr value)
        : this(name, value, ActivationFunction.Z)
    {
    }

    public Variable Variable => new(Name);

    /// <summary>The whole formula.</summary>
    public Expr Value => Function.Substitute(ActivationFunction.Z, Argument);
}
