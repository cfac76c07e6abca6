using System.Collections.Immutable;
using GenNet.Generator.Graphs;

namespace GenNet.Generator.Operations;

/// <summary>dx = the gradient of the sequence up to the length of the row, zeros behind and for the length itself.</summary>
/// <param name="layer">The layer it belongs to.</param>
/// <param name="result">dx, [steps * features + 1].</param>
/// <param name="gradient">That of the sequence, [steps, features].</param>
/// <param name="lengths">[1].</param>
internal sealed class CutAtLengthAdjoint(int layer, Value result, Value gradient, Value lengths) : Operation(layer)
{
    public Value Gradient => gradient;

    public Value Lengths => lengths;

    public override ImmutableArray<Value> Reads => [gradient, lengths];

    public override Value Result => result;

    public override int Steps => 1;

    public override string Formula => $"{result.Name} = {gradient.Name} up to the length, then zeros {result.Extent}";
}
