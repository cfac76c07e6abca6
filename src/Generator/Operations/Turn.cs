using System.Collections.Immutable;
using GenNet.Generator.Graphs;

namespace GenNet.Generator.Operations;

/// <summary>A sequence [steps, features] as an image of one row, [features, 1, steps], or back.</summary>
/// <param name="layer">The layer it belongs to.</param>
/// <param name="result">The image, or the sequence.</param>
/// <param name="source">The other one.</param>
internal sealed class Turn(int layer, Value result, Value source) : Operation(layer)
{
    public Value Source => source;

    /// <summary>Whether the source is the sequence.</summary>
    public bool IsForward => source.Shape.Rank == 2;

    /// <summary>The steps of the sequence.</summary>
    public int Length => (IsForward ? source : result).Steps;

    public override ImmutableArray<Value> Reads => [source];

    public override Value Result => result;

    public override string Formula => $"{result.Name} = {source.Name}^T {result.Extent}";

    public override int Steps => 1;

    public override PaddingOf Padding => PaddingOf.Anything;

    public override void Differentiate(IAdjoints adjoints)
    {
        if (adjoints.Wants(source))
            adjoints.Add(source, new Turn(Layer, adjoints.Flow(source, this), adjoints.GradientOf(this)));
    }
}
