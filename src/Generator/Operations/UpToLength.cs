using System.Collections.Immutable;
using GenNet.Generator.Graphs;

namespace GenNet.Generator.Operations;

/// <summary>The steps up to the length of each row, zeros behind: what stands there must count in nothing that looks at several steps.</summary>
/// <param name="layer">The layer it belongs to.</param>
/// <param name="result">[steps, features]; it may be the source.</param>
/// <param name="source">[steps, features].</param>
/// <param name="lengths">[1].</param>
internal sealed class UpToLength(int layer, Value result, Value source, Value lengths) : Operation(layer)
{
    public Value Source => source;

    public Value Lengths => lengths;

    public override ImmutableArray<Value> Reads => [source, lengths];

    public override Value Result => result;

    public override int Steps => 1;

    public override string Formula => result == source ? $"zeros behind the length of each row in {result.Name}" : $"{result.Name} = {source.Name} up to the length of each row, then zeros {result.Extent}";

    public override bool MayOverwrite(Value read) => read == source;

    public override void Differentiate(IAdjoints adjoints)
    {
        if (adjoints.Wants(source))
            adjoints.Add(source, new UpToLength(Layer, adjoints.Flow(source, this), adjoints.GradientOf(this), lengths));
    }
}
