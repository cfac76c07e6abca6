using System.Collections.Immutable;
using GenNet.Generator.Graphs;

namespace GenNet.Generator.Operations;

/// <summary>dW += the sum of dz x^ over all numbers that share a weight, of a normalisation within samples.</summary>
/// <param name="layer">The layer it belongs to.</param>
/// <param name="result">dW.</param>
/// <param name="gradient">dz.</param>
/// <param name="of">x with its statistics.</param>
internal sealed class NormWeightGradient(int layer, Value result, Value gradient, Normalized of) : Operation(layer)
{
    public Value Gradient => gradient;

    public Normalized Of => of;

    public override ImmutableArray<Value> Reads => [gradient, .. of.Statistics];

    public override Value Result => result;

    public override string Formula => $"{result.Name} += sum of {gradient.Name} * x^ {result.Extent}";

    public override string Comment => $"{result.Name} += the sum of {gradient.Name} * x^ over all that share a weight, {of.Definition}   {result.Extent}";

    public override bool SumsOverBatch => true;
}
