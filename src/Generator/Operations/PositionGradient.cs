using System.Collections.Immutable;
using GenNet.Generator.Graphs;

namespace GenNet.Generator.Operations;

/// <summary>dP += the sum of dz over the samples.</summary>
/// <param name="layer">The layer it belongs to.</param>
/// <param name="result">dP, [steps, features].</param>
/// <param name="gradient">dz.</param>
internal sealed class PositionGradient(int layer, Value result, Value gradient) : Operation(layer)
{
    public Value Gradient => gradient;

    public override ImmutableArray<Value> Reads => [gradient];

    public override Value Result => result;

    public override int Steps => 1;

    public override string Formula => $"{result.Name} += sum of {gradient.Name} over the samples {result.Extent}";

    public override bool SumsOverBatch => true;

    public override bool NeedsZeroPadding(Value read) => true;
}
