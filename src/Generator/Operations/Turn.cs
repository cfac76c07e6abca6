using System.Collections.Immutable;
using GenNet.Generator.Graphs;

namespace GenNet.Generator.Operations;

/// <summary>A matrix for each sample, rows for columns: steps of features for features of steps, or back.</summary>
/// <param name="layer">The layer it belongs to.</param>
/// <param name="result">The turned matrix.</param>
/// <param name="source">The matrix.</param>
internal sealed class Turn(int layer, Value result, Value source) : Operation(layer)
{
    public Value Source => source;

    public override ImmutableArray<Value> Reads => [source];

    public override Value Result => result;

    public override string Formula => $"{result.Name} = {source.Name}^T {result.Extent}";

    public override PaddingOf Padding => PaddingOf.Anything;

    public override void Differentiate(IAdjoints adjoints)
    {
        if (adjoints.Wants(source))
            adjoints.Add(source, new Turn(Layer, adjoints.Flow(source, this), adjoints.GradientOf(this)));
    }
}
