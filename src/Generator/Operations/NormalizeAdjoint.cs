using System.Collections.Immutable;
using System.Linq;
using GenNet.Generator.Graphs;

namespace GenNet.Generator.Operations;

/// <summary>dx = (g - mean of g - x^ mean of g x^) / sqrt(v + epsilon) with g = dz W: through a normalisation within samples, its mean and its variance.</summary>
/// <param name="layer">The layer it belongs to.</param>
/// <param name="result">dx.</param>
/// <param name="gradient">dz.</param>
/// <param name="of">x with its statistics, and W.</param>
internal sealed class NormalizeAdjoint(int layer, Value result, Value gradient, Normalized of) : Operation(layer)
{
    public Value Gradient => gradient;

    public Normalized Of => of;

    public override ImmutableArray<Value> Reads => [gradient, .. of.Statistics, of.Weight];

    public override Value Result => result;

    public override string Formula =>
        $"{result.Name} = (g - mean of g - x^ mean of g x^) / {of.Deviation} over {of.Scope.Words}, with g = {gradient.Name} * {of.Weight.Name}, {of.Definition}";

    public override PaddingOf Padding => PaddingOf.Anything;

    public override bool MayOverwrite(Value read) => read == gradient || read == of.Source;
}
