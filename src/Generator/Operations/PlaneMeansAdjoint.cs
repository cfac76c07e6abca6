using System.Collections.Immutable;
using GenNet.Generator.Graphs;

namespace GenNet.Generator.Operations;

/// <summary>dx = da / numbers of a channel, in all its numbers.</summary>
/// <param name="layer">The layer it belongs to.</param>
/// <param name="result">dx, [channels, rows, columns].</param>
/// <param name="gradient">da, [channels].</param>
internal sealed class PlaneMeansAdjoint(int layer, Value result, Value gradient) : Operation(layer)
{
    public Value Gradient => gradient;

    public override ImmutableArray<Value> Reads => [gradient];

    public override Value Result => result;

    public override string Formula => $"{result.Name} = {gradient.Name} of the channel / {result.Columns / gradient.Columns} {result.Extent}";
}
