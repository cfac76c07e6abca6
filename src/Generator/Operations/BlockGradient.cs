using System.Collections.Immutable;
using GenNet.Generator.Graphs;

namespace GenNet.Generator.Operations;

/// <summary>dW += q: the gradient that a block has computed on the way back.</summary>
/// <param name="layer">The layer it belongs to.</param>
/// <param name="result">dW, or db.</param>
/// <param name="source">q, or p.</param>
internal sealed class BlockGradient(int layer, Value result, Value source) : Operation(layer)
{
    public Value Source => source;

    public override ImmutableArray<Value> Reads => [source];

    public override Value Result => result;

    public override string Formula => $"{result.Name} += {source.Name} {result.Extent}";

    public override bool SumsOverBatch => true;
}
