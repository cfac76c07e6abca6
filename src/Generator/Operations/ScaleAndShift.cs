using System.Collections.Immutable;
using GenNet.Generator.Graphs;

namespace GenNet.Generator.Operations;

/// <summary>z = x * s + t, channel by channel.</summary>
/// <param name="layer">The layer it belongs to.</param>
/// <param name="result">z.</param>
/// <param name="source">x.</param>
/// <param name="scale">s.</param>
/// <param name="shift">t.</param>
/// <param name="plane">The neighbours of one channel; behind the last channel the first one follows again.</param>
internal sealed class ScaleAndShift(int layer, Value result, Value source, Value scale, Value shift, int plane) : Operation(layer)
{
    public Value Source => source;

    public Value Scale => scale;

    public Value Shift => shift;

    public int Plane => plane;

    public override ImmutableArray<Value> Reads => [source, scale, shift];

    public override Value Result => result;

    public override string Formula => $"{result.Name} = {source.Name} * {scale.Name} + {shift.Name} {result.Extent}";

    public override bool HasAdjoint => false;

    public override PaddingOf Padding => PaddingOf.Anything;

    public override bool MayOverwrite(Value read) => read == source;
}
