using System.Collections.Immutable;
using GenNet.Generator.Graphs;

namespace GenNet.Generator.Operations;

/// <summary>m = the mean of the numbers that are normalised together.</summary>
/// <param name="layer">The layer it belongs to.</param>
/// <param name="result">m, of each sample or of the block.</param>
/// <param name="source">x.</param>
/// <param name="scope">Which numbers.</param>
internal sealed class Mean(int layer, Value result, Value source, NormScope scope) : Operation(layer)
{
    public Value Source => source;

    public NormScope Scope => scope;

    public override ImmutableArray<Value> Reads => [source];

    public override Value Result => result;

    public override string Formula => $"{result.Name} = mean of {source.Name} over {scope.Words} {result.Extent}";

    public override bool HasAdjoint => false;

    public override PaddingOf Padding => PaddingOf.Anything;
}
