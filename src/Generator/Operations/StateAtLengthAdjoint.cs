using System.Collections.Immutable;
using GenNet.Generator.Graphs;

namespace GenNet.Generator.Operations;

/// <summary>dh = da at the last step that each row has, zeros at the others.</summary>
/// <param name="layer">The layer it belongs to.</param>
/// <param name="result">dh, [steps, hidden], in the order of steps.</param>
/// <param name="gradient">da, [hidden].</param>
/// <param name="lengths">[1].</param>
internal sealed class StateAtLengthAdjoint(int layer, Value result, Value gradient, Value lengths) : Operation(layer)
{
    public Value Gradient => gradient;

    public Value Lengths => lengths;

    public override ImmutableArray<Value> Reads => [gradient, lengths];

    public override Value Result => result;

    public override int Steps => 1;

    public override string Formula => $"{result.Name} = {gradient.Name} at the last step that a row has, 0 at the others {result.Extent}";
}
