using System.Collections.Immutable;
using GenNet.Generator.Expressions;
using GenNet.Generator.Model;

namespace GenNet.Generator.Lowering;

/// <summary>A dense layer: z = x W + b. Weights stand as [inputs x outputs], so that a vector runs along the outputs.</summary>
internal static class DenseLowering
{
    /// <summary>Appends z = x W + b and returns z, which is stored where <paramref name="memory"/> says.</summary>
    public static Tensor Lower(DenseLayer layer, LoweringContext context, string memory)
    {
        Tensor weight = context.Memory.Parameter(context.Named("W"), layer.Inputs, layer.Outputs);
        context.Add(new ParameterTensor(
            weight, layer.Name + ".weight", "Weight",
            Shape: [layer.Outputs, layer.Inputs], Strides: [1, weight.Stride], layer.Inputs, layer.Outputs, layer.Init));

        Tensor? bias = null;
        if (layer.Bias)
        {
            bias = context.Memory.ParameterRow(context.Named("b"), layer.Outputs);
            context.Add(new ParameterTensor(
                bias, layer.Name + ".bias", "Bias", Shape: [layer.Outputs], Strides: [1], layer.Inputs, layer.Outputs, WeightInit.Zeros));
        }

        Tensor z = context.Memory.Rows(context.Named("z"), layer.Outputs, memory);
        context.Add(new Product(
            context.Number, z, context.Input, TransposeLeft: false, weight, Start: bias, Panel: null, Accumulate: false));
        return z;
    }
}

/// <summary>The activation of a layer: a = f(z), over z where the derivative does not need it.</summary>
internal static class ActivationLowering
{
    /// <summary>Appends a = f(z) and returns a.</summary>
    public static Tensor Lower(LayerModel layer, ActivationFunction function, Tensor z, LoweringContext context)
    {
        if (function.IsIdentity)
            return z;
        Tensor a = context.Keeps(function)
            ? context.Memory.Rows(context.Named("a"), layer.Outputs)
            : z.Renamed(context.Named("a"));
        string formula = $"{a.Name} = {Word(layer.Activation)}({z.Name})";
        context.Add(new Map(
            context.Number, a, [new Argument(ActivationFunction.Z, z)], function.Value, formula,
            a.Memory != z.Memory ? formula : context.Mode == NetworkMode.Inference ? $"{formula}, in place" : $"{formula}, in place: its derivative needs {a.Name} only"));
        return a;
    }

    /// <summary>The activation as a function name in a formula.</summary>
    public static string Word(Activation activation) => activation switch
    {
        Activation.Sigmoid or Activation.Tanh or Activation.Softplus or Activation.Softsign => activation.ToString().ToLowerInvariant(),
        _ => activation.ToString(),
    };
}
