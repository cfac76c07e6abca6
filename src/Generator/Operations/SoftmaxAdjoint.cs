using System.Collections.Immutable;
using GenNet.Generator.Graphs;

namespace GenNet.Generator.Operations;

/// <summary>dz = y (dy - sum of dy y), row by row.</summary>
/// <param name="layer">The layer it belongs to.</param>
/// <param name="result">dz.</param>
/// <param name="output">y, the softmax of z.</param>
/// <param name="gradient">dy.</param>
internal sealed class SoftmaxAdjoint(int layer, Value result, Value output, Value gradient) : Operation(layer)
{
    public Value Output => output;

    public Value Gradient => gradient;

    public override ImmutableArray<Value> Reads => [output, gradient];

    public override Value Result => result;

    public override string Formula => $"{result.Name} = {output.Name} * ({gradient.Name} - sum of {gradient.Name} * {output.Name})";

    public override bool MayOverwrite(Value read) => read == gradient;
}
