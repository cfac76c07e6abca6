using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using GenNet.Generator.Expressions;

namespace GenNet.Generator.Recurrences;

/// <summary>
/// A step of a cell backwards: from the gradients of its states, dh and dc, to those of the gates and of the states before. It is the reverse mode on the
/// formulas of the cell, last one first; each derivative is written with what the cell has computed.
/// </summary>
internal sealed class CellAdjoint
{
    private readonly Cell _cell;
    private readonly Dictionary<string, List<Expr>> _flows = [];
    private readonly List<(string Name, Expr Value)> _lines = [];

    private CellAdjoint(Cell cell) => _cell = cell;

    /// <summary>The adjoint of a cell.</summary>
    public static CellGradients Of(Cell cell) => new CellAdjoint(cell).Run();

    private CellGradients Run()
    {
        foreach (string state in _cell.States)
            Flow(state, Incoming(_cell, state));
        foreach (CellLine line in _cell.Lines.Reverse())
            Differentiate(line);

        ImmutableArray<Expr> ofInputs = [.. _cell.Gates.Select(gate => Total(Cell.OfInput(gate).Name))], ofStates = [.. _cell.Gates.Select(gate => Total(Cell.OfState(gate).Name))];
        ImmutableArray<(string, Expr)> past = [.. _cell.States.Where(state => _flows.ContainsKey(Cell.Before(state).Name)).Select(state => (state, Total(Cell.Before(state).Name)))];
        IEnumerable<Expr> all = _lines.Select(line => line.Value).Concat(ofInputs).Concat(ofStates).Concat(past.Select(flow => flow.Item2));
        HashSet<string> read = [.. all.SelectMany(expression => ExprGraph.InOrder(expression)).OfType<Variable>().Select(variable => variable.Name)];
        return new CellGradients(
            [.. _lines], ofInputs, ofStates, past,
            [.. _cell.Lines.Select(line => line.Name).Concat(_cell.Gates.Select(gate => Cell.OfState(gate).Name)).Where(name => read.Contains(name) && !_cell.States.Contains(name))],
            [.. _cell.Gates.Where(gate => read.Contains(Cell.OfInput(gate).Name))],
            [.. _cell.States.Where(state => read.Contains(Cell.Before(state).Name))],
            [.. _cell.States.Where(read.Contains)]);
    }

    /// <summary>The gradient of a state as it comes from the step behind and from what reads the state; where the cell reads its new state itself, a part of it.</summary>
    public static Variable Incoming(Cell cell, string state) =>
        new(cell.Lines.Any(line => line.Argument.Contains(new Variable(state))) ? $"d{state}After" : $"d{state}");

    private void Differentiate(CellLine line)
    {
        Expr gradient = Total(line.Name);
        Variable z = ActivationFunction.Z;
        if (line.Function != z)
        {
            Expr slope = OutputForm.Of(line.Function, Differentiator.Differentiate(line.Function, z), z, ActivationFunction.A);
            Expr product = gradient * slope.Substitute(ActivationFunction.A, line.Variable).Substitute(z, line.Argument);

            // What the inputs give a gate has the gradient of the whole.
            gradient = _cell.Gates.FirstOrDefault(gate => line.Argument.Contains(Cell.OfInput(gate))) is { } gate ? Named("d" + Cell.OfInput(gate).Name, product) : product;
        }
        else if (_cell.States.Contains(line.Name) && gradient is not Variable)
        {
            gradient = Named("d" + line.Name, gradient);
        }

        foreach (Variable variable in ExprGraph.InOrder(line.Argument).OfType<Variable>().Distinct())
            Flow(variable.Name, gradient * Differentiator.Differentiate(line.Argument, variable));
    }

    private Variable Named(string name, Expr value)
    {
        _lines.Add((name, value));
        return new Variable(name);
    }

    private void Flow(string name, Expr gradient)
    {
        if (!_flows.TryGetValue(name, out List<Expr>? flows))
            _flows.Add(name, flows = []);
        flows.Add(gradient);
    }

    private Expr Total(string name) => _flows[name].Aggregate((sum, flow) => sum + flow);
}

/// <summary>What <see cref="CellAdjoint"/> makes of a cell.</summary>
/// <param name="Lines">The formulas in order.</param>
/// <param name="OfInputs">For each gate, the gradient of what the inputs give it.</param>
/// <param name="OfStates">For each gate, the gradient of what the state before gives it.</param>
/// <param name="Past">For each state that the step before reads beside the product, what flows back to it.</param>
/// <param name="Kept">The names of what the way forward must keep of each step, beside the states.</param>
/// <param name="Inputs">The gates of which it is read what the inputs give them.</param>
/// <param name="Before">The states whose value before the step is read.</param>
/// <param name="After">The states whose new value is read.</param>
internal sealed record CellGradients(
    ImmutableArray<(string Name, Expr Value)> Lines, ImmutableArray<Expr> OfInputs, ImmutableArray<Expr> OfStates, ImmutableArray<(string State, Expr Value)> Past,
    ImmutableArray<string> Kept, ImmutableArray<string> Inputs, ImmutableArray<string> Before, ImmutableArray<string> After)
{
    /// <summary>Whether both parts of every gate have one gradient.</summary>
    public bool AreAlike => OfInputs.SequenceEqual(OfStates);
}
