using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using GenNet.Generator.Differentiation;
using GenNet.Generator.Expressions;
using GenNet.Generator.Model;

namespace GenNet.Generator.Lowering;

/// <summary>From the model of a network to its operations: each layer's lowering in turn, then the loss, then the backward program.</summary>
internal static class NetworkLowering
{
    /// <summary>Up to so many weights a network is written number by number.</summary>
    private const int StraightLineWeights = 64;

    public static NetworkProgram Lower(NetworkModel model)
    {
        bool tiny = model.Layers.All(layer => layer.HasStraightLineForm)
            && model.Layers.Sum(layer => (long)layer.Inputs * layer.Outputs) <= StraightLineWeights;
        var memory = new MemoryPlan(model.Precision == Precision.Float ? sizeof(float) : sizeof(double), padded: !tiny);
        int width = model.Layers.Max(layer => layer.Width(memory.Padded(layer.Outputs)));
        if (!tiny)
            memory.PlaceZero(Math.Max(width, model.Layers.Max(layer => layer.Inputs)));

        Tensor last = new("x", "x", Storage.Inputs, Tensor.Batch, model.Inputs, model.Inputs, 0);
        var contexts = new List<LoweringContext>();
        for (int i = 0; i < model.Layers.Count; i++)
        {
            var context = new LoweringContext(i + 1, last, memory, model.Mode);
            contexts.Add(context);
            last = Lower(model.Layers[i], context, isLast: i == model.Layers.Count - 1);
        }

        int number = model.Layers.Count;
        LayerModel lastLayer = model.Layers[number - 1];
        (ImmutableArray<Operation> output, ImmutableArray<Operation> loss) = LossLowering.Lower(model, lastLayer, last, number, memory);

        var backward = BackwardProgram.Nothing;
        if (model.Mode == NetworkMode.Training)
        {
            memory.PlaceBackward(width);
            backward = ReverseMode.Differentiate(contexts.SelectMany(c => c.Operations).Concat(loss).ToList(), memory);
        }

        ImmutableArray<LayerProgram> layers = contexts.Select((context, i) => new LayerProgram(
            context.Number, model.Layers[i], context.Parameters, context.Input, i + 1 < contexts.Count ? contexts[i + 1].Input : last, context.Operations,
            backward.Operations.Where(op => op.Layer == context.Number && !Operands.Accumulates(op)).ToImmutableArray(),
            backward.Operations.Where(op => op.Layer == context.Number && Operands.Accumulates(op)).ToImmutableArray(),
            backward.InputGradient.Where(op => op.Layer == context.Number).ToImmutableArray())).ToImmutableArray();
        // Without a backward pass the loss still writes its gradient, so its memory counts too.
        int forwardLength = Operands.Of([.. contexts.SelectMany(c => c.Operations), .. output, .. backward.Loss], memory)
            .Where(tensor => tensor.Storage == Storage.Workspace).Select(memory.End).DefaultIfEmpty(0).Max();
        return new NetworkProgram(model, memory, layers, output, backward.Loss, forwardLength);
    }

    /// <summary>One entry for each kind of layer. The last layer stops at z: its activation belongs to the loss and to the output.</summary>
    private static Tensor Lower(LayerModel layer, LoweringContext context, bool isLast)
    {
        ActivationFunction? function = isLast ? null : ActivationFunction.Of(layer.Activation, layer.Alpha);
        bool keepsZ = function is null || function.IsIdentity || context.Keeps(function);
        Tensor z = layer switch
        {
            MaxoutLayer maxout => MaxoutLowering.Lower(maxout, context),
            DropoutLayer dropout => DropoutLowering.Lower(dropout, context),
            DenseLayer dense => DenseLowering.Lower(dense, context, context.Named(keepsZ ? "z" : "a")),
            _ => throw new InvalidOperationException($"No lowering for {layer}."),
        };
        return function is null ? z : ActivationLowering.Lower(layer, function, z, context);
    }
}
