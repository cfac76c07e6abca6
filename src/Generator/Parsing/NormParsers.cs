using System;
using System.Globalization;
using GenNet.Generator.Diagnostics;
using GenNet.Generator.Model;

namespace GenNet.Generator.Parsing;

/// <summary>From the attributes of normalisations to their records.</summary>
internal static class NormParsers
{
    private const double DefaultEpsilon = 1e-5;

    private const double DefaultMomentum = 0.1;

    public static LayerNormLayer LayerNorm(LayerContext context)
    {
        Shape input = Input(context);
        int features = input.Rank == 3 ? input.Size : input.Dimensions[input.Rank - 1];
        if (features == 1 && context.KnowsInput)
            context.Report(Descriptors.NothingToNormalize, "LayerNorm", $"the shape is {input}", "use [BatchNorm], or remove it");
        return new LayerNormLayer(context.Name, input, context.Activation(), Epsilon(context));
    }

    public static GroupNormLayer GroupNorm(LayerContext context)
    {
        Shape input = Input(context);
        int groups = context.Size(context.Attribute.Argument<int>("groups") ?? 1, "groups"), channels = input.Dimensions[0];
        if (input.Rank == 2)
            context.Report(Descriptors.GroupsOfSequence, input);
        if (context.KnowsInput && channels % groups != 0)
            context.Report(Descriptors.UnevenGroups, groups, channels, input.Rank == 1 ? "features" : "channels");
        if (context.KnowsInput && input.Size == groups)
            context.Report(Descriptors.NothingToNormalize, "GroupNorm", $"there are {groups} groups of {input}", "use fewer groups, or [BatchNorm]");
        return new GroupNormLayer(context.Name, input, channels % groups == 0 ? groups : 1, context.Activation(), Epsilon(context));
    }

    public static BatchNormLayer BatchNorm(LayerContext context)
    {
        Shape input = Input(context);
        context.ReportLengths("use [LayerNorm], which normalises each step by itself");
        double momentum = context.Attribute.Named<double>("Momentum") ?? DefaultMomentum;
        if (!(momentum >= 0 && momentum <= 1))
            context.Report(Descriptors.InvalidMomentum, momentum.ToString(CultureInfo.InvariantCulture));
        return new BatchNormLayer(
            context.Name, input, context.Activation(), Epsilon(context), momentum >= 0 ? Math.Min(1, momentum) : DefaultMomentum);
    }

    /// <summary>A number above 0, in the network's precision too.</summary>
    private static double Epsilon(LayerContext context)
    {
        double value = context.Attribute.Named<double>("Epsilon") ?? DefaultEpsilon, stored = context.Precision == Precision.Float ? (float)value : value;
        if (stored > 0 && !double.IsInfinity(stored))
            return value;
        context.Report(Descriptors.InvalidEpsilon, context.Precision.ToString().ToLowerInvariant(), value.ToString(CultureInfo.InvariantCulture));
        return DefaultEpsilon;
    }

    private static Shape Input(LayerContext context) => context.Input("Input(channels, rows, columns)");
}
