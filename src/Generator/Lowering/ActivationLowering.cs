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
        ActivationFunction function = ActivationFunction.Of(layer.Activation, layer.Alpha);
        if (function.IsIdentity)
            return z;
        Value a = context.Value("a", z.Shape);
        context.Add(Of(layer, context.Number, a, z, function));
        return a;
    }

    /// <summary>The activation of one value.</summary>
    public static Map Of(LayerModel layer, int number, Value a, Value z, ActivationFunction function) =>
        new(number, a, [new Argument(ActivationFunction.Z, z)], function.Value, function.IsIdentity ? null : Word(layer.Activation));

    /// <summary>The activation as a function name in a formula.</summary>
    private static string Word(Activation activation) => activation switch
    {
        Activation.Sigmoid or Activation.Tanh or Activation.Softplus or Activation.Softsign => activation.ToString().ToLowerInvariant(),
        _ => activation.ToString(),
    };
}
