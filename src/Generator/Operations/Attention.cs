using System.Collections.Immutable;
using GenNet.CompilerServices;
using GenNet.Generator.Graphs;
using GenNet.Generator.Model;

namespace GenNet.Generator.Operations;

/// <summary>a = softmax(q k^T / sqrt(d)) v of each head, over the steps of each sample.</summary>
/// <param name="layer">The layer it belongs to.</param>
/// <param name="result">a, [steps, width].</param>
/// <param name="of">q, k and v, and l for the way back.</param>
/// <param name="scores">Scratch for the scores of a block of queries.</param>
/// <param name="copies">Scratch for copies of heads.</param>
internal sealed class Attention(int layer, Value result, AttentionValues of, Value scores, Value copies) : Operation(layer)
{
    public AttentionValues Of => of;

    public Value Scores => scores;

    public Value Copies => copies;

    public override ImmutableArray<Value> Reads => of.Reads;

    public override Value Result => result;

    public override ImmutableArray<Value> AlsoWrites => of.Logarithms is { } logarithms ? [logarithms, scores, copies] : [scores, copies];

    public override int Steps => 1;

    public override string Formula => $"{result.Name} = softmax(q k^T / {of.Root}) v {of.Where} {result.Extent}";

    public override string Comment => of.Logarithms is { } logarithms
        ? $"{result.Name} = softmax(q k^T / {of.Root}) v; {logarithms.Name} = log of the sum of exp(q k^T / {of.Root}), for the way back"
        : $"{result.Name} = softmax(q k^T / {of.Root}) v";

    public override long MultiplyAdds => 2 * of.PairProduct;

    public override PaddingOf Padding => PaddingOf.Anything;

    /// <summary>One gradient, of q, k and v together.</summary>
    public override void Differentiate(IAdjoints adjoints)
    {
        Value da = adjoints.GradientOf(this);
        adjoints.Add(of.Projected, new AttentionAdjoint(
            Layer, adjoints.Flow(of.Projected, this), da, result, of,
            new Value("d" + scores.Name, Shape.Of(AttentionScratch.BackwardScores(of.HeadWidth), of.Length), ValueKind.Block),
            new Value("d" + copies.Name, Shape.Of(AttentionScratch.BackwardCopies(of.Length), of.HeadWidth), ValueKind.Block)));
    }
}
