using System.Collections.Immutable;
using GenNet.Generator.Graphs;

namespace GenNet.Generator.Operations;

/// <summary>dx = da / length at each step that a row has, zeros behind.</summary>
/// <param name="layer">The layer it belongs to.</param>
/// <param name="result">dx, [steps, features].</param>
/// <param name="gradient">da, [features].</param>
/// <param name="lengths">[1].</param>
internal sealed class StepMeanAdjoint(int layer, Value result, Value gradient, Value lengths) : Operation(layer)
{
    public Value Gradient => gradient;

    public Value Lengths => lengths;

    public override ImmutableArray<Value> Reads => [gradient, lengths];

    public override Value Result => result;

    public override int Steps => 1;

    public override string Formula => $"{result.Name} = {gradient.Name} / length at the steps that a row has, then zeros {result.Extent}";

    public override PaddingOf Padding => PaddingOf.Reads;
}
