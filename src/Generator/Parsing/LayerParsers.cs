using System;
using System.Collections.Generic;
using System.Globalization;
using GenNet.Generator.Diagnostics;
using GenNet.Generator.Expressions;
using GenNet.Generator.Model;
using Microsoft.CodeAnalysis;

namespace GenNet.Generator.Parsing;

/// <summary>From the attribute of a layer to its record, one entry for each kind of layer.</summary>
internal static class LayerParsers
{
    private const int FewestPieces = 2;

    /// <summary>k tangents leave an error of the order of 1 / k^2 to a smooth convex function: with so many it is that of a float's rounding.</summary>
    private const int MostPieces = 1024;

    private static readonly Dictionary<string, Func<LayerContext, LayerModel>> ByAttribute = new()
    {
        ["DenseAttribute"] = Dense,
        ["MaxoutAttribute"] = Maxout,
        ["DropoutAttribute"] = Dropout,
        ["FlattenAttribute"] = Flatten,
        ["Conv2DAttribute"] = ConvolutionParser.Conv2D,
        ["ConvTranspose2DAttribute"] = ConvolutionParser.ConvTranspose2D,
        ["Conv1DAttribute"] = ConvolutionParser.Conv1D,
        ["MaxPool2DAttribute"] = PoolParsers.MaxPool2D,
        ["AveragePool2DAttribute"] = PoolParsers.AveragePool2D,
        ["MaxPool1DAttribute"] = PoolParsers.MaxPool1D,
        ["AveragePool1DAttribute"] = PoolParsers.AveragePool1D,
        ["GlobalAveragePoolAttribute"] = PoolParsers.GlobalAverage,
        ["Upsample2DAttribute"] = PoolParsers.Upsample2D,
        ["ResidualAttribute"] = ResidualParser.Parse,
        ["EmbeddingAttribute"] = EmbeddingParsers.Embedding,
        ["PositionEmbeddingAttribute"] = EmbeddingParsers.PositionEmbedding,
        ["SimpleRnnAttribute"] = RecurrentParser.SimpleRnn,
        ["GruAttribute"] = RecurrentParser.Gru,
        ["LstmAttribute"] = RecurrentParser.Lstm,
        ["SelfAttentionAttribute"] = SelfAttentionParser.Parse,
        ["LayerNormAttribute"] = NormParsers.LayerNorm,
        ["GroupNormAttribute"] = NormParsers.GroupNorm,
        ["BatchNormAttribute"] = NormParsers.BatchNorm,
    };

    /// <summary>The parser for an attribute class, or null where it is no layer known here.</summary>
    public static Func<LayerContext, LayerModel>? For(INamedTypeSymbol attributeClass) =>
        KnownTypes.IsOurs(attributeClass, attributeClass.Name)
        && ByAttribute.TryGetValue(attributeClass.Name, out Func<LayerContext, LayerModel>? parser) ? parser : null;

    private static DenseLayer Dense(LayerContext context)
    {
        Shape input = context.FeaturesOrSteps("Dense(inputs, outputs, ...)");
        int outputs = context.Size(context.Attribute.Argument<int>("outputs") ?? 1, "outputs");
        ActivationFunction activation = context.Activation();
        return new DenseLayer(
            context.Name, input, input.WithFeatures(outputs), activation,
            Bias: context.Attribute.Named<bool>("Bias") ?? true,
            Init: context.Init(before: activation));
    }

    private static MaxoutLayer Maxout(LayerContext context)
    {
        Shape input = context.Features("Maxout(inputs, outputs, pieces)");
        int outputs = context.Size(context.Attribute.Argument<int>("outputs") ?? 1, "outputs");
        int pieces = context.Attribute.Argument<int>("pieces") ?? 2;
        if (pieces is < FewestPieces or > MostPieces)
            context.Report(Descriptors.InvalidPieces, pieces, MostPieces);
        return new MaxoutLayer(
            context.Name, input, Shape.Of(outputs), Math.Min(Math.Max(FewestPieces, pieces), MostPieces),
            Bias: context.Attribute.Named<bool>("Bias") ?? true,
            Init: context.Init(byDefault: Init.LeCunNormal));
    }

    private static DropoutLayer Dropout(LayerContext context)
    {
        Shape input = context.Input("Dropout(inputs, rate)");
        double rate = context.Attribute.Argument<double>("rate") ?? 0;
        if (!(rate >= 0 && rate < 1))
            context.Report(Descriptors.InvalidRate, rate.ToString(CultureInfo.InvariantCulture));
        if (context.IsLast)
            context.Report(Descriptors.DropoutLast);
        bool channels = context.Attribute.Named<bool>("Channels") ?? false;
        if (channels && input.Rank != 3 && context.KnowsInput)
            context.Report(Descriptors.NotImage, "Dropout of channels", input);
        return new DropoutLayer(input, rate >= 0 && rate < 1 ? rate : 0, channels && input.Rank == 3);
    }

    private static FlattenLayer Flatten(LayerContext context) => new(context.Input("Input(channels, rows, columns)"));
}
