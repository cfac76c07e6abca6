using System.Collections.Immutable;
using GenNet.Generator.Graphs;

namespace GenNet.Generator.Operations;

/// <summary>db += the sum of dz over all numbers that share a bias, of a normalisation within samples.</summary>
/// <param name="layer">The layer it belongs to.</param>
/// <param name="result">db.</param>
/// <param name="gradient">dz.</param>
/// <param name="scope">Which numbers share one.</param>
internal sealed class NormBiasGradient(int layer, Value result, Value gradient, NormScope scope) : Operation(layer)
{
    public Value Gradient => gradient;

    public NormScope Scope => scope;

    public override ImmutableArray<Value> Reads => [gradient];

    public override Value Result => result;

    public override string Formula => $"{result.Name} += sum of {gradient.Name} {result.Extent}";

    public override string Comment => $"{result.Name} += the sum of {gradient.Name} over all that share a bias   {result.Extent}";

    public override bool SumsOverBatch => true;
}
