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
        context.Add(Of(layer.Activation, context.Number, a, z));
        return a;
    }

    /// <summary>The activation of one value.</summary>
    public static Map Of(ActivationFunction function, int number, Value a, Value z) =>
        new(number, a, [new Argument(ActivationFunction.Z, z)], function.Value, function.IsIdentity ? null : function.Name);
}
