using System.Collections.Immutable;
using GenNet.Generator.Graphs;

namespace GenNet.Generator.Operations;

/// <summary>a = the mean of each channel of x.</summary>
/// <param name="layer">The layer it belongs to.</param>
/// <param name="result">a, [channels].</param>
/// <param name="source">x, [channels, rows, columns].</param>
internal sealed class PlaneMeans(int layer, Value result, Value source) : Operation(layer)
{
    public Value Source => source;

    public override ImmutableArray<Value> Reads => [source];

    public override Value Result => result;

    public override string Formula => $"{result.Name} = mean over each channel of {source.Name} {result.Extent}";

    public override void Differentiate(IAdjoints adjoints)
    {
        if (adjoints.Wants(source))
            adjoints.Add(source, new PlaneMeansAdjoint(Layer, adjoints.Flow(source, this), adjoints.GradientOf(this)));
    }
}
