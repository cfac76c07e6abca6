using GenNet.Generator.Graphs;
using GenNet.Generator.Model;
using GenNet.Generator.Operations;

namespace GenNet.Generator.Lowering;

/// <summary>z = x W + b, which several kinds of layers begin with. Weights stand as [inputs x outputs], so that a vector runs along the outputs.</summary>
internal static class AffineLowering
{
    /// <summary>Appends z = x W + b and returns z.</summary>
    /// <param name="layer">The layer whose tensors W and b are.</param>
    /// <param name="context">Its place.</param>
    /// <param name="source">x.</param>
    /// <param name="outputs">The outputs, of each piece.</param>
    /// <param name="affine">Whether there is a bias, how the weights are drawn, and the pieces side by side, if there are several.</param>
    /// <param name="result">What z is called.</param>
    public static Value Lower(LayerModel layer, LoweringContext context, Value source, Shape outputs, Affine affine, string result = "z")
    {
        int inputs = source.Columns, units = outputs.Features, pieces = affine.Pieces ?? 1;
        bool inPieces = affine.Pieces is not null;
        Value weight = context.Parameter(
            "W", Shape.Of(inputs, pieces * units),
            value => new ParameterTensor(
                value, layer.Name + ".weight", "Weight", inPieces ? [pieces, units, inputs] : [units, inputs],
                inPieces ? [Axis.Pieces, Axis.Columns, Axis.Rows] : [Axis.Columns, Axis.Rows], inputs, units, affine.Init),
            pieces);
        Value? bias = !affine.Bias ? null : context.Parameter(
            "b", Shape.Of(pieces * units),
            value => new ParameterTensor(
                value, layer.Name + ".bias", "Bias", inPieces ? [pieces, units] : [units],
                inPieces ? [Axis.Pieces, Axis.Columns] : [Axis.Columns], inputs, units, WeightInit.Zeros),
            pieces);
        Value z = context.Value(result, inPieces ? outputs.WithFeatures(pieces * units) : outputs, pieces);
        context.Add(new Product(context.Number, z, source, weight, bias));
        return z;
    }
}

/// <summary>What an affine function has beside its sizes.</summary>
/// <param name="Bias">Whether it adds a bias.</param>
/// <param name="Init">How its weights are drawn.</param>
/// <param name="Pieces">The number of functions side by side; null for one.</param>
internal sealed record Affine(bool Bias, WeightInit Init, int? Pieces = null);
