using System.Collections.Immutable;
using GenNet.Generator.Graphs;

namespace GenNet.Generator.Operations;

/// <summary>a = the state behind the last step.</summary>
/// <param name="layer">The layer it belongs to.</param>
/// <param name="result">a, [hidden].</param>
/// <param name="source">h, [steps + 1, hidden], in the order of steps.</param>
internal sealed class LastState(int layer, Value result, Value source) : Operation(layer)
{
    public Value Source => source;

    public override ImmutableArray<Value> Reads => [source];

    public override Value Result => result;

    public override string Formula => $"{result.Name} = {source.Name} of the last step {result.Extent}";

    public override PaddingOf Padding => PaddingOf.Anything;

    /// <summary>Its gradient is what flows back to the last step.</summary>
    public override void Differentiate(IAdjoints adjoints)
    {
        if (adjoints.Wants(source))
            adjoints.Flow(source, adjoints.GradientOf(this));
    }
}
