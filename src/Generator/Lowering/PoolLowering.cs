using System;
using GenNet.Generator.Graphs;
using GenNet.Generator.Model;
using GenNet.Generator.Operations;

namespace GenNet.Generator.Lowering;

/// <summary>Pools of images and sequences, and what makes images larger.</summary>
internal static class PoolLowering
{
    /// <summary>Appends a = the largest number of each window and returns a.</summary>
    public static Value Maximum(PoolLayer layer, LoweringContext context) =>
        Pool(layer, context, (a, x, windows) => new MaximumPool(context.Number, a, x, windows));

    /// <summary>Appends a = the mean of each window and returns a.</summary>
    public static Value Average(PoolLayer layer, LoweringContext context) =>
        Pool(layer, context, (a, x, windows) => new AveragePool(context.Number, a, x, windows));

    /// <summary>Appends a = the mean of each channel, or of each feature over all steps, and returns a.</summary>
    public static Value Average(GlobalAveragePoolLayer layer, LoweringContext context)
    {
        Value a = context.Value("a", layer.Output);
        if (layer.Input.Rank == 2 && context.Lengths is { } lengths)
        {
            context.Add(new StepMean(context.Number, a, context.Input, lengths));
            return a;
        }

        Value source = layer.Input.Rank == 2 ? SequenceLowering.Turned(context, "t", context.Input) : context.Input;
        context.Add(new PlaneMeans(context.Number, a, source));
        return a;
    }

    /// <summary>Appends a = each pixel as a square and returns a.</summary>
    public static Value Upsample(Upsample2DLayer layer, LoweringContext context)
    {
        Value a = context.Value("a", layer.Output);
        context.Add(new Upsample(context.Number, a, context.Input, PoolWindows.OfSquares(layer.Output, layer.Scale)));
        return a;
    }

    /// <summary>A pool of images; of sequences, that of images of one row, turned there and back.</summary>
    private static Value Pool(PoolLayer layer, LoweringContext context, Func<Value, Value, PoolWindows, Operation> pool)
    {
        if (layer.Input.Rank == 3)
        {
            Value a = context.Value("a", layer.Output);
            context.Add(pool(a, context.Input, layer.Windows));
            return a;
        }

        Value turned = SequenceLowering.Turned(context, "t", context.Input), pooled = context.Value("p", SequenceLowering.AsImage(layer.Output));
        context.Add(pool(pooled, turned, layer.Windows.AsLines()));
        return SequenceLowering.TurnedBack(context, "a", pooled);
    }
}
