using System;
using System.Linq;
using GenNet.CompilerServices;
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
        Window? window = projected && source is { Rank: 3 } && input.Rank == 3 ? Projection(source, input) : null;
        if (source is not null && context.Before.Shape is not null)
            Measure(context, source, input, layers, projected, window);
        ActivationFunction activation = context.Activation();
        if (!projected && Array.Find(OfProjection, context.Attribute.HasNamed) is { } unused)
            context.ReportFixable(Descriptors.ProjectionUnused, FixProperties.Argument, unused, unused);
        return new ResidualLayer(
            projected ? context.Name : "", input, input, Math.Max(1, layers), source ?? input, activation, projected,
            Bias: projected && (context.Attribute.Named<bool>("Bias") ?? true),
            Init: projected ? context.Init(before: activation) : WeightInit.Zeros, window);
    }

    /// <summary>The shape of what comes into the first of the layers, or null where it is not known.</summary>
    private static Shape? Source(LayerContext context, int layers)
    {
        int most = context.Reachable;
        if (layers < 1 || (layers > most && !context.Before.HasGap))
            context.Report(Descriptors.InvalidResidual, context.IsInBlock ? " in its block" : "", most, layers);
        return layers < 1 || layers > most || context.Before.HasGap ? null : context.Before.InputOf(context.Before.Count - layers);
    }

    /// <summary>The convolution of single pixels that makes the one image of the other, by the smallest stride that does; null where none does.</summary>
    private static Window? Projection(Shape source, Shape input)
    {
        (int rows, int columns) = (source.Dimensions[1], source.Dimensions[2]);
        for (int stride = 1; stride <= Math.Max(rows, columns); stride++)
        {
            if ((rows - 1) / stride + 1 == input.Dimensions[1] && (columns - 1) / stride + 1 == input.Dimensions[2])
                return new Window((source.Dimensions[0], rows, columns), input.Dimensions[0], (1, 1)) { Stride = (stride, stride) };
        }

        return null;
    }

    private static void Measure(LayerContext context, Shape source, Shape input, int layers, bool projected, Window? window)
    {
        bool areFeatures = (source.Rank == 1 && input.Rank == 1) || (source.Rank == 2 && input.Rank == 2 && source.Dimensions[0] == input.Dimensions[0]);
        if (projected)
        {
            if (source.Rank == 3 && input.Rank == 3 && window is null)
                context.Report(Descriptors.NoProjection, source, input);
            else if (!areFeatures && window is null)
                context.Report(Descriptors.NotFeatures, "A projection", source.Rank > 1 ? source : input);
        }
        else if (!source.Equals(input))
        {
            context.Report(
                Descriptors.ResidualMismatch, layers == 1 ? "layer" : $"{layers} layers", source, layers == 1 ? "its" : "their", input,
                areFeatures || (source.Rank == 3 && input.Rank == 3) ? "make them equal, or write Projection = true"
                : source.Size == input.Size ? "put [Flatten] before what it goes around"
                : "put [Flatten] before what it goes around, and write Projection = true");
        }
    }
}
