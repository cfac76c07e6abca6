using System;
using System.Collections.Immutable;
using GenNet.CompilerServices;
using GenNet.Generator.Graphs;
using GenNet.Generator.Model;

namespace GenNet.Generator.Operations;

/// <summary>
/// The transposed convolution, for each sample: y[c, i + u, j + v] += W[f, c, u, v] x[f, i, j] from y = b[c], or
/// from zero, then y = s[c] y + b[c]. It is the gradient of a convolution by its images, with x
/// the gradient of what came out.
/// </summary>
/// <param name="layer">The layer it belongs to.</param>
/// <param name="result">y; with a stride, in phases.</param>
/// <param name="source">x, framed.</param>
/// <param name="inner">The shape of what is in the frame.</param>
/// <param name="weight">W.</param>
/// <param name="bias">b, or null for none.</param>
/// <param name="window">The geometry of the convolution that it is the gradient of.</param>
/// <param name="scale">s, or null for none; with it no gradient flows through the operation.</param>
internal sealed class TransposedWindowProduct(int layer, Value result, Value source, Shape inner, Value weight, Value? bias, Window window, Value? scale = null)
    : Operation(layer)
{
    public Value Source => source;

    public Value Weight => weight;

    public Value? Bias => bias;

    public Window Window => window;

    /// <summary>The shape of what is in the frame.</summary>
    public Shape Inner => inner;

    public Value? Scale => scale;

    public override ImmutableArray<Value> Reads => ScaledSum.Reads(source, weight, scale, bias);

    public override Value Result => result;

    public override string Formula =>
        $"{Frame.Name(result)}[c, {WindowText.Place(window)}] = {ScaledSum.Start("c", scale, bias)}sum of {weight.Name}[f, c, {WindowText.Tap(window)}] "
        + $"{Frame.Name(source)}[f, {WindowText.Output(window)}] over all f, {WindowText.Output(window)}, {WindowText.Tap(window)} that meet there {result.Extent}";

    public override bool HasAdjoint => scale is null;

    public override long MultiplyAdds => (long)weight.Columns * inner.Size;

    public override PaddingOf Padding => PaddingOf.Anything;

    public override bool RunsOver => true;

    /// <summary>Appends it, and what puts the phases of a stride together.</summary>
    public static void Append(Action<Operation> add, int layer, Value result, Value source, Shape inner, Value weight, Value? bias, Window window)
    {
        if (window.Phases == 1)
        {
            add(new TransposedWindowProduct(layer, result, source, inner, weight, bias, window));
            return;
        }

        var phases = new Value(result.Name + JoinPhases.Suffix, Shape.Of(window.PhasedImage), ValueKind.Intermediate);
        add(new TransposedWindowProduct(layer, phases, source, inner, weight, bias, window));
        add(new JoinPhases(layer, result, phases, window));
    }

    /// <summary>dW = the sum of x dy, db = the sum of dy, dx = the convolution of dy with W.</summary>
    public override void Differentiate(IAdjoints adjoints)
    {
        Value dy = Frame.Gradient(adjoints, Layer, result, adjoints.GradientOf(this), window, Framed.Image);
        adjoints.Add(weight, new WindowGradient(Layer, adjoints.GradientOf(weight), dy, source, window));
        if (bias is not null)
            adjoints.Add(bias, new PlaneSum(Layer, adjoints.GradientOf(bias), adjoints.GradientOf(this)));
        if (adjoints.Wants(source))
        {
            adjoints.Add(source, new WindowProduct(
                Layer, adjoints.Flow(source, this, inner), dy, Shape.Of(window.Image.Channels, window.Image.Rows, window.Image.Columns), weight, bias: null, window));
        }
    }
}
