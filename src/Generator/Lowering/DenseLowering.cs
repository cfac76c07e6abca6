using GenNet.Generator.Graphs;
using GenNet.Generator.Model;

namespace GenNet.Generator.Lowering;

/// <summary>A dense layer: z = x W + b.</summary>
internal static class DenseLowering
{
    /// <summary>Appends z = x W + b and returns z.</summary>
    public static Value Lower(DenseLayer layer, LoweringContext context) =>
        AffineLowering.Lower(layer, context, context.Input, Shape.Of(layer.Outputs), new Affine(layer.Bias, layer.Init));
}
