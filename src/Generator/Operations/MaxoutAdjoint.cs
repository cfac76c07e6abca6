using System.Collections.Immutable;
using GenNet.Generator.Graphs;

namespace GenNet.Generator.Operations;

/// <summary>dz = da in the piece of z that was the largest, the first of equals, and zero in the others.</summary>
/// <param name="layer">The layer it belongs to.</param>
/// <param name="result">dz, in pieces.</param>
/// <param name="source">z, in pieces.</param>
/// <param name="gradient">da.</param>
internal sealed class MaxoutAdjoint(int layer, Value result, Value source, Value gradient) : Operation(layer)
{
    public Value Source => source;

    public Value Gradient => gradient;

    public override ImmutableArray<Value> Reads => [source, gradient];

    public override Value Result => result;

    public override string Formula => $"{result.Name} = {gradient.Name} where {source.Name} is the largest of its pieces";

    public override string Comment => $"{gradient.Name} goes to the piece that was the largest, the first of equals; the others get nothing";

    public override bool MayOverwrite(Value read) => read == source;

    public override PaddingOf Padding => PaddingOf.Zero;

    public override bool NeedsZeroPadding(Value read) => read == gradient;
}
