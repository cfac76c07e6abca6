using System.Collections.Immutable;
using GenNet.Generator.Graphs;

namespace GenNet.Generator.Operations;

/// <summary>dx = dz W^T, for each sample.</summary>
/// <param name="layer">The layer it belongs to.</param>
/// <param name="result">dx.</param>
/// <param name="gradient">dz.</param>
/// <param name="weight">W, as [inputs x outputs].</param>
internal sealed class InputGradient(int layer, Value result, Value gradient, Value weight) : Operation(layer)
{
    public Value Gradient => gradient;

    public Value Weight => weight;

    public override ImmutableArray<Value> Reads => [gradient, weight];

    public override Value Result => result;

    public override string Formula => $"{result.Name} = {gradient.Name} {weight.Name}^T {result.Extent}";

    public override string Comment => $"{result.Name} = {gradient.Name} {weight.Name}^T   [rows x {gradient.Columns}] [{weight.Columns} x {weight.Rows}]";

    public override long MultiplyAdds => (long)weight.Rows * weight.Columns * Steps;

    public override bool NeedsZeroPadding(Value read) => read == gradient;
}
