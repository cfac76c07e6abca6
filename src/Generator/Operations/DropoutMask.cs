using System.Collections.Immutable;
using GenNet.Generator.Graphs;

namespace GenNet.Generator.Operations;

/// <summary>A mask of dropout: zeros at random, and elsewhere 65536 / keep.</summary>
/// <param name="layer">The layer it belongs to.</param>
/// <param name="result">The mask.</param>
/// <param name="keep">Of 65536 numbers so many stay, on average.</param>
/// <param name="channels">How many parts of the mask are decided on as a whole, such as the channels of an image; null where each number is by itself.</param>
internal sealed class DropoutMask(int layer, Value result, int keep, int? channels = null) : Operation(layer)
{
    public int Keep => keep;

    public int? Channels => channels;

    public override ImmutableArray<Value> Reads => [];

    public override Value Result => result;

    public override string Formula => $"{result.Name} random";

    public override string Comment => $"{result.Name}: {keep} of 65536 {(channels is null ? "" : "channels ")}stay, scaled so that the mean does";

    public override bool Draws => true;

    public override PaddingOf Padding => PaddingOf.Untouched;
}
