using System.Collections.Immutable;
using GenNet.Generator.Graphs;

namespace GenNet.Generator.Operations;

/// <summary>z = the row of a table that each token names.</summary>
/// <param name="layer">The layer it belongs to.</param>
/// <param name="result">z, [steps, width].</param>
/// <param name="tokens">x, [steps], whole numbers.</param>
/// <param name="table">E, [vocabulary, width].</param>
internal sealed class Lookup(int layer, Value result, Value tokens, Value table) : Operation(layer)
{
    public Value Tokens => tokens;

    public Value Table => table;

    public override ImmutableArray<Value> Reads => [tokens, table];

    public override Value Result => result;

    public override int Steps => 1;

    public override string Formula => $"{result.Name}[t] = row {tokens.Name}[t] of {table.Name} {result.Extent}";

    public override PaddingOf Padding => PaddingOf.Anything;

    /// <summary>dE[token] = the sum of dz of all places of the token; none flows to the tokens.</summary>
    public override void Differentiate(IAdjoints adjoints) =>
        adjoints.Add(table, new LookupGradient(Layer, adjoints.GradientOf(table), tokens, adjoints.GradientOf(this)));
}
