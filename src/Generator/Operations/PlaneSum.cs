using System.Collections.Immutable;
using GenNet.Generator.Graphs;

namespace GenNet.Generator.Operations;

/// <summary>db[c] += the sum over samples, i, j of dz[c, i, j].</summary>
/// <param name="layer">The layer it belongs to.</param>
/// <param name="result">db.</param>
/// <param name="gradient">dz.</param>
internal sealed class PlaneSum(int layer, Value result, Value gradient) : Operation(layer)
{
    public Value Gradient => gradient;

    public override ImmutableArray<Value> Reads => [gradient];

    public override Value Result => result;

    public override string Formula => $"{result.Name}[c] += sum over i, j of {gradient.Name}[c, i, j] {result.Extent}";

    public override bool SumsOverBatch => true;
}
