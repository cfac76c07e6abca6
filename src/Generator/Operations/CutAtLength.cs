using System.Collections.Immutable;
using GenNet.Generator.Graphs;

namespace GenNet.Generator.Operations;

/// <summary>The steps of the caller's rows up to the length of each, zeros behind; and the lengths, which stand behind the steps.</summary>
/// <param name="layer">The layer it belongs to.</param>
/// <param name="result">The sequence: [steps, features], or [steps] tokens.</param>
/// <param name="lengths">[1], the steps that the row has.</param>
/// <param name="source">x, [steps * features + 1].</param>
internal sealed class CutAtLength(int layer, Value result, Value lengths, Value source) : Operation(layer)
{
    public Value Lengths => lengths;

    public Value Source => source;

    /// <summary>The most steps that a row has.</summary>
    public int Length => result.Shape.Dimensions[0];

    public override ImmutableArray<Value> Reads => [source];

    public override Value Result => result;

    public override ImmutableArray<Value> AlsoWrites => [lengths];

    public override int Steps => 1;

    public override string Formula => $"{lengths.Name} = the last number of {source.Name}; {result.Name} = the steps of {source.Name} up to it, then zeros {result.Extent}";

    public override void Differentiate(IAdjoints adjoints)
    {
        if (adjoints.Wants(source))
            adjoints.Add(source, new CutAtLengthAdjoint(Layer, adjoints.Flow(source, this), adjoints.GradientOf(this), lengths));
    }
}
