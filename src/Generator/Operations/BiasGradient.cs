using System.Collections.Immutable;
using GenNet.Generator.Graphs;

namespace GenNet.Generator.Operations;

/// <summary>db += the sum of dz over the batch.</summary>
/// <param name="layer">The layer it belongs to.</param>
/// <param name="result">db.</param>
/// <param name="gradient">dz.</param>
internal sealed class BiasGradient(int layer, Value result, Value gradient) : Operation(layer)
{
    public Value Gradient => gradient;

    public override ImmutableArray<Value> Reads => [gradient];

    public override Value Result => result;

    public override string Formula => $"{result.Name} += sum of {gradient.Name} {result.Extent}";

    public override string Comment => $"{result.Name} += the sum of {gradient.Name} over the rows   {result.Extent}";

    public override bool SumsOverBatch => true;

    public override bool NeedsZeroPadding(Value read) => true;
}
