using System.Collections.Immutable;
using GenNet.CompilerServices;
using GenNet.Generator.Graphs;
using GenNet.Generator.Model;

namespace GenNet.Generator.Operations;

/// <summary>A causal convolution of one step: z[f] = b[f] + the sum over c, v of W[f, c, v] x[c, t + d v - padding], of the step and those before it.</summary>
/// <param name="layer">The layer it belongs to.</param>
/// <param name="result">z, [1, filters].</param>
/// <param name="source">x, [1, channels].</param>
/// <param name="weight">W.</param>
/// <param name="bias">b, or null for none.</param>
/// <param name="ring">The steps that the window sees: [as many, channels].</param>
/// <param name="taps">Scratch for what the window sees, in the order of the weights.</param>
/// <param name="sums">Scratch for the sums, a row for each group.</param>
/// <param name="window">The geometry, that of whole sequences.</param>
internal sealed class WindowStep(int layer, Value result, Value source, Value weight, Value? bias, Value ring, Value taps, Value sums, Window window) : Operation(layer)
{
    public Value Source => source;

    public Value Weight => weight;

    public Value? Bias => bias;

    public Value Ring => ring;

    public Value Taps => taps;

    public Value Sums => sums;

    public Window Window => window;

    public override ImmutableArray<Value> Reads => ScaledSum.Reads(source, weight, null, bias);

    public override Value Result => result;

    public override ImmutableArray<Value> AlsoWrites => [ring, taps, sums];

    public override bool Carries => true;

    public override bool NeedsPlace => true;

    public override int Steps => 1;

    public override string Formula => $"{Comment}, where {ring.Name} has the steps before {result.Extent}";

    public override string Comment =>
        $"{result.Name}[f] = {ScaledSum.Start("f", null, bias)}sum over c, {WindowText.Tap(window)} of {weight.Name}[f, c, {WindowText.Tap(window)}] {source.Name}[c, {WindowText.Place(window)}]";

    public override long MultiplyAdds => (long)weight.Columns * result.Columns;

    public override PaddingOf Padding => PaddingOf.Untouched;

    public override bool RunsOver => true;
}
