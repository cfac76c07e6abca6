using GenNet.Generator.Diagnostics;
using GenNet.Generator.Model;

namespace GenNet.Generator.Parsing;

/// <summary>From the attribute of self-attention to its record.</summary>
internal static class SelfAttentionParser
{
    public static SelfAttentionLayer Parse(LayerContext context)
    {
        Shape input = context.Sequence();
        int heads = context.Size(context.Attribute.Argument<int>("heads") ?? 1, "heads");
        if (input.Features % heads != 0)
            context.Report(Descriptors.UnevenHeads, heads, input.Features);
        return new SelfAttentionLayer(
            context.Name, input, context.HasError ? 1 : heads, Causal: context.Attribute.Named<bool>("Causal") ?? false,
            Bias: context.Attribute.Named<bool>("Bias") ?? true, Init: context.Init(byDefault: Init.XavierUniform));
    }
}
