using GenNet.Generator.Diagnostics;
using GenNet.Generator.Model;

namespace GenNet.Generator.Parsing;

/// <summary>From the attributes of embeddings to their records.</summary>
internal static class EmbeddingParsers
{
    public static EmbeddingLayer Embedding(LayerContext context)
    {
        int vocabulary = context.Size(context.Attribute.Argument<int>("vocabulary") ?? 1, "tokens"), width = context.Size(context.Attribute.Argument<int>("width") ?? 1, "numbers of a vector");
        Shape input = context.Features("Input(steps)");
        if (!context.Before.IsInput && !context.Before.IsNothing)
            context.Report(Descriptors.EmbeddingNotFirst);
        return new EmbeddingLayer(context.Name, input, Shape.Of(input.Size, width), vocabulary, Init(context));
    }

    public static PositionEmbeddingLayer PositionEmbedding(LayerContext context) => new(context.Name, context.Sequence(), Init(context));

    /// <summary>As PyTorch draws vectors.</summary>
    private static WeightInit Init(LayerContext context) => context.Init(new WeightInit(GenNet.Init.Normal, 0, 1));
}
