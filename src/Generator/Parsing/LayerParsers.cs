using System;
using System.Collections.Generic;
using GenNet.Generator.Model;
using Microsoft.CodeAnalysis;

namespace GenNet.Generator.Parsing;

/// <summary>From the attribute of a layer to its record, one entry for each kind of layer.</summary>
internal static class LayerParsers
{
    private static readonly Dictionary<string, Func<LayerContext, LayerModel>> ByAttribute = new()
    {
        ["DenseAttribute"] = Dense,
    };

    /// <summary>The parser for an attribute class, or null where it is no layer known here.</summary>
    public static Func<LayerContext, LayerModel>? For(INamedTypeSymbol attributeClass) =>
        NetworkParser.IsOurs(attributeClass, attributeClass.Name)
        && ByAttribute.TryGetValue(attributeClass.Name, out Func<LayerContext, LayerModel>? parser) ? parser : null;

    private static DenseLayer Dense(LayerContext context)
    {
        int inputs = context.Inputs("Dense");
        int outputs = context.Size(context.Attribute.Argument<int>("outputs") ?? 1, "outputs");
        (Activation activation, double alpha) = context.Activation();
        return new DenseLayer(
            context.Name, inputs, outputs, activation, alpha,
            Bias: context.Attribute.Named<bool>("Bias") ?? true,
            Init: context.Init(activation));
    }
}
