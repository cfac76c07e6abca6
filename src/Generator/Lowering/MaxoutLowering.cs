using GenNet.Generator.Model;

namespace GenNet.Generator.Lowering;

/// <summary>A maxout layer: z = x W + b for all pieces side by side, each padded to whole vectors, then a = max over the pieces.</summary>
internal static class MaxoutLowering
{
    /// <summary>Appends both and returns a.</summary>
    public static Tensor Lower(MaxoutLayer layer, LoweringContext context)
    {
        int piece = context.Memory.Padded(layer.Outputs);
        Tensor weight = context.Memory.Parameter(context.Named("W"), layer.Inputs, layer.Pieces * piece) with { Pieces = new Pieces(piece, layer.Outputs) };
        context.Add(new ParameterTensor(
            weight, layer.Name + ".weight", "Weight",
            Shape: [layer.Pieces, layer.Outputs, layer.Inputs], Strides: [piece, 1, weight.Stride], layer.Inputs, layer.Outputs, layer.Init));

        Tensor? bias = null;
        if (layer.Bias)
        {
            bias = context.Memory.ParameterRow(context.Named("b"), layer.Pieces * piece);
            context.Add(new ParameterTensor(
                bias, layer.Name + ".bias", "Bias",
                Shape: [layer.Pieces, layer.Outputs], Strides: [piece, 1], layer.Inputs, layer.Outputs, WeightInit.Zeros));
        }

        Tensor z = context.Memory.Rows(context.Named("z"), layer.Pieces * piece);
        context.Add(new Product(
            context.Number, z, context.Input, TransposeLeft: false, weight, Start: bias, Panel: null, Accumulate: false));
        Tensor a = context.Memory.Rows(context.Named("a"), layer.Outputs);
        context.Add(new Maxout(context.Number, a, z, layer.Pieces));
        return a;
    }
}
