using System.Collections.Immutable;
using GenNet.Generator.Graphs;

namespace GenNet.Generator.Operations;

/// <summary>dE += dz, each step to the row that its token names.</summary>
/// <param name="layer">The layer it belongs to.</param>
/// <param name="result">dE.</param>
/// <param name="tokens">x, [steps].</param>
/// <param name="gradient">dz, [steps, width].</param>
internal sealed class LookupGradient(int layer, Value result, Value tokens, Value gradient) : Operation(layer)
{
    public Value Tokens => tokens;

    public Value Gradient => gradient;

    public override ImmutableArray<Value> Reads => [tokens, gradient];

    public override Value Result => result;

    public override int Steps => 1;

    public override string Formula => $"row {tokens.Name}[t] of {result.Name} += {gradient.Name}[t] {result.Extent}";

    public override bool SumsOverBatch => true;

    public override bool NeedsZeroPadding(Value read) => read == gradient;
}
