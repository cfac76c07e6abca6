using System;
using System.Linq;
using GenNet.Generator.Diagnostics;
using GenNet.Generator.Expressions;
using GenNet.Generator.Model;

namespace GenNet.Generator.Parsing;

/// <summary>From [Residual] to its record: what it goes around, and whether the two can be added.</summary>
internal static class ResidualParser
{
    /// <summary>What only a projection uses.</summary>
    private static readonly string[] OfProjection = ["Name", "Bias", "Init", "InitFrom", "InitTo", "InitMean", "InitDeviation"];

    public static ResidualLayer Parse(LayerContext context)
    {
        Shape input = context.Before.Shape ?? Shape.Of(1);
        int layers = context.Attribute.Argument<int>("layers") ?? 1;
        bool projected = context.Attribute.Named<bool>("Projection") ?? false;
        Shape? source = Source(context, layers);
        if (source is not null && context.Before.Shape is not null)
            Measure(context, source, input, layers, projected);
        ActivationFunction activation = context.Activation();
        if (!projected && Array.Find(OfProjection, context.Attribute.HasNamed) is { } unused)
            context.Report(Descriptors.ProjectionUnused, unused);
        return new ResidualLayer(
            projected ? context.Name : "", input, input, Math.Max(1, layers), source ?? input, activation, projected,
            Bias: projected && (context.Attribute.Named<bool>("Bias") ?? true),
            Init: projected ? context.Init(byDefault: LayerParsers.DefaultInit(activation)) : WeightInit.Zeros);
    }

    /// <summary>The shape of what comes into the first of the layers, or null where it is not known.</summary>
    private static Shape? Source(LayerContext context, int layers)
    {
        int most = context.Reachable;
        if (layers < 1 || (layers > most && !context.Before.HasGap))
            context.Report(Descriptors.InvalidResidual, context.IsInBlock ? " in its block" : "", most, layers);
        return layers < 1 || layers > most || context.Before.HasGap ? null : context.Before.InputOf(context.Before.Count - layers);
    }

    private static void Measure(LayerContext context, Shape source, Shape input, int layers, bool projected)
    {
        bool areFeatures = source.Rank == 1 && input.Rank == 1;
        if (projected)
        {
            if (!areFeatures)
                context.Report(Descriptors.NotFeatures, "A projection", source.Rank > 1 ? source : input);
        }
        else if (!source.Equals(input))
        {
            context.Report(
                Descriptors.ResidualMismatch, layers == 1 ? "layer" : $"{layers} layers", source, layers == 1 ? "its" : "their", input,
                areFeatures ? "make them equal, or write Projection = true"
                : source.Size == input.Size ? "put [Flatten] before what it goes around"
                : "put [Flatten] before what it goes around, and write Projection = true");
        }
    }
}
