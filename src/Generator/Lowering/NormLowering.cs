using System;
using System.Collections.Generic;
using System.Linq;
using GenNet.Generator.Graphs;
using GenNet.Generator.Model;
using GenNet.Generator.Operations;

namespace GenNet.Generator.Lowering;

/// <summary>Normalisations: z = (x - m) / sqrt(v + epsilon) * W + b, with m and v of each sample, of a block, or running.</summary>
internal static class NormLowering
{
    /// <summary>Over the features, of each step by itself, or over a whole image.</summary>
    public static Value Lower(LayerNormLayer layer, LoweringContext context)
    {
        Shape shape = layer.Input;
        int length = shape.Rank == 3 ? shape.Size : shape.Dimensions[shape.Rank - 1];
        string words = shape.Rank switch { 1 => "the features", 2 => "the features of each step", _ => "channels and pixels" };
        return OfSamples(layer, context, new NormScope(OverBlock: false, length, Plane: 1, words), shape.Rank == 3 ? shape : Shape.Of(length));
    }

    /// <summary>Over groups of channels.</summary>
    public static Value Lower(GroupNormLayer layer, LoweringContext context)
    {
        Shape shape = layer.Input;
        int channels = shape.Dimensions[0], plane = shape.Size / channels;
        string words = shape.Rank == 1 ? $"each of {layer.Groups} groups of features" : $"each of {layer.Groups} groups of channels";
        return OfSamples(layer, context, new NormScope(OverBlock: false, shape.Size / layer.Groups, plane, words), Shape.Of(channels));
    }

    /// <summary>Over the rows: of the block where the network is trained, elsewhere by the running statistics.</summary>
    public static Value Lower(BatchNormLayer layer, LoweringContext context)
    {
        string words = layer.Input.Rank switch { 1 => "the rows", 2 => "rows and steps", _ => "rows and pixels" };
        int plane = layer.Input.Rank == 3 ? layer.NumbersOfChannel : 1;
        Shape channels = Shape.Of(layer.Channels);
        (Value weight, Value bias) = WeightAndBias(layer, context, channels);
        Value mean = context.State("M", channels, value => Tensor(layer, value, "running_mean", "RunningMean", channels, WeightInit.Zeros) with { Momentum = layer.Momentum });
        Value variance = context.State("V", channels, value => Tensor(layer, value, "running_var", "RunningVariance", channels, WeightInit.Ones) with { Momentum = layer.Momentum });
        Value z = context.Value("z", layer.Input);
        if (context.IsTraining)
        {
            var scope = new NormScope(OverBlock: true, plane, plane, words);
            Normalized normalized = Statistics(layer, context, scope, weight, name => context.BlockValue(name, channels));
            context.Add(new Normalize(context.Number, z, normalized, bias, (mean, variance)));
            return z;
        }

        Value scale = context.BlockValue("s", channels), shift = context.BlockValue("t", channels);
        context.Add(new RunningScale(context.Number, scale, weight, variance, layer.Epsilon));
        context.Add(new RunningShift(context.Number, shift, bias, mean, scale));
        context.Add(new ScaleAndShift(context.Number, z, context.Input, scale, shift, plane));
        return z;
    }

    private static Value OfSamples(NormLayer layer, LoweringContext context, NormScope scope, Shape weights)
    {
        (Value weight, Value bias) = WeightAndBias(layer, context, weights);
        Normalized normalized = Statistics(layer, context, scope, weight, name => context.Value(name, StatisticsShape(layer.Input, scope)));
        Value z = context.Value("z", layer.Input);
        context.Add(new Normalize(context.Number, z, normalized, bias));
        return z;
    }

    /// <summary>One number for each run that is normalised together; of a sequence, one for each step.</summary>
    private static Shape StatisticsShape(Shape input, NormScope scope) =>
        input.Rank == 2 ? Shape.Of(input.Dimensions[0], 1) : Shape.Of(input.Size / scope.Length);

    /// <summary>Appends mean and variance.</summary>
    private static Normalized Statistics(NormLayer layer, LoweringContext context, NormScope scope, Value weight, Func<string, Value> value)
    {
        Value mean = value("m"), variance = value("v");
        context.Add(new Mean(context.Number, mean, context.Input, scope));
        context.Add(new Variance(context.Number, variance, context.Input, mean, scope));
        return new Normalized(context.Input, mean, variance, weight, layer.Epsilon, scope);
    }

    private static (Value Weight, Value Bias) WeightAndBias(NormLayer layer, LoweringContext context, Shape shape)
    {
        Shape row = Shape.Of(shape.Size);
        Value weight = context.Parameter("W", row, value => Tensor(layer, value, "weight", "Weight", shape, WeightInit.Ones));
        return (weight, context.Parameter("b", row, value => Tensor(layer, value, "bias", "Bias", shape, WeightInit.Zeros)));
    }

    /// <summary>A tensor whose numbers stand in one row, in the order of its shape.</summary>
    private static ParameterTensor Tensor(NormLayer layer, Value value, string name, string role, Shape shape, WeightInit init)
    {
        IEnumerable<Axis> axes = Enumerable.Repeat(Axis.Columns, shape.Rank);
        return new ParameterTensor(value, $"{layer.Name}.{name}", role, [.. shape.Dimensions], [.. axes], FanIn: 1, FanOut: 1, init);
    }
}
