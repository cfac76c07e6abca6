using System.Collections.Immutable;
using GenNet.Generator.Graphs;

namespace GenNet.Generator.Operations;

/// <summary>a = the largest of the pieces of z.</summary>
/// <param name="layer">The layer it belongs to.</param>
/// <param name="result">a.</param>
/// <param name="source">z, in pieces.</param>
internal sealed class Maxout(int layer, Value result, Value source) : Operation(layer)
{
    public Value Source => source;

    public override ImmutableArray<Value> Reads => [source];

    public override Value Result => result;

    public override string Formula => $"{result.Name} = max over the {source.Pieces} pieces of {source.Name} {result.Extent}";

    public override PaddingOf Padding => PaddingOf.Anything;

    public override void Differentiate(IAdjoints adjoints)
    {
        if (adjoints.Wants(source))
            adjoints.Add(source, new MaxoutAdjoint(Layer, adjoints.Flow(source, this), source, adjoints.GradientOf(this)));
    }
}
