using System.Collections.Immutable;
using GenNet.Generator.Graphs;

namespace GenNet.Generator.Operations;

/// <summary>t = b - M s: what normalisation by running statistics adds to each channel; t = b + (c - M) s where the bias c of the layer before is still to be added.</summary>
/// <param name="layer">The layer it belongs to.</param>
/// <param name="result">t.</param>
/// <param name="bias">b.</param>
/// <param name="mean">M, the running mean.</param>
/// <param name="scale">s.</param>
/// <param name="before">c, or null for none.</param>
internal sealed class RunningShift(int layer, Value result, Value bias, Value mean, Value scale, Value? before = null) : Operation(layer)
{
    public Value Bias => bias;

    public Value Mean => mean;

    public Value Scale => scale;

    /// <summary>The bias of the layer before.</summary>
    public Value? Before => before;

    public override ImmutableArray<Value> Reads => before is null ? [bias, mean, scale] : [bias, before, mean, scale];

    public override Value Result => result;

    public override string Formula => before is null
        ? $"{result.Name} = {bias.Name} - {mean.Name} * {scale.Name} {result.Extent}"
        : $"{result.Name} = {bias.Name} + ({before.Name} - {mean.Name}) * {scale.Name} {result.Extent}";

    public override bool HasAdjoint => false;

    public override PaddingOf Padding => PaddingOf.Anything;
}
