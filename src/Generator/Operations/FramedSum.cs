using System.Collections.Immutable;
using GenNet.CompilerServices;
using GenNet.Generator.Graphs;
using GenNet.Generator.Model;

namespace GenNet.Generator.Operations;

/// <summary>db[f] += the sum over samples, i, j of dz[f, i, j].</summary>
/// <param name="layer">The layer it belongs to.</param>
/// <param name="result">db.</param>
/// <param name="gradient">dz, framed.</param>
/// <param name="window">The geometry.</param>
internal sealed class FramedSum(int layer, Value result, Value gradient, Window window) : Operation(layer)
{
    public Value Gradient => gradient;

    public Window Window => window;

    public override ImmutableArray<Value> Reads => [gradient];

    public override Value Result => result;

    public override string Formula =>
        $"{result.Name}[f] += sum over {WindowText.Output(window)} of {Frame.Name(gradient)}[f, {WindowText.Output(window)}] {result.Extent}";

    public override bool SumsOverBatch => true;
}
