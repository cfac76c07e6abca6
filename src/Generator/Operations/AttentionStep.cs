using System.Collections.Immutable;
using GenNet.Generator.Graphs;

namespace GenNet.Generator.Operations;

/// <summary>a = softmax(q k^T / sqrt(d)) v of each head for one step, over the keys and values of the steps before and its own, which go behind them.</summary>
/// <param name="layer">The layer it belongs to.</param>
/// <param name="result">a, [1, width].</param>
/// <param name="of">q, k and v of the step.</param>
/// <param name="keys">Those of the steps so far, a column each: [width, places].</param>
/// <param name="values">Those of the steps so far, head by head: [heads * places, width / heads].</param>
/// <param name="scores">Scratch for the scores of all heads.</param>
/// <param name="copy">Scratch for a copy of what comes out of a head.</param>
internal sealed class AttentionStep(int layer, Value result, AttentionValues of, Value keys, Value values, Value scores, Value copy) : Operation(layer)
{
    public AttentionValues Of => of;

    public Value Keys => keys;

    public Value Values => values;

    /// <summary>Scratch, [heads, places].</summary>
    public Value Scores => scores;

    /// <summary>Scratch, [width / heads].</summary>
    public Value Copy => copy;

    public override ImmutableArray<Value> Reads => [of.Projected];

    public override Value Result => result;

    public override ImmutableArray<Value> AlsoWrites => [keys, values, scores, copy];

    public override bool Carries => true;

    public override bool NeedsPlace => true;

    public override bool HasPlaces => true;

    public override int Steps => 1;

    /// <summary>The steps that there may be.</summary>
    public int Places => keys.Columns;

    public override string Formula => $"k and v of {of.Projected.Name} to {keys.Name} and {values.Name}; {result.Name} = softmax(q k^T / {of.Root}) v of each of {of.Heads} heads over the steps so far {result.Extent}";

    public override string Comment => $"{result.Name} = softmax(q k^T / {of.Root}) v over the steps so far";

    /// <summary>Those of the last step: of the others there are fewer.</summary>
    public override long MultiplyAdds => 2L * Places * of.Width;

    public override PaddingOf Padding => PaddingOf.Untouched;
}
