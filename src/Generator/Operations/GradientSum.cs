using System.Collections.Immutable;
using GenNet.Generator.Graphs;

namespace GenNet.Generator.Operations;

/// <summary>p = the sum of dz of each channel over a block.</summary>
/// <param name="layer">The layer it belongs to.</param>
/// <param name="result">p.</param>
/// <param name="gradient">dz.</param>
/// <param name="scope">What a channel is.</param>
internal sealed class GradientSum(int layer, Value result, Value gradient, NormScope scope) : Operation(layer)
{
    public Value Gradient => gradient;

    public NormScope Scope => scope;

    public override ImmutableArray<Value> Reads => [gradient];

    public override Value Result => result;

    public override string Formula => $"{result.Name} = sum of {gradient.Name} over {scope.Words} {result.Extent}";

    public override PaddingOf Padding => PaddingOf.Anything;
}
