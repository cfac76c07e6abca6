using System.Collections.Immutable;
using GenNet.Generator.Graphs;

namespace GenNet.Generator.Operations;

/// <summary>v = the mean of (x - m)^2, the biased variance of the numbers that are normalised together.</summary>
/// <param name="layer">The layer it belongs to.</param>
/// <param name="result">v, shaped as m.</param>
/// <param name="source">x.</param>
/// <param name="mean">m.</param>
/// <param name="scope">Which numbers.</param>
internal sealed class Variance(int layer, Value result, Value source, Value mean, NormScope scope) : Operation(layer)
{
    public Value Source => source;

    public Value Mean => mean;

    public NormScope Scope => scope;

    public override ImmutableArray<Value> Reads => [source, mean];

    public override Value Result => result;

    public override string Formula => $"{result.Name} = mean of ({source.Name} - {mean.Name})^2 over {scope.Words} {result.Extent}";

    public override bool HasAdjoint => false;

    public override PaddingOf Padding => PaddingOf.Anything;
}
