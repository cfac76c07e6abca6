using GenNet.Generator.Graphs;
using GenNet.Generator.Model;
using GenNet.Generator.Operations;

namespace GenNet.Generator.Lowering;

/// <summary>Vectors for tokens and for places.</summary>
internal static class EmbeddingLowering
{
    /// <summary>Appends z = the vector of each token and returns z.</summary>
    public static Value Lower(EmbeddingLayer layer, LoweringContext context)
    {
        Value table = Table(layer, context, "E", Shape.Of(layer.Vocabulary, layer.Output.Features), layer.Init), z = context.Value("z", layer.Output);
        context.Add(new Lookup(context.Number, z, context.Input, table));
        return z;
    }

    /// <summary>Appends z = x and the vector of each place, and returns z.</summary>
    public static Value Lower(PositionEmbeddingLayer layer, LoweringContext context)
    {
        Value table = Table(layer, context, "P", layer.Input, layer.Init), z = context.Value("z", layer.Output);
        context.Add(new PositionSum(context.Number, z, context.Input, table, context.IsStream));
        return z;
    }

    private static Value Table(LayerModel layer, LoweringContext context, string name, Shape shape, WeightInit init) => context.Parameter(
        name, shape, value => new ParameterTensor(
            value, layer.Name + ".weight", "Weight", [.. shape.Dimensions], [Axis.Rows, Axis.Columns], shape.Features, shape.Features, init));
}
