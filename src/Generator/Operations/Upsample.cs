using System.Collections.Immutable;
using GenNet.Generator.Graphs;
using GenNet.Generator.Model;

namespace GenNet.Generator.Operations;

/// <summary>a = each pixel of x as a square of equal ones.</summary>
/// <param name="layer">The layer it belongs to.</param>
/// <param name="result">a.</param>
/// <param name="source">x.</param>
/// <param name="squares">The squares of a.</param>
internal sealed class Upsample(int layer, Value result, Value source, PoolWindows squares) : Operation(layer)
{
    public Value Source => source;

    public PoolWindows Squares => squares;

    public override ImmutableArray<Value> Reads => [source];

    public override Value Result => result;

    public override string Formula => $"{result.Name} = {source.Name}, each pixel {squares.Size.Rows} x {squares.Size.Columns} times {result.Extent}";

    public override void Differentiate(IAdjoints adjoints)
    {
        if (adjoints.Wants(source))
            adjoints.Add(source, new UpsampleAdjoint(Layer, adjoints.Flow(source, this), adjoints.GradientOf(this), squares));
    }
}
