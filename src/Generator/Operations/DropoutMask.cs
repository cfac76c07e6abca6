using System.Collections.Immutable;
using GenNet.Generator.Graphs;

namespace GenNet.Generator.Operations;

/// <summary>A mask of dropout: zeros at random, and elsewhere 65536 / keep.</summary>
/// <param name="layer">The layer it belongs to.</param>
/// <param name="result">The mask.</param>
/// <param name="keep">Of 65536 numbers so many stay, on average.</param>
internal sealed class DropoutMask(int layer, Value result, int keep) : Operation(layer)
{
    public int Keep => keep;

    public override ImmutableArray<Value> Reads => [];

    public override Value Result => result;

    public override string Formula => $"{result.Name} random";

    public override string Comment => $"{result.Name}: {keep} of 65536 stay, scaled so that the mean does";

    public override bool Draws => true;

    public override PaddingOf Padding => PaddingOf.Untouched;
}
