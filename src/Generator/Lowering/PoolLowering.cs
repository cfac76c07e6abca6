using GenNet.Generator.Graphs;
using GenNet.Generator.Model;
using GenNet.Generator.Operations;

namespace GenNet.Generator.Lowering;

/// <summary>Pools of images and sequences, and what makes images larger.</summary>
internal static class PoolLowering
{
    /// <summary>Appends a = the largest number of each window and returns a.</summary>
    public static Value Maximum(PoolLayer layer, LoweringContext context)
    {
        Value a = context.Value("a", layer.Output);
        context.Add(new MaximumPool(context.Number, a, context.Input, layer.Windows));
        return a;
    }

    /// <summary>Appends a = the mean of each window and returns a.</summary>
    public static Value Average(PoolLayer layer, LoweringContext context) => Average(layer.Windows, layer.Output, context);

    /// <summary>Appends a = the mean of each channel, or of each feature over all steps, and returns a.</summary>
    public static Value Average(GlobalAveragePoolLayer layer, LoweringContext context)
    {
        int steps = layer.Input.Dimensions[0];
        if (layer.Input.Rank == 2)
            return Average(PoolWindows.OfSequence(layer.Input, steps, steps, 0), layer.Output, context);
        Value a = context.Value("a", layer.Output);
        context.Add(new PlaneMeans(context.Number, a, context.Input));
        return a;
    }

    /// <summary>Appends a = each pixel as a square and returns a.</summary>
    public static Value Upsample(Upsample2DLayer layer, LoweringContext context)
    {
        Value a = context.Value("a", layer.Output);
        context.Add(new Upsample(context.Number, a, context.Input, PoolWindows.OfSquares(layer.Output, layer.Scale)));
        return a;
    }

    private static Value Average(PoolWindows windows, Shape output, LoweringContext context)
    {
        Value a = context.Value("a", output);
        context.Add(new AveragePool(context.Number, a, context.Input, windows));
        return a;
    }
}
