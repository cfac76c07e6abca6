using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using GenNet.Generator.Differentiation;
using GenNet.Generator.Graphs;
using GenNet.Generator.Lowering;
using GenNet.Generator.Model;

namespace GenNet.Generator.Planning;

/// <summary>From the model of a network to its planned operations: lowering, differentiation, then the place of everything.</summary>
internal static class NetworkPlanner
{
    /// <summary>The program of a network.</summary>
    public static NetworkProgram Plan(NetworkModel model)
    {
        var parameters = new NetworkParameters();
        ForwardGraph inference = NetworkLowering.Lower(model, training: false, parameters);
        var format = new RowFormat(model.Precision == Precision.Float ? sizeof(float) : sizeof(double), IsPadded: !StraightLine.Fits(model, parameters));
        TrainingPasses? training = model.Mode == NetworkMode.Training
            ? Training(format, NetworkLowering.Lower(model, training: true, parameters), parameters)
            : null;
        return new NetworkProgram(
            model, format, new ParameterPlan(format, parameters.All), Forward(format, inference, parameters), training,
            model.Streams ? Stream(model, format, parameters) : null);
    }

    private static ForwardPasses Forward(RowFormat format, ForwardGraph graph, NetworkParameters parameters)
    {
        bool isTrained = graph.Model.Mode == NetworkMode.Training;
        ForwardGraph folded = NormFolding.Fold(graph);
        ImmutableArray<Operation> output = graph.Last.Output();
        ImmutableArray<Operation> loss = isTrained ? graph.Last.Loss() : [];
        List<IReadOnlyList<Operation>> schedules = [[.. folded.Operations, .. output], [.. folded.Operations, .. loss]];

        // The longest chains come first, as values that have a place already follow no others.
        if (isTrained && folded != graph)
            schedules.Insert(0, [.. graph.Operations, .. output]);
        ImmutableArray<LayerProgram> layers = folded.Layers.Select(Program).ToImmutableArray();
        return new ForwardPasses(
            graph.Input, layers, isTrained ? graph.Layers.Select((layer, i) => layer == folded.Layers[i] ? layers[i] : Program(layer)).ToImmutableArray() : layers,
            output, loss, new WorkspacePlan(format, schedules, new BlockRows(format, schedules).OfForwardPass(parameters)));

        LayerProgram Program(LayerGraph layer) =>
            new(layer.Number, layer.Model, [.. parameters.OfLayer(layer.Number)], layer.Result, layer.Operations, [], [], []);
    }

    private static StreamPass Stream(NetworkModel model, RowFormat format, NetworkParameters parameters)
    {
        ForwardGraph graph = NetworkLowering.Lower(Streaming.OneStep(model), training: false, parameters, Streaming.Places(model));
        ImmutableArray<Operation> output = graph.Last.Output();
        return new StreamPass(
            graph.Layers.Select(layer => new LayerProgram(
                layer.Number, layer.Model, [.. parameters.OfLayer(layer.Number)], layer.Result, layer.Operations, [], [], [])).ToImmutableArray(),
            output, new WorkspacePlan(format, [[.. graph.Operations, .. output]], _ => 1), Streaming.Places(model));
    }

    private static TrainingPasses Training(RowFormat format, ForwardGraph graph, NetworkParameters parameters)
    {
        ImmutableArray<Operation> loss = graph.Last.Loss(), outputAdjoint = graph.Last.OutputAdjoint();
        BackwardProgram backward = ReverseMode.Differentiate([.. graph.Operations], graph.Layers.Last().Result, graph.Last.Gradient);
        var padding = new PaddingPass(
            format, [.. graph.Operations, .. loss, .. outputAdjoint, .. backward.Operations, .. backward.InputGradient, .. backward.Gradients]);
        loss = padding.Of(loss);
        outputAdjoint = padding.Of(outputAdjoint);
        backward = new BackwardProgram(padding.Of(backward.Operations), backward.Gradients, padding.Of(backward.InputGradient));

        Operation[] after = [.. backward.Operations, .. backward.InputGradient, .. backward.Gradients];
        IReadOnlyList<Operation>[] schedules = [[.. graph.Operations, .. loss, .. after], [.. graph.Operations, .. outputAdjoint, .. after]];
        ImmutableArray<Operation> OfLayer(ImmutableArray<Operation> operations, int number) =>
            operations.Where(operation => operation.Layer == number).ToImmutableArray();
        return new TrainingPasses(
            graph.Layers.Select(layer => new LayerProgram(
                layer.Number, layer.Model, [.. parameters.OfLayer(layer.Number)], layer.Result, layer.Operations,
                OfLayer(backward.Operations, layer.Number), OfLayer(backward.Gradients, layer.Number),
                OfLayer(backward.InputGradient, layer.Number))).ToImmutableArray(),
            loss, outputAdjoint, new WorkspacePlan(format, schedules, new BlockRows(format, schedules).OfTraining));
    }
}
