using System.Collections.Immutable;
using System.Linq;
using GenNet.Generator.Graphs;
using GenNet.Generator.Model;
using GenNet.Generator.Operations;
using GenNet.Generator.Recurrences;

namespace GenNet.Generator.Lowering;

/// <summary>Recurrent layers: what the inputs give the gates, for all steps at once; then step by step what the state gives them, and the cell.</summary>
internal static class RecurrentLowering
{
    /// <summary>Appends the steps and returns h of the last one, or of all.</summary>
    public static Value Lower(RecurrentLayer layer, LoweringContext context)
    {
        Cell cell = layer.Formulas;
        int gates = cell.Gates.Length, hidden = layer.Hidden, steps = layer.Steps;
        Value x = context.Input;
        if (!context.IsStream)
        {
            x = context.Value("x", layer.Input);
            context.Add(new Reorder(context.Number, x, context.Input, byStep: true));
        }

        Value weight = Weight(layer, context, "W", "ih", layer.Input.Features), ofStates = Weight(layer, context, "R", "hh", hidden);
        Value z = context.Value("z", Shape.Of(steps, gates * hidden), gates);
        context.Add(new Product(context.Number, z, x, weight, Bias(layer, context, "b", "ih")));

        string[] kept = context.IsTraining ? [.. CellAdjoint.Of(cell).Kept] : [];
        var values = new RecurrentValues(
            z, context.Value("v", Shape.Of(gates * hidden), gates), ofStates, Bias(layer, context, "Rb", "hh"),
            [.. cell.States.Select(state => context.Value(state, Shape.Of(context.IsStream ? 1 : steps + 1, hidden)))],
            [.. kept.Select(name => context.Value(name, Shape.Of(steps, hidden)))], [.. kept],
            Carried(layer, context, "Before"), Carried(layer, context, "After"), context.IsTraining ? context.Lengths : null);
        context.Add(new Recurrence(context.Number, cell, values, context.IsStream));
        Value a = context.Value("a", layer.Output);
        context.Add(Result(layer, context, a, values.States[0]));
        return a;
    }

    /// <summary>In training, what the caller carries of the states from batch to batch.</summary>
    private static ImmutableArray<Value> Carried(RecurrentLayer layer, LoweringContext context, string when) =>
        !context.IsTraining ? [] : [.. layer.Formulas.States.Select(state => new Value(context.Named(state) + when, Shape.Of(layer.Hidden), ValueKind.Carried))];

    /// <summary>What the layer gives of its states: that of the last step, or all.</summary>
    private static Operation Result(RecurrentLayer layer, LoweringContext context, Value a, Value states) => layer.IsOfEveryStep && !context.IsStream
        ? new Reorder(context.Number, a, states, byStep: false)
        : context.Lengths is { } lengths ? new StateAtLength(context.Number, a, states, lengths) : new LastState(context.Number, a, states);

    /// <summary>Weights of all gates, side by side.</summary>
    private static Value Weight(RecurrentLayer layer, LoweringContext context, string name, string of, int inputs)
    {
        int gates = layer.Formulas.Gates.Length, columns = gates * layer.Hidden;
        return context.Parameter(
            name, Shape.Of(inputs, columns),
            value => new ParameterTensor(value, $"{layer.Name}.weight_{of}_l0", "Weight", [columns, inputs], [Axis.PiecesOfColumns, Axis.Rows], inputs, layer.Hidden, layer.Init), gates);
    }

    private static Value? Bias(RecurrentLayer layer, LoweringContext context, string name, string of)
    {
        int gates = layer.Formulas.Gates.Length, columns = gates * layer.Hidden;
        return !layer.Bias ? null : context.Parameter(
            name, Shape.Of(columns),
            value => new ParameterTensor(value, $"{layer.Name}.bias_{of}_l0", "Bias", [columns], [Axis.PiecesOfColumns], layer.Hidden, layer.Hidden, WeightInit.Zeros), gates);
    }
}
