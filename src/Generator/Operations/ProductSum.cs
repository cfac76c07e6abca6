using System.Collections.Immutable;
using GenNet.Generator.Graphs;

namespace GenNet.Generator.Operations;

/// <summary>q = the sum of dz x^ of each channel over a block.</summary>
/// <param name="layer">The layer it belongs to.</param>
/// <param name="result">q.</param>
/// <param name="gradient">dz.</param>
/// <param name="of">x with its statistics.</param>
internal sealed class ProductSum(int layer, Value result, Value gradient, Normalized of) : Operation(layer)
{
    public Value Gradient => gradient;

    public Normalized Of => of;

    public override ImmutableArray<Value> Reads => [gradient, .. of.Statistics];

    public override Value Result => result;

    public override string Formula => $"{result.Name} = sum of {gradient.Name} * x^ over {of.Scope.Words} {result.Extent}, with {of.Definition}";

    public override PaddingOf Padding => PaddingOf.Anything;
}
