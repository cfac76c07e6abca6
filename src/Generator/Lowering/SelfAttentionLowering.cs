using GenNet.CompilerServices;
using GenNet.Generator.Graphs;
using GenNet.Generator.Model;
using GenNet.Generator.Operations;

namespace GenNet.Generator.Lowering;

/// <summary>Self-attention: queries, keys and values of all heads in one product, the attention, and the product with what joins the heads.</summary>
internal static class SelfAttentionLowering
{
    private const int Pieces = 3;

    /// <summary>Appends the three and returns z.</summary>
    public static Value Lower(SelfAttentionLayer layer, LoweringContext context)
    {
        int width = layer.Width, columns = Pieces * width;
        Value weight = context.Parameter(
            "W", Shape.Of(width, columns),
            value => new ParameterTensor(value, layer.Name + ".in_proj_weight", "Weight", [columns, width], [Axis.PiecesOfColumns, Axis.Rows], width, columns, layer.Init), Pieces);
        Value? bias = !layer.Bias ? null : context.Parameter(
            "b", Shape.Of(columns),
            value => new ParameterTensor(value, layer.Name + ".in_proj_bias", "Bias", [columns], [Axis.PiecesOfColumns], width, columns, WeightInit.Zeros), Pieces);
        Value qkv = context.Value("qkv", Shape.Of(layer.Steps, columns), Pieces), a = context.Value("a", layer.Input), z = context.Value("z", layer.Output);
        context.Add(new Product(context.Number, qkv, context.Input, weight, bias));
        context.Add(context.IsStream ? OfStep(layer, context, qkv, a) : OfSequence(layer, context, qkv, a));

        Value joining = context.Parameter(
            "O", Shape.Of(width, width),
            value => new ParameterTensor(value, layer.Name + ".out_proj.weight", "Weight", [width, width], [Axis.Columns, Axis.Rows], width, width, layer.Init));
        Value? joiningBias = !layer.Bias ? null : context.Parameter(
            "Ob", Shape.Of(width), value => new ParameterTensor(value, layer.Name + ".out_proj.bias", "Bias", [width], [Axis.Columns], width, width, WeightInit.Zeros));
        context.Add(new Product(context.Number, z, a, joining, joiningBias));
        return z;
    }

    private static Attention OfSequence(SelfAttentionLayer layer, LoweringContext context, Value qkv, Value a)
    {
        Value? logarithms = context.IsTraining ? context.Value("l", Shape.Of(layer.Heads, layer.Steps)) : null;
        Value scores = context.BlockValue("scores", Shape.Of(AttentionScratch.ForwardScores(layer.HeadWidth), layer.Steps));
        Value copies = context.BlockValue("copies", Shape.Of(AttentionScratch.ForwardCopies(layer.Steps), layer.HeadWidth));
        return new Attention(context.Number, a, new AttentionValues(qkv, logarithms, layer.Heads, layer.Causal, context.Lengths), scores, copies);
    }

    private static AttentionStep OfStep(SelfAttentionLayer layer, LoweringContext context, Value qkv, Value a)
    {
        Value keys = context.Value("keys", Shape.Of(layer.Width, context.Places)), values = context.Value("values", Shape.Of(layer.Heads * context.Places, layer.HeadWidth));
        Value scores = context.BlockValue("scores", Shape.Of(layer.Heads, context.Places)), copy = context.BlockValue("copy", Shape.Of(layer.HeadWidth));
        return new AttentionStep(context.Number, a, new AttentionValues(qkv, null, layer.Heads, layer.Causal), keys, values, scores, copy);
    }
}
