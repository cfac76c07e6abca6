using System.Collections.Immutable;
using System.Globalization;
using GenNet.Generator.Diagnostics;
using GenNet.Generator.Expressions;
using GenNet.Generator.Model;

namespace GenNet.Generator.Parsing;

/// <summary>How the weights of a layer are drawn: what its attribute says, or the default.</summary>
internal static class InitParser
{
    private static readonly (string Property, Init User)[] Properties =
    [
        ("InitFrom", Init.Uniform), ("InitTo", Init.Uniform), ("InitMean", Init.Normal), ("InitDeviation", Init.Normal),
    ];

    /// <summary>The initialisation of the weights before an activation. One of a family that does not fit it is reported.</summary>
    public static WeightInit Parse(LayerContext context, ActivationFunction before)
    {
        Init byDefault = FittingInit.Default(before);
        WeightInit init = Parse(context, WeightInit.Of(byDefault));
        if (FittingInit.Instead(init.Kind, before) is { } fitting)
        {
            ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty
                .Add(FixProperties.Init, fitting.ToString()).Add(FixProperties.DefaultInit, byDefault.ToString());
            context.Suggest("Init", Descriptors.UnfittingInit, properties, init.Kind, before.Kind!, fitting);
        }

        return init;
    }

    /// <summary>The initialisation, with Default resolved.</summary>
    public static WeightInit Parse(LayerContext context, WeightInit byDefault)
    {
        Init init = context.Enum<Init>(context.Attribute.Named<int>("Init") ?? 0);
        if (init == Init.Default)
            init = byDefault.Kind;
        else
            byDefault = WeightInit.Of(init);
        (double first, double second) = init switch
        {
            Init.Uniform => (Bound(context, "InitFrom", byDefault.First), Bound(context, "InitTo", byDefault.Second)),
            Init.Normal => (Bound(context, "InitMean", byDefault.First), Bound(context, "InitDeviation", byDefault.Second)),
            _ => (0, 0),
        };
        if (init == Init.Uniform && !(first < second))
            context.Report(Descriptors.InvalidInit, $"InitFrom must be below InitTo, got {Text(first)} and {Text(second)}");
        if (init == Init.Normal && !(second > 0))
            context.Report(Descriptors.InvalidInit, $"InitDeviation must be above 0, got {Text(second)}");
        foreach ((string property, Init user) in Properties)
        {
            if (init != user && context.Attribute.Named<double>(property) is not null)
                context.ReportFixable(Descriptors.InvalidInit, FixProperties.Argument, property, $"{property} has no effect with Init.{init}: remove it, or use Init.{user}");
        }

        return new WeightInit(init, first, second);
    }

    /// <summary>A number that the initialisation is drawn with, finite in the network's precision.</summary>
    private static double Bound(LayerContext context, string property, double byDefault)
    {
        double value = context.Attribute.Named<double>(property) ?? byDefault;
        if (context.IsFinite(value))
            return value;
        context.Report(Descriptors.InvalidInit, $"{property} must be a finite {context.Precision.ToString().ToLowerInvariant()}, got {Text(value)}");
        return byDefault;
    }

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
