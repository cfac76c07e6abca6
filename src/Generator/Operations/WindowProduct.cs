using System.Collections.Immutable;
using GenNet.CompilerServices;
using GenNet.Generator.Graphs;
using GenNet.Generator.Model;

namespace GenNet.Generator.Operations;

/// <summary>A convolution, for each sample: z[f, i, j] = b[f] + s[f] times the sum over c, u, v of W[f, c, u, v] x[c, i + u, j + v].</summary>
/// <param name="layer">The layer it belongs to.</param>
/// <param name="result">z.</param>
/// <param name="source">x, framed.</param>
/// <param name="image">The shape of what is in the frame.</param>
/// <param name="weight">W.</param>
/// <param name="bias">b, or null for none.</param>
/// <param name="window">The geometry.</param>
/// <param name="scale">s, or null for ones; with it no gradient flows through the operation.</param>
internal sealed class WindowProduct(int layer, Value result, Value source, Shape image, Value weight, Value? bias, Window window, Value? scale = null) : Operation(layer)
{
    public Value Source => source;

    public Value Weight => weight;

    public Value? Bias => bias;

    /// <summary>The shape of what is in the frame.</summary>
    public Shape Image => image;

    public Window Window => window;

    public Value? Scale => scale;

    public override ImmutableArray<Value> Reads => ScaledSum.Reads(source, weight, scale, bias);

    public override Value Result => result;

    public override string Formula =>
        $"{result.Name}[f, {WindowText.Output(window)}] = {ScaledSum.Start("f", scale, bias)}sum over c, {WindowText.Tap(window)} of "
        + $"{weight.Name}[f, c, {WindowText.Tap(window)}] {Frame.Name(source)}[c, {WindowText.Place(window)}] {result.Extent}";

    public override bool HasAdjoint => scale is null;

    public override long MultiplyAdds => (long)weight.Columns * result.Columns;

    public override PaddingOf Padding => PaddingOf.Anything;

    public override bool RunsOver => true;

    /// <summary>dW = the sum of dz x, db = the sum of dz, dx = the sum of W dz: over all places where a weight meets a pixel.</summary>
    public override void Differentiate(IAdjoints adjoints)
    {
        Value dz = Frame.Gradient(adjoints, Layer, result, adjoints.GradientOf(this), window, Framed.Output);
        adjoints.Add(weight, new WindowGradient(Layer, adjoints.GradientOf(weight), source, dz, window));
        if (bias is not null)
            adjoints.Add(bias, new FramedSum(Layer, adjoints.GradientOf(bias), dz, window));
        if (adjoints.Wants(source))
        {
            TransposedWindowProduct.Append(
                operation => adjoints.Add(source, operation), Layer, adjoints.Flow(source, this, image), dz, Shape.Of(window.Filters, window.Rows.Outputs, window.Columns.Outputs),
                weight, bias: null, window);
        }
    }
}
