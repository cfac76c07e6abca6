using System.Collections.Immutable;
using GenNet.Generator.Graphs;
using GenNet.Generator.Model;

namespace GenNet.Generator.Operations;

/// <summary>dx = the sum of da over the square of each pixel.</summary>
/// <param name="layer">The layer it belongs to.</param>
/// <param name="result">dx.</param>
/// <param name="gradient">da.</param>
/// <param name="squares">The squares of da.</param>
internal sealed class UpsampleAdjoint(int layer, Value result, Value gradient, PoolWindows squares) : Operation(layer)
{
    public Value Gradient => gradient;

    public PoolWindows Squares => squares;

    public override ImmutableArray<Value> Reads => [gradient];

    public override Value Result => result;

    public override string Formula => $"{result.Name} = sum of {gradient.Name} over the {squares.Size.Rows} x {squares.Size.Columns} of each pixel {result.Extent}";
}
