using System.Collections.Immutable;
using GenNet.CompilerServices;
using GenNet.Generator.Graphs;

namespace GenNet.Generator.Operations;

/// <summary>Images from the phases of a stride.</summary>
/// <param name="layer">The layer it belongs to.</param>
/// <param name="result">The images.</param>
/// <param name="source">Their phases.</param>
/// <param name="window">The geometry.</param>
internal sealed class JoinPhases(int layer, Value result, Value source, Window window) : Operation(layer)
{
    /// <summary>What follows the name of a value that stands in phases.</summary>
    public const string Suffix = "Phases";

    public Value Source => source;

    public Window Window => window;

    public override ImmutableArray<Value> Reads => [source];

    public override Value Result => result;

    public override string Formula => "";

    public override string Comment => $"{result.Name}: what belongs together of {source.Name}, one for each place within a stride";

    public override PaddingOf Padding => PaddingOf.Anything;

    /// <summary>The gradient of the phases is that of the images: what reads it asks for images.</summary>
    public override void Differentiate(IAdjoints adjoints) => adjoints.Flow(source, adjoints.GradientOf(this));
}
