using System;
using GenNet.Generator.Expressions;
using GenNet.Generator.Graphs;
using GenNet.Generator.Model;
using GenNet.Generator.Operations;

namespace GenNet.Generator.Lowering;

/// <summary>Dropout: a = x m with a mask m of zeros and of the inverse of the probability of staying; nothing outside training.</summary>
internal static class DropoutLowering
{
    private static readonly Variable M = new("m");

    /// <summary>Appends a = x m and returns a.</summary>
    public static Value Lower(DropoutLayer layer, LoweringContext context)
    {
        if (!context.IsTraining)
            return context.Input;

        // Rounded so that at least one of the 65536 values keeps a number.
        int keep = Math.Max(1, (int)Math.Round((1 - layer.Rate) * 65536));
        Value mask = context.Value("m", context.Input.Shape);
        context.Add(new DropoutMask(context.Number, mask, keep, layer.Channels ? mask.Shape.Dimensions[0] : null));
        Value a = context.Value("a", context.Input.Shape);
        string formula = $"{a.Name} = {context.Input.Name} * {mask.Name}";
        context.Add(new Map(
            context.Number, a, [new Argument(ActivationFunction.Z, context.Input), new Argument(M, mask)], ActivationFunction.Z * (Expr)M,
            text: (formula, formula)));
        return a;
    }
}
