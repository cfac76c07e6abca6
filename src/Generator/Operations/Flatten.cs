using System.Collections.Immutable;
using GenNet.Generator.Graphs;

namespace GenNet.Generator.Operations;

/// <summary>a = the steps of x, one behind the other in one row; or back, where the result is a sequence.</summary>
/// <param name="layer">The layer it belongs to.</param>
/// <param name="result">a, [steps * features] or [steps, features].</param>
/// <param name="source">x, [steps, features] or [steps * features].</param>
internal sealed class Flatten(int layer, Value result, Value source) : Operation(layer)
{
    public Value Source => source;

    /// <summary>Whether the source is the sequence.</summary>
    public bool IsForward => source.Shape.Rank == 2;

    /// <summary>The steps of the sequence.</summary>
    public int Length => (IsForward ? source : result).Steps;

    public override ImmutableArray<Value> Reads => [source];

    public override Value Result => result;

    public override int Steps => 1;

    public override string Formula => IsForward ? $"{result.Name} = the steps of {source.Name} in one row {result.Extent}" : $"{result.Name} = {source.Name}, step by step {result.Extent}";

    public override void Differentiate(IAdjoints adjoints)
    {
        if (adjoints.Wants(source))
            adjoints.Add(source, new Flatten(Layer, adjoints.Flow(source, this), adjoints.GradientOf(this)));
    }
}
