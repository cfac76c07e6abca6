using System.Collections.Immutable;
using GenNet.Generator.Graphs;

namespace GenNet.Generator.Operations;

/// <summary>t = b - M s: what normalisation by running statistics adds to each channel.</summary>
/// <param name="layer">The layer it belongs to.</param>
/// <param name="result">t.</param>
/// <param name="bias">b.</param>
/// <param name="mean">M, the running mean.</param>
/// <param name="scale">s.</param>
internal sealed class RunningShift(int layer, Value result, Value bias, Value mean, Value scale) : Operation(layer)
{
    public Value Bias => bias;

    public Value Mean => mean;

    public Value Scale => scale;

    public override ImmutableArray<Value> Reads => [bias, mean, scale];

    public override Value Result => result;

    public override string Formula => $"{result.Name} = {bias.Name} - {mean.Name} * {scale.Name} {result.Extent}";

    public override bool HasAdjoint => false;

    public override PaddingOf Padding => PaddingOf.Anything;
}
