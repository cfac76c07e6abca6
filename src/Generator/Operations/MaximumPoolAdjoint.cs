using System.Collections.Immutable;
using GenNet.Generator.Graphs;
using GenNet.Generator.Model;

namespace GenNet.Generator.Operations;

/// <summary>dx = da where x was the largest of a window, the first of equals, summed over the windows.</summary>
/// <param name="layer">The layer it belongs to.</param>
/// <param name="result">dx.</param>
/// <param name="source">x.</param>
/// <param name="gradient">da.</param>
/// <param name="windows">The windows.</param>
internal sealed class MaximumPoolAdjoint(int layer, Value result, Value source, Value gradient, PoolWindows windows) : Operation(layer)
{
    public Value Source => source;

    public Value Gradient => gradient;

    public PoolWindows Windows => windows;

    public override ImmutableArray<Value> Reads => [source, gradient];

    public override Value Result => result;

    public override string Formula => $"{result.Name} = {gradient.Name} where {source.Name} is the largest of its window";

    public override string Comment => $"{gradient.Name} goes to the number that was the largest of its window, the first of equals; the others get nothing: {windows}";
}
