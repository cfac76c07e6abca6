using GenNet.Generator.Graphs;
using GenNet.Generator.Model;

namespace GenNet.Generator.Lowering;

/// <summary>A dense layer: z = x W + b, for each step of a sequence by itself.</summary>
internal static class DenseLowering
{
    /// <summary>Appends z = x W + b and returns z.</summary>
    public static Value Lower(DenseLayer layer, LoweringContext context) =>
        AffineLowering.Lower(layer, context, context.Input, layer.Output, new Affine(layer.Bias, layer.Init));
}
