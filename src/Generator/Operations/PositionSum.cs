using System.Collections.Immutable;
using GenNet.Generator.Graphs;

namespace GenNet.Generator.Operations;

/// <summary>z = x and a vector for each place.</summary>
/// <param name="layer">The layer it belongs to.</param>
/// <param name="result">z, [steps, features].</param>
/// <param name="source">x.</param>
/// <param name="table">P, [steps, features].</param>
/// <param name="isOfStep">Whether x is one step, whose place is known when it is given.</param>
internal sealed class PositionSum(int layer, Value result, Value source, Value table, bool isOfStep = false) : Operation(layer)
{
    public Value Source => source;

    public Value Table => table;

    public override ImmutableArray<Value> Reads => [source, table];

    public override Value Result => result;

    public override int Steps => 1;

    public override bool NeedsPlace => isOfStep;

    public override bool HasPlaces => isOfStep;

    public override string Formula => isOfStep
        ? $"{result.Name} = {source.Name} + {table.Name}[place] {result.Extent}"
        : $"{result.Name}[t] = {source.Name}[t] + {table.Name}[t] {result.Extent}";

    public override PaddingOf Padding => PaddingOf.Anything;

    public override bool MayOverwrite(Value read) => read == source;

    /// <summary>dP = the sum of dz over the samples; dx = dz.</summary>
    public override void Differentiate(IAdjoints adjoints)
    {
        Value dz = adjoints.GradientOf(this);
        adjoints.Add(table, new PositionGradient(Layer, adjoints.GradientOf(table), dz));
        if (adjoints.Wants(source))
            adjoints.Flow(source, dz);
    }
}
