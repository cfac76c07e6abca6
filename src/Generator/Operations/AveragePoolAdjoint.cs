using System.Collections.Immutable;
using GenNet.Generator.Graphs;
using GenNet.Generator.Model;

namespace GenNet.Generator.Operations;

/// <summary>dx = da / numbers of a window, summed over the windows that have x.</summary>
/// <param name="layer">The layer it belongs to.</param>
/// <param name="result">dx.</param>
/// <param name="gradient">da.</param>
/// <param name="windows">The windows.</param>
internal sealed class AveragePoolAdjoint(int layer, Value result, Value gradient, PoolWindows windows) : Operation(layer)
{
    public Value Gradient => gradient;

    public PoolWindows Windows => windows;

    public override ImmutableArray<Value> Reads => [gradient];

    public override Value Result => result;

    public override string Formula => $"{result.Name} = sum of {gradient.Name} over the windows / {windows.Numbers}";

    public override string Comment => $"{gradient.Name} is shared by the {windows.Numbers} numbers of its window: {windows}";
}
