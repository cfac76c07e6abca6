using System.Collections.Immutable;
using GenNet.Generator.Graphs;

namespace GenNet.Generator.Operations;

/// <summary>a = the mean over the steps that each row has.</summary>
/// <param name="layer">The layer it belongs to.</param>
/// <param name="result">a, [features].</param>
/// <param name="source">x, [steps, features].</param>
/// <param name="lengths">[1].</param>
internal sealed class StepMean(int layer, Value result, Value source, Value lengths) : Operation(layer)
{
    public Value Source => source;

    public Value Lengths => lengths;

    public override ImmutableArray<Value> Reads => [source, lengths];

    public override Value Result => result;

    public override int Steps => 1;

    public override string Formula => $"{result.Name} = the mean of {source.Name} over the steps that a row has {result.Extent}";

    public override PaddingOf Padding => PaddingOf.Reads;

    public override void Differentiate(IAdjoints adjoints)
    {
        if (adjoints.Wants(source))
            adjoints.Add(source, new StepMeanAdjoint(Layer, adjoints.Flow(source, this), adjoints.GradientOf(this), lengths));
    }
}
