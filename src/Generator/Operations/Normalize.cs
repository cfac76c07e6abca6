using System.Collections.Immutable;
using GenNet.Generator.Graphs;

namespace GenNet.Generator.Operations;

/// <summary>z = (x - m) / sqrt(v + epsilon) * W + b.</summary>
/// <param name="layer">The layer it belongs to.</param>
/// <param name="result">z.</param>
/// <param name="of">x with its statistics, and W.</param>
/// <param name="bias">b.</param>
/// <param name="running">Where the mean and the variance of a block go beside; null where they are of each sample.</param>
internal sealed class Normalize(int layer, Value result, Normalized of, Value bias, (Value Mean, Value Variance)? running = null) : Operation(layer)
{
    public Normalized Of => of;

    public Value Bias => bias;

    public override ImmutableArray<Value> Reads => [.. of.Statistics, of.Weight, bias];

    public override Value Result => result;

    public override string Formula => $"{result.Name} = ({of.Source.Name} - {of.Mean.Name}) / {of.Deviation} * {of.Weight.Name} + {bias.Name} {result.Extent}";

    public override PaddingOf Padding => PaddingOf.Anything;

    public override bool MayOverwrite(Value read) => read == of.Source;

    /// <summary>Mean and variance are functions of x as well: their part in dx is in the adjoint, which so needs no gradients of them.</summary>
    public override void Differentiate(IAdjoints adjoints)
    {
        if (running is { } statistics)
            OverBlock(adjoints, adjoints.GradientOf(this), statistics.Mean, statistics.Variance);
        else
            OfSamples(adjoints, adjoints.GradientOf(this));
    }

    private void OfSamples(IAdjoints adjoints, Value dz)
    {
        adjoints.Add(of.Weight, new NormWeightGradient(Layer, adjoints.GradientOf(of.Weight), dz, of));
        adjoints.Add(bias, new NormBiasGradient(Layer, adjoints.GradientOf(bias), dz, of.Scope));
        if (adjoints.Wants(of.Source))
            adjoints.Add(of.Source, new NormalizeAdjoint(Layer, adjoints.Flow(of.Source, this), dz, of));
    }

    /// <summary>The sums over the block are in dx, and are what the block gives to the gradients of W and b.</summary>
    private void OverBlock(IAdjoints adjoints, Value dz, Value runningMean, Value runningVariance)
    {
        Value p = BlockValue("p"), q = BlockValue("q");
        adjoints.Add(result, new GradientSum(Layer, p, dz, of.Scope));
        adjoints.Add(result, new ProductSum(Layer, q, dz, of));
        if (adjoints.Wants(of.Source))
            adjoints.Add(of.Source, new BatchNormAdjoint(Layer, adjoints.Flow(of.Source, this), dz, of, p, q));
        adjoints.Add(of.Weight, new BlockGradient(Layer, adjoints.GradientOf(of.Weight), q));
        adjoints.Add(bias, new BlockGradient(Layer, adjoints.GradientOf(bias), p));
        adjoints.Add(runningMean, BatchStatistic.OfMean(Layer, adjoints.GradientOf(runningMean), of.Mean));
        adjoints.Add(runningVariance, BatchStatistic.OfVariance(Layer, adjoints.GradientOf(runningVariance), of.Variance, of.Scope.Length * of.Source.Steps));
    }

    private Value BlockValue(string name) => new(name + of.Weight.Name.Substring(1), of.Weight.Shape, ValueKind.Block);
}
