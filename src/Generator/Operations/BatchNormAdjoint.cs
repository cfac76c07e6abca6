using System.Collections.Immutable;
using GenNet.Generator.Graphs;

namespace GenNet.Generator.Operations;

/// <summary>dx = W / sqrt(v + epsilon) * (dz - (p + x^ q) / n): through a normalisation over a block, its mean and its variance.</summary>
/// <param name="layer">The layer it belongs to.</param>
/// <param name="result">dx.</param>
/// <param name="gradient">dz.</param>
/// <param name="of">x with its statistics, and W.</param>
/// <param name="sum">p, the sum of dz.</param>
/// <param name="product">q, the sum of dz x^.</param>
internal sealed class BatchNormAdjoint(int layer, Value result, Value gradient, Normalized of, Value sum, Value product) : Operation(layer)
{
    public Value Gradient => gradient;

    public Normalized Of => of;

    /// <summary>The sum of dz.</summary>
    public Value Sum => sum;

    /// <summary>The sum of dz x^.</summary>
    public Value Product => product;

    public override ImmutableArray<Value> Reads => [gradient, .. of.Statistics, of.Weight, sum, product];

    public override Value Result => result;

    public override string Formula =>
        $"{result.Name} = {of.Weight.Name} / {of.Deviation} * ({gradient.Name} - ({sum.Name} + x^ {product.Name}) / n) for the n numbers of a channel";

    public override string Comment => $"{Formula}, {of.Definition}";

    public override PaddingOf Padding => PaddingOf.Anything;

    public override bool MayOverwrite(Value read) => read == gradient || read == of.Source;
}
