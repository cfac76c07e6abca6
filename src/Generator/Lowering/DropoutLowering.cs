using System;
using GenNet.Generator.Expressions;
using GenNet.Generator.Model;

namespace GenNet.Generator.Lowering;

/// <summary>Dropout: a = x m with a mask m of zeros and of the inverse of the probability of staying; nothing outside training.</summary>
internal static class DropoutLowering
{
    private static readonly Variable M = new("m");

    /// <summary>Appends a = x m and returns a.</summary>
    public static Tensor Lower(DropoutLayer layer, LoweringContext context)
    {
        if (context.Mode == NetworkMode.Inference)
            return context.Input;

        // Rounded so that at least one of the 65536 values keeps a number.
        int keep = Math.Max(1, (int)Math.Round((1 - layer.Rate) * 65536));
        Tensor mask = context.Memory.RowsLike(context.Input, context.Named("m"));
        context.Add(new DropoutMask(context.Number, mask, keep));
        Tensor a = context.Memory.RowsLike(context.Input, context.Named("a"));
        string formula = $"{a.Name} = {context.Input.Name} * {mask.Name}";
        context.Add(new Map(
            context.Number, a, [new Argument(ActivationFunction.Z, context.Input), new Argument(M, mask)], ActivationFunction.Z * (Expr)M, formula, formula));
        return a;
    }
}
