using System.Collections.Immutable;
using GenNet.Generator.Graphs;
using GenNet.Generator.Model;

namespace GenNet.Generator.Operations;

/// <summary>a = the state behind the last step that each row has.</summary>
/// <param name="layer">The layer it belongs to.</param>
/// <param name="result">a, [hidden].</param>
/// <param name="source">h, [steps + 1, hidden], in the order of steps.</param>
/// <param name="lengths">[1].</param>
internal sealed class StateAtLength(int layer, Value result, Value source, Value lengths) : Operation(layer)
{
    public Value Source => source;

    public Value Lengths => lengths;

    public override ImmutableArray<Value> Reads => [source, lengths];

    public override Value Result => result;

    public override int Steps => 1;

    public override string Formula => $"{result.Name} = {source.Name} of the last step that a row has {result.Extent}";

    public override PaddingOf Padding => PaddingOf.Anything;

    public override void Differentiate(IAdjoints adjoints)
    {
        if (adjoints.Wants(source))
        {
            Shape steps = Shape.Of(source.Steps - 1, source.Columns);
            adjoints.Add(source, new StateAtLengthAdjoint(Layer, adjoints.Flow(source, this, steps), adjoints.GradientOf(this), lengths));
        }
    }
}
