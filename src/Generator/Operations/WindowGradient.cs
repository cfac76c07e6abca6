using System.Collections.Immutable;
using GenNet.CompilerServices;
using GenNet.Generator.Graphs;
using GenNet.Generator.Model;

namespace GenNet.Generator.Operations;

/// <summary>dW[f, c, u, v] += the sum over samples, i, j of dz[f, i, j] x[c, i + u, j + v].</summary>
/// <param name="layer">The layer it belongs to.</param>
/// <param name="result">dW.</param>
/// <param name="source">x, framed.</param>
/// <param name="gradient">dz, framed.</param>
/// <param name="window">The geometry.</param>
internal sealed class WindowGradient(int layer, Value result, Value source, Value gradient, Window window) : Operation(layer)
{
    public Value Source => source;

    public Value Gradient => gradient;

    public Window Window => window;

    public override ImmutableArray<Value> Reads => [source, gradient];

    public override Value Result => result;

    public override string Formula =>
        $"{result.Name}[f, c, {WindowText.Tap(window)}] += sum over {WindowText.Output(window)} of {Frame.Name(gradient)}[f, {WindowText.Output(window)}] "
        + $"{Frame.Name(source)}[c, {WindowText.Place(window)}] {result.Extent}";

    public override bool SumsOverBatch => true;

    public override long MultiplyAdds => (long)result.Rows * result.Columns * window.Rows.Outputs * window.Columns.Outputs;
}
