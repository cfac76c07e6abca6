using System.Collections.Immutable;
using GenNet.Generator.Graphs;

namespace GenNet.Generator.Operations;

/// <summary>The gradients of q, k and v, from p = exp(q k^T / sqrt(d) - l): dv = p^T da, dp = da v^T, ds = p (dp - D), dq = ds k / sqrt(d), dk = ds^T q / sqrt(d).</summary>
/// <param name="layer">The layer it belongs to.</param>
/// <param name="result">dq, dk and dv, a piece each.</param>
/// <param name="gradient">da.</param>
/// <param name="output">a.</param>
/// <param name="of">q, k, v and l.</param>
/// <param name="scores">Scratch for the scores of a block of queries.</param>
/// <param name="copies">Scratch for copies of heads.</param>
internal sealed class AttentionAdjoint(int layer, Value result, Value gradient, Value output, AttentionValues of, Value scores, Value copies) : Operation(layer)
{
    public AttentionValues Of => of;

    /// <summary>da.</summary>
    public Value Gradient => gradient;

    /// <summary>a.</summary>
    public Value Output => output;

    /// <summary>l, which training keeps.</summary>
    public Value Logarithms => of.Logarithms!;

    public Value Scores => scores;

    public Value Copies => copies;

    public override ImmutableArray<Value> Reads => of.Lengths is { } lengths ? [gradient, of.Projected, output, Logarithms, lengths] : [gradient, of.Projected, output, Logarithms];

    public override Value Result => result;

    public override ImmutableArray<Value> AlsoWrites => [scores, copies];

    public override int Steps => 1;

    public override string Formula =>
        $"{result.Name}, {of.Where}: p = exp(q k^T / {of.Root} - {Logarithms.Name}), dv = p^T {gradient.Name}, dp = {gradient.Name} v^T, ds = p (dp - sum of {gradient.Name} {output.Name}), "
        + $"dq = ds k / {of.Root}, dk = ds^T q / {of.Root} {result.Extent}";

    public override string Comment =>
        $"dv = p^T {gradient.Name}, ds = p ({gradient.Name} v^T - sum of {gradient.Name} {output.Name}), dq = ds k / {of.Root}, dk = ds^T q / {of.Root}";

    public override long MultiplyAdds => 5 * of.PairProduct;
}
