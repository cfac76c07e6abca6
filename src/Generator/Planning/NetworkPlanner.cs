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
    /// <summary>Up to so many weights a network is written number by number.</summary>
    private const int StraightLineWeights = 64;

    /// <summary>Large enough to use each weight that is read many times, small enough for the cache.</summary>
    private const int MostBlockRows = 128;

    /// <summary>Where weights are larger than a second-level cache, each block reads them from beyond it: forward, twice the rows halve that.</summary>
    private const int MostBlockRowsOfLargeWeights = 256;

    /// <summary>Some cores' second-level cache.</summary>
    private const int LargeWeightBytes = 2 << 20;

    /// <summary>What the workspace of such a block may take beyond 128 rows: it is to stay in that cache, as sums are read and written for each block of depth.</summary>
    private const int LargeWeightsBlockBytes = LargeWeightBytes / 4 * 3;

    /// <summary>A block is never so small that the register tile, of up to eight rows, would not be filled.</summary>
    private const int FewestBlockRows = 8;

    /// <summary>What the workspace of a block may take where samples are large: some caches' last level.</summary>
    private const int BlockBytes = 8 << 20;

    /// <summary>The program of a network.</summary>
    public static NetworkProgram Plan(NetworkModel model)
    {
        var parameters = new NetworkParameters();
        ForwardGraph inference = NetworkLowering.Lower(model, training: false, parameters);
        bool isTiny = model.Loss.OfRow is null && model.Layers.All(layer => layer.HasStraightLineForm)
            && parameters.All.Where(tensor => tensor.Role == "Weight").Sum(tensor => tensor.Count) <= StraightLineWeights;
        var format = new RowFormat(model.Precision == Precision.Float ? sizeof(float) : sizeof(double), IsPadded: !isTiny);
        TrainingPasses? training = model.Mode == NetworkMode.Training
            ? Training(format, NetworkLowering.Lower(model, training: true, parameters), parameters)
            : null;
        return new NetworkProgram(
            model, format, new ParameterPlan(format, parameters.All), Forward(format, inference, parameters), training);
    }

    private static ForwardPasses Forward(RowFormat format, ForwardGraph graph, NetworkParameters parameters)
    {
        ImmutableArray<Operation> output = graph.Last.Output();
        ImmutableArray<Operation> loss = graph.Model.Mode == NetworkMode.Training ? graph.Last.Loss() : [];
        IReadOnlyList<Operation>[] schedules = [[.. graph.Operations, .. output], [.. graph.Operations, .. loss]];
        return new ForwardPasses(
            graph.Layers.Select(layer => new LayerProgram(
                layer.Number, layer.Model, [.. parameters.OfLayer(layer.Number)], layer.Result, layer.Operations, [], [], [])).ToImmutableArray(),
            output, loss, new WorkspacePlan(format, schedules, row => ForwardRows(format, parameters, row)));
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
            loss, outputAdjoint, new WorkspacePlan(format, schedules, row => Rows(format, row)));
    }

    /// <summary>The rows of a block of a pass forward: as those of training, or up to twice as many where weights are large and the workspace is not.</summary>
    /// <remarks>Only rows that there are touch the workspace: a small batch pays nothing.</remarks>
    private static int ForwardRows(RowFormat format, NetworkParameters parameters, int row)
    {
        int rows = Rows(format, row);
        bool isLarge = parameters.All.Any(tensor => (long)tensor.Value.Rows * format.Stride(tensor.Value) * format.ElementSize >= LargeWeightBytes);
        if (!isLarge || rows != MostBlockRows)
            return rows;
        long fit = LargeWeightsBlockBytes / ((long)row * format.ElementSize);
        return (int)Math.Min(MostBlockRowsOfLargeWeights, Math.Max(rows, fit / FewestBlockRows * FewestBlockRows));
    }

    /// <summary>The rows of a block, of the numbers that one takes.</summary>
    private static int Rows(RowFormat format, int row)
    {
        if (!format.IsPadded)
            return int.MaxValue;
        long fit = BlockBytes / Math.Max(1, (long)row * format.ElementSize);
        return (int)Math.Min(MostBlockRows, Math.Max(FewestBlockRows, fit / FewestBlockRows * FewestBlockRows));
    }
}
