using System.Collections.Immutable;
using System.Globalization;
using GenNet.Generator.Graphs;

namespace GenNet.Generator.Operations;

/// <summary>s = W / sqrt(V + epsilon): what normalisation by running statistics multiplies each channel by.</summary>
/// <param name="layer">The layer it belongs to.</param>
/// <param name="result">s.</param>
/// <param name="weight">W.</param>
/// <param name="variance">V, the running variance.</param>
/// <param name="epsilon">What is added to it.</param>
internal sealed class RunningScale(int layer, Value result, Value weight, Value variance, double epsilon) : Operation(layer)
{
    public Value Weight => weight;

    public Value Variance => variance;

    public double Epsilon => epsilon;

    /// <summary>Epsilon as C#.</summary>
    public string Text => epsilon.ToString("R", CultureInfo.InvariantCulture);

    public override ImmutableArray<Value> Reads => [weight, variance];

    public override Value Result => result;

    public override string Formula => $"{result.Name} = {weight.Name} / sqrt({variance.Name} + {Text}) {result.Extent}";

    public override bool HasAdjoint => false;

    public override PaddingOf Padding => PaddingOf.Anything;
}
