using System.Collections.Immutable;
using GenNet.Generator.Graphs;

namespace GenNet.Generator.Operations;

/// <summary>dW += x^T dz, over the batch.</summary>
/// <param name="layer">The layer it belongs to.</param>
/// <param name="result">dW.</param>
/// <param name="source">x.</param>
/// <param name="gradient">dz.</param>
internal sealed class WeightGradient(int layer, Value result, Value source, Value gradient) : Operation(layer)
{
    public Value Source => source;

    public Value Gradient => gradient;

    public override ImmutableArray<Value> Reads => [source, gradient];

    public override Value Result => result;

    public override string Formula => $"{result.Name} += {source.Name}^T {gradient.Name} {result.Extent}";

    public override string Comment => $"{result.Name} += {source.Name}^T {gradient.Name}   [{source.Columns} x rows] [rows x {gradient.Columns}]";

    /// <summary>The source may have a step more: a state behind the last one.</summary>
    public override int Steps => gradient.Steps;

    public override bool SumsOverBatch => true;

    public override long MultiplyAdds => (long)result.Rows * result.Columns * Steps;

    public override bool NeedsZeroPadding(Value read) => read == gradient;
}
