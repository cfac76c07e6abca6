using System.Collections.Immutable;
using System.Linq;
using GenNet.Generator.Graphs;
using GenNet.Generator.Model;
using GenNet.Generator.Recurrences;

namespace GenNet.Generator.Operations;

/// <summary>The steps of a recurrent layer: the states of each from those before and from what the inputs give, all in the order of steps.</summary>
/// <param name="layer">The layer it belongs to.</param>
/// <param name="cell">The formulas.</param>
/// <param name="values">What they are of.</param>
/// <param name="carries">Whether it is one step that begins with the states that the last one has left, and replaces them.</param>
internal sealed class Recurrence(int layer, Cell cell, RecurrentValues values, bool carries = false) : Operation(layer)
{
    public Cell Cell => cell;

    public RecurrentValues Values => values;

    /// <summary>Whether it is one step that begins with the states that the last one has left, and replaces them; else it begins with zeros.</summary>
    public override bool Carries => carries;

    public int Length => values.OfInputs.Steps;

    public override ImmutableArray<Value> Reads => [.. values.Before, values.OfInputs, values.Weight, .. new[] { values.Bias, values.Lengths }.OfType<Value>()];

    public override Value Result => values.States[0];

    public override ImmutableArray<Value> AlsoWrites => [.. values.States.Skip(1), .. values.Kept, values.OfState, .. values.After];

    public override int Steps => 1;

    public override string Formula => $"{cell.Formula}, where v = h[t - 1] {values.Weight.Name}{(values.Bias is { } bias ? " + " + bias.Name : "")} {Result.Extent}";

    public override string Comment => "";

    public override long MultiplyAdds => (long)Length * values.Weight.Rows * values.Weight.Columns;

    public override PaddingOf Padding => carries ? PaddingOf.Untouched : PaddingOf.Anything;

    /// <summary>Backpropagation through time, and the gradients of what the steps have in common from what it leaves for each.</summary>
    public override void Differentiate(IAdjoints adjoints)
    {
        CellGradients gradients = CellAdjoint.Of(cell);
        Value dh = adjoints.GradientOf(this), dz = adjoints.Flow(values.OfInputs, this);
        Value dv = gradients.AreAlike ? dz : Own("dv", dz.Shape, dz.Pieces);
        var turned = new Value(values.Weight.Name + "t", Shape.Of(values.Weight.Columns, values.Weight.Rows), ValueKind.Block, rowPieces: values.Weight.Pieces);
        var adjoint = new RecurrenceAdjoint(Layer, cell, gradients, values, dh, dz, dv, turned, Own("dhNext", Result.Shape), [.. gradients.Past.Select(past => Own($"d{past.State}Past", Result.Shape))]);
        adjoints.Add(values.OfInputs, adjoint);
        adjoints.Add(values.Weight, new WeightGradient(Layer, adjoints.GradientOf(values.Weight), Result, dv));
        if (values.Bias is { } bias)
            adjoints.Add(bias, new BiasGradient(Layer, adjoints.GradientOf(bias), dv));
    }

    /// <summary>A value of the adjoint alone; of the shape of a state, that of one step.</summary>
    private Value Own(string name, Shape shape, int pieces = 1) =>
        new(name + values.Weight.Name.Substring(1), shape == Result.Shape ? Shape.Of(shape.Features) : shape, ValueKind.Intermediate, pieces);
}

/// <summary>The values of a recurrent layer.</summary>
/// <param name="OfInputs">z, what the inputs give the gates: [steps, gates * hidden], a piece for each gate.</param>
/// <param name="OfState">v, what the state before gives the gates of one step: [gates * hidden].</param>
/// <param name="Weight">R, [hidden, gates * hidden].</param>
/// <param name="Bias">Rb, [gates * hidden], or null.</param>
/// <param name="States">Those of the cell, [steps + 1, hidden] each, with the one before the first step; of a single step that replaces them [1, hidden].</param>
/// <param name="Kept">What the way back reads beside them, [steps, hidden] each; none where nothing is trained.</param>
/// <param name="KeptNames">What the formulas call these.</param>
/// <param name="Before">For each state what the caller has carried from the batch before, [hidden]; none where every sequence begins with zeros.</param>
/// <param name="After">For each state what the caller carries to the next batch, [hidden].</param>
/// <param name="Lengths">The steps that each row has, behind which there are zeros, so that a state which grows without end is never met on the way back; null where all rows are alike, or nothing is trained.</param>
internal sealed record RecurrentValues(
    Value OfInputs, Value OfState, Value Weight, Value? Bias, ImmutableArray<Value> States, ImmutableArray<Value> Kept, ImmutableArray<string> KeptNames,
    ImmutableArray<Value> Before, ImmutableArray<Value> After, Value? Lengths = null);
