using GenNet.Generator.Graphs;
using GenNet.Generator.Model;
using GenNet.Generator.Operations;

namespace GenNet.Generator.Lowering;

/// <summary>A maxout layer: z = x W + b for all pieces side by side, each padded to whole vectors, then a = max over the pieces.</summary>
internal static class MaxoutLowering
{
    /// <summary>Appends both and returns a.</summary>
    public static Value Lower(MaxoutLayer layer, LoweringContext context)
    {
        Value z = AffineLowering.Lower(layer, context, context.Input, Shape.Of(layer.Outputs), new Affine(layer.Bias, layer.Init, layer.Pieces));
        Value a = context.Value("a", Shape.Of(layer.Outputs));
        context.Add(new Maxout(context.Number, a, z));
        return a;
    }
}
