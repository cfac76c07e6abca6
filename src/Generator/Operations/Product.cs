using System.Collections.Immutable;
using GenNet.Generator.Graphs;

namespace GenNet.Generator.Operations;

/// <summary>z = x W + b, or z = s (x W) + b with a factor for each column, for each sample.</summary>
/// <param name="layer">The layer it belongs to.</param>
/// <param name="result">z.</param>
/// <param name="source">x.</param>
/// <param name="weight">W, as [inputs x outputs].</param>
/// <param name="bias">b, or null for none.</param>
/// <param name="scale">s, or null for none; then no gradient flows through it.</param>
internal sealed class Product(int layer, Value result, Value source, Value weight, Value? bias, Value? scale = null) : Operation(layer)
{
    public Value Source => source;

    public Value Weight => weight;

    public Value? Bias => bias;

    public Value? Scale => scale;

    public override ImmutableArray<Value> Reads => ScaledSum.Reads(source, weight, scale, bias);

    public override Value Result => result;

    public override string Formula =>
        $"{result.Name} = {(scale is null ? "" : scale.Name + " * (")}{source.Name} {weight.Name}{(scale is null ? "" : ")")}{(bias is null ? "" : " + " + bias.Name)} {result.Extent}";

    public override bool HasAdjoint => scale is null;

    public override long MultiplyAdds => (long)weight.Rows * weight.Columns * Steps;

    public override PaddingOf Padding => PaddingOf.Anything;

    /// <summary>dW = x^T dz and db = the sum of dz, over the batch; dx = dz W^T.</summary>
    public override void Differentiate(IAdjoints adjoints)
    {
        Value dz = adjoints.GradientOf(this);
        adjoints.Add(weight, new WeightGradient(Layer, adjoints.GradientOf(weight), source, dz));
        if (bias is not null)
            adjoints.Add(bias, new BiasGradient(Layer, adjoints.GradientOf(bias), dz));
        if (adjoints.Wants(source))
            adjoints.Add(source, new InputGradient(Layer, adjoints.Flow(source, this), dz, weight));
    }
}
