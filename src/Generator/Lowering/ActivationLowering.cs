using GenNet.Generator.Expressions;
using GenNet.Generator.Graphs;
using GenNet.Generator.Model;
using GenNet.Generator.Operations;

namespace GenNet.Generator.Lowering;

/// <summary>The activation of a layer: a = f(z).</summary>
internal static class ActivationLowering
{
    /// <summary>Appends a = f(z) and returns a.</summary>
    public static Value Lower(LayerModel layer, Value z, LoweringContext context)
    {
        if (layer.Activation.IsIdentity)
            return z;
        Value a = context.Value("a", z.Shape);
        if (layer.Activation.Kind is null && z.Shape.Rank == 2 && context.Lengths is { } lengths)
            UpToLength(layer.Activation, a, z, lengths, context);
        else
            context.Add(Of(layer.Activation, context.Number, a, z));
        return a;
    }

    /// <summary>A function of the user's need not be finite, nor its slope, where a row has no step: neither goes on from there, in any direction.</summary>
    private static void UpToLength(ActivationFunction function, Value a, Value z, Value lengths, LoweringContext context)
    {
        Value before = context.Value("zCut", z.Shape), after = context.Value("aAny", z.Shape);
        context.Add(new UpToLength(context.Number, before, z, lengths));
        context.Add(Of(function, context.Number, after, before));
        context.Add(new UpToLength(context.Number, a, after, lengths));
    }

    /// <summary>The activation of one value.</summary>
    public static Map Of(ActivationFunction function, int number, Value a, Value z) =>
        new(number, a, [new Argument(ActivationFunction.Z, z)], function.Value, function.IsIdentity ? null : function.Name);
}
