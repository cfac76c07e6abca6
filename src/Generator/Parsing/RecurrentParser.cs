using System;
using GenNet.Generator.Diagnostics;
using GenNet.Generator.Expressions;
using GenNet.Generator.Model;

namespace GenNet.Generator.Parsing;

/// <summary>From the attributes of recurrent layers to their records.</summary>
internal static class RecurrentParser
{
    public static RecurrentLayer SimpleRnn(LayerContext context) => Parse(context, "SimpleRnn", context.Attribute.Argument<int>("activation") is null && !context.Attribute.Has("function")
        ? ActivationFunction.Of(Activation.Tanh, 0) : context.Activation());

    public static RecurrentLayer Gru(LayerContext context) => Parse(context, "Gru", ActivationFunction.Identity);

    public static RecurrentLayer Lstm(LayerContext context) => Parse(context, "Lstm", ActivationFunction.Identity);

    private static RecurrentLayer Parse(LayerContext context, string cell, ActivationFunction function)
    {
        Shape input = context.Sequence();
        if (function.IsSoftmax)
            context.Report(Descriptors.SoftmaxNotLast);
        int hidden = context.Size(context.Attribute.Argument<int>("hidden") ?? 1, "units");
        bool isOfEveryStep = context.Enum<Steps>(context.Attribute.Named<int>("Output") ?? 0) == Steps.All;

        // As PyTorch draws them.
        double range = 1 / Math.Sqrt(hidden);
        WeightInit init = context.Init(new WeightInit(Init.Uniform, -range, range));
        return new RecurrentLayer(
            context.Name, input, isOfEveryStep ? input.WithFeatures(hidden) : Shape.Of(hidden), cell, function, hidden, Bias: context.Attribute.Named<bool>("Bias") ?? true, init);
    }
}
