using GenNet.Generator.Graphs;
using GenNet.Generator.Model;
using GenNet.Generator.Operations;

namespace GenNet.Generator.Lowering;

/// <summary>A residual connection: z = x + s, with the input s of the layers before it, or p = s W + b in its place.</summary>
internal static class ResidualLowering
{
    /// <summary>Appends z = x + s and returns z.</summary>
    public static Value Lower(ResidualLayer layer, LoweringContext context)
    {
        Value source = context.InputOf(layer.Layers);
        if (layer.Projection)
        {
            var affine = new Affine(layer.Bias, layer.Init);
            source = layer.Window is { } window
                ? ConvolutionLowering.Lower(layer, context, source, layer.Output, window, affine, result: "p")
                : AffineLowering.Lower(layer, context, source, layer.Output, affine, result: "p");
        }


        Value z = context.Value("z", layer.Output);
        context.Add(Map.Sum(context.Number, z, [context.Input, source]));
        return z;
    }
}
