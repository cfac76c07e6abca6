using System.Collections.Immutable;
using System.Linq;
using GenNet.Generator.Expressions;
using GenNet.Generator.Graphs;
using GenNet.Generator.Recurrences;

namespace GenNet.Generator.Operations;

/// <summary>Backpropagation through time: from the last step to the first, the gradients of the gates from those of the states.</summary>
/// <param name="layer">The layer it belongs to.</param>
/// <param name="cell">The formulas forward.</param>
/// <param name="gradients">The formulas back.</param>
/// <param name="values">What they are of.</param>
/// <param name="gradient">dh: of every step, [steps, hidden], or of the last one, [hidden].</param>
/// <param name="result">dz, [steps, gates * hidden].</param>
/// <param name="ofStates">dv, the same of the parts of the gates that come from the state; dz itself where they are alike.</param>
/// <param name="turned">R^T, once for all steps.</param>
/// <param name="next">What flows back from the step behind through R: [hidden].</param>
/// <param name="past">What flows back from it beside R, for each state that <see cref="CellGradients.Past"/> has: [hidden] each.</param>
internal sealed class RecurrenceAdjoint(
    int layer, Cell cell, CellGradients gradients, RecurrentValues values, Value gradient, Value result, Value ofStates, Value turned, Value next, ImmutableArray<Value> past)
    : Operation(layer)
{
    public Cell Cell => cell;

    public CellGradients Gradients => gradients;

    public RecurrentValues Values => values;

    /// <summary>dh.</summary>
    public Value Gradient => gradient;

    /// <summary>Whether dh is of every step, or of the last one.</summary>
    public bool IsOfEveryStep => gradient.Shape.Rank == 2;

    /// <summary>dv.</summary>
    public Value OfStates => ofStates;

    /// <summary>R^T.</summary>
    public Value Turned => turned;

    public Value Next => next;

    public ImmutableArray<Value> Past => past;

    public int Length => values.OfInputs.Steps;

    public override ImmutableArray<Value> Reads =>
    [
        gradient, .. gradients.Inputs.IsEmpty ? [] : new[] { values.OfInputs }, .. values.Kept,
        .. cell.States.Select((state, i) => (state, i)).Where(pair => gradients.Before.Contains(pair.state) || gradients.After.Contains(pair.state)).Select(pair => values.States[pair.i]),
        values.Weight, .. values.Lengths is { } lengths ? new[] { lengths } : [],
    ];

    public override Value Result => result;

    public override ImmutableArray<Value> AlsoWrites => [.. ofStates == result ? [] : new[] { ofStates }, turned, next, .. past];

    public override int Steps => 1;

    public override string Formula
    {
        get
        {
            string through = $"dh[t - 1] = {(gradients.AreAlike ? "dz" : "dv")} {values.Weight.Name}^T";
            return $"from the last step to the first, {string.Join(", ", gradients.Lines.Select(line => $"{line.Name} = {Text(line.Value)}"))}, {through} {result.Extent}";
        }
    }

    public override string Comment => "";

    public override long MultiplyAdds => (long)Length * values.Weight.Rows * values.Weight.Columns;

    /// <summary>An expression with the steps in brackets.</summary>
    private string Text(Expr expression) => MathPrinter.Print(cell.States.Aggregate(expression, (value, state) => value
        .Substitute(Cell.Before(state), new Variable($"{state}[t - 1]")).Substitute(new Variable($"d{state}After"), new Variable($"d{state}[t]"))
        .Substitute(new Variable(state), new Variable($"{state}[t]"))));
}
