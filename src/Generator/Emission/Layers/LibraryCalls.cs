using System;
using System.Collections.Generic;
using GenNet.Generator.Expressions;
using GenNet.Generator.Graphs;
using GenNet.Generator.Operations;
using GenNet.Generator.Planning;

namespace GenNet.Generator.Emission.Layers;

/// <summary>The operations whose loops are library code, with tests and benchmarks of their own: the call of each, one entry for each kind.</summary>
internal static class LibraryCalls
{
    private static readonly Dictionary<Type, Func<RowFormat, Operation, string?>> ByOperation = new()
    {
        [typeof(Product)] = (format, operation) => Of((Product)operation),
        [typeof(InputGradient)] = (format, operation) => Of(format, (InputGradient)operation),
        [typeof(WeightGradient)] = (format, operation) => Of((WeightGradient)operation),
        [typeof(BiasGradient)] = (format, operation) => Of((BiasGradient)operation),
        [typeof(Frame)] = (format, operation) => ConvolutionCalls.Of((Frame)operation),
        [typeof(WindowProduct)] = (format, operation) => ConvolutionCalls.Of((WindowProduct)operation),
        [typeof(TransposedWindowProduct)] = (format, operation) => ConvolutionCalls.Of((TransposedWindowProduct)operation),
        [typeof(WindowStep)] = (format, operation) => ConvolutionCalls.Of((WindowStep)operation),
        [typeof(JoinPhases)] = (format, operation) => ConvolutionCalls.Of((JoinPhases)operation),
        [typeof(WindowGradient)] = (format, operation) => ConvolutionCalls.Of((WindowGradient)operation),
        [typeof(FramedSum)] = (format, operation) => ConvolutionCalls.Of((FramedSum)operation),
        [typeof(PlaneSum)] = (format, operation) => $"Convolution.PlaneGradient(rows, {((PlaneSum)operation).Gradient.Name}, {operation.Result.Name}, share)",
        [typeof(Turn)] = (format, operation) => Of((Turn)operation),
        [typeof(Lookup)] = (format, operation) => Of((Lookup)operation),
        [typeof(LookupGradient)] = (format, operation) => Of((LookupGradient)operation),
        [typeof(PositionSum)] = (format, operation) => Of((PositionSum)operation),
        [typeof(PositionGradient)] = (format, operation) => $"Embedding.PositionGradient(rows, {((PositionGradient)operation).Gradient.Name}, steps: {operation.Result.Rows}, {operation.Result.Name}, share)",
        [typeof(ClassCrossEntropy)] = (format, operation) => Of((ClassCrossEntropy)operation),
        [typeof(Reorder)] = (format, operation) => Of((Reorder)operation),
        [typeof(LastState)] = (format, operation) => Of((LastState)operation),
        [typeof(CutAtLength)] = (_, operation) => LengthCalls.Of((CutAtLength)operation),
        [typeof(CutAtLengthAdjoint)] = (_, operation) => LengthCalls.Of((CutAtLengthAdjoint)operation),
        [typeof(UpToLength)] = (_, operation) => LengthCalls.Of((UpToLength)operation),
        [typeof(StateAtLength)] = (_, operation) => LengthCalls.Of((StateAtLength)operation),
        [typeof(StateAtLengthAdjoint)] = (_, operation) => LengthCalls.Of((StateAtLengthAdjoint)operation),
        [typeof(StepMean)] = (_, operation) => LengthCalls.Of((StepMean)operation),
        [typeof(StepMeanAdjoint)] = (_, operation) => LengthCalls.Of((StepMeanAdjoint)operation),
        [typeof(Flatten)] = (format, operation) => Of((Flatten)operation),
        [typeof(Attention)] = (_, operation) => AttentionCalls.Of((Attention)operation),
        [typeof(AttentionStep)] = (_, operation) => AttentionCalls.Of((AttentionStep)operation),
        [typeof(AttentionAdjoint)] = (_, operation) => AttentionCalls.Of((AttentionAdjoint)operation),
        [typeof(Softmax)] = (format, operation) => Of((Softmax)operation),
        [typeof(SoftmaxAdjoint)] = (format, operation) => Of((SoftmaxAdjoint)operation),
        [typeof(SoftmaxCrossEntropy)] = (format, operation) => Of((SoftmaxCrossEntropy)operation),
        [typeof(Map)] = (format, operation) => Of(format, (Map)operation),
        [typeof(DropoutMask)] = (format, operation) => Of((DropoutMask)operation),
        [typeof(MaximumPool)] = (format, operation) => PoolCalls.Of((MaximumPool)operation),
        [typeof(MaximumPoolAdjoint)] = (format, operation) => PoolCalls.Of((MaximumPoolAdjoint)operation),
        [typeof(AveragePool)] = (format, operation) => PoolCalls.Of((AveragePool)operation),
        [typeof(AveragePoolAdjoint)] = (format, operation) => PoolCalls.Of((AveragePoolAdjoint)operation),
        [typeof(PlaneMeans)] = (format, operation) => PoolCalls.Of((PlaneMeans)operation),
        [typeof(PlaneMeansAdjoint)] = (format, operation) => PoolCalls.Of((PlaneMeansAdjoint)operation),
        [typeof(Upsample)] = (format, operation) => PoolCalls.Of((Upsample)operation),
        [typeof(UpsampleAdjoint)] = (format, operation) => PoolCalls.Of((UpsampleAdjoint)operation),
        [typeof(Mean)] = (_, operation) => NormCalls.Of((Mean)operation),
        [typeof(Variance)] = (_, operation) => NormCalls.Of((Variance)operation),
        [typeof(Normalize)] = (_, operation) => NormCalls.Of((Normalize)operation),
        [typeof(NormalizeAdjoint)] = (_, operation) => NormCalls.Of((NormalizeAdjoint)operation),
        [typeof(NormWeightGradient)] = (_, operation) => NormCalls.Of((NormWeightGradient)operation),
        [typeof(NormBiasGradient)] = (_, operation) => NormCalls.Of((NormBiasGradient)operation),
        [typeof(GradientSum)] = (_, operation) => NormCalls.Of((GradientSum)operation),
        [typeof(ProductSum)] = (_, operation) => NormCalls.Of((ProductSum)operation),
        [typeof(BatchNormAdjoint)] = (_, operation) => NormCalls.Of((BatchNormAdjoint)operation),
        [typeof(BlockGradient)] = (_, operation) => NormCalls.Of((BlockGradient)operation),
        [typeof(BatchStatistic)] = (_, operation) => NormCalls.Of((BatchStatistic)operation),
        [typeof(RunningScale)] = (_, operation) => NormCalls.Of((RunningScale)operation),
        [typeof(RunningShift)] = (_, operation) => NormCalls.Of((RunningShift)operation),
        [typeof(ScaleAndShift)] = (_, operation) => NormCalls.Of((ScaleAndShift)operation),
        [typeof(ClearPadding)] = (format, operation) => $"Matrix.ClearPadding({RowLoops.Rows(operation)}, {operation.Result.Name})",
        [typeof(CopyRows)] = (format, operation) => $"Matrix.CopyRows({RowLoops.Rows(operation)}, {((CopyRows)operation).Source.Name}, {operation.Result.Name})",
    };

    /// <summary>The call that computes an operation; null where it is a loop in the emitted file.</summary>
    public static string? Of(RowFormat format, Operation operation) =>
        ByOperation.TryGetValue(operation.GetType(), out Func<RowFormat, Operation, string?>? call) ? call(format, operation) : null;

    /// <summary>The arguments of a product beside its factors: the scale of its sums and what is added to them, where there are any.</summary>
    public static string ScaleAndBias(Value? scale, Value? bias) => (scale is null ? "" : scale.Name + ", ") + (bias is null ? "" : bias.Name + ", ");

    private static string Of(Product op) =>
        $"Dense.Forward({RowLoops.Rows(op)}, {op.Source.Name}, {op.Weight.Name}, {ScaleAndBias(op.Scale, op.Bias)}{op.Result.Name})";

    private static string Of(RowFormat format, InputGradient op)
    {
        // The padding behind each piece of the weights counts in no sum, whatever stands there.
        bool hasPieces = op.Weight.Pieces > 1 && format.HasPadding(op.Weight);
        string pieces = hasPieces ? $", piece: {format.PieceStride(op.Weight)}, used: {op.Weight.Columns / op.Weight.Pieces}" : "";
        return $"Dense.InputGradient({RowLoops.Rows(op)}, {op.Gradient.Name}, {op.Weight.Name}, {op.Result.Name}{pieces})";
    }

    private static string Of(WeightGradient op) => $"Dense.WeightGradient({RowLoops.Rows(op)}, {op.Source.Name}, {op.Gradient.Name}, {op.Result.Name}, share)";

    private static string Of(BiasGradient op) => $"Dense.BiasGradient({RowLoops.Rows(op)}, {op.Gradient.Name}, {op.Result.Name}, share)";

    private static string Of(Softmax op) => $"Softmax.Forward({RowLoops.Rows(op)}, {op.Source.Name}, {op.Result.Name})";

    private static string Of(SoftmaxAdjoint op) => $"Softmax.Gradient({RowLoops.Rows(op)}, {op.Output.Name}, {op.Gradient.Name}, {op.Result.Name})";

    private static string Of(SoftmaxCrossEntropy op) => $"SoftmaxCrossEntropy.Loss({RowLoops.Rows(op)}, scale, {op.Source.Name}, {op.Target.Name}, {op.Result.Name})";

    /// <summary>A function that takes long, applied to all: at 512 bits it takes half as long, and the caller's loops have not so many.</summary>
    private static string? Of(RowFormat format, Map op) =>
        op.Expression is Call { Function: Function.Tanh or Function.Sigmoid or Function.Softplus, Argument: Variable } call && format.AreAlike([op.Arguments[0].Value, op.Result])
            ? $"VectorMath.{call.Function}(rows * {format.SampleStride(op.Result)}, {op.Arguments[0].Value.Name}, {op.Result.Name})"
            : null;

    private static string Of(DropoutMask op) => op.Channels is { } channels
        ? $"noise.ChannelMask(rows, keep: {op.Keep}, layer: {op.Layer}, channels: {channels}, {op.Result.Name})"
        : $"noise.Mask(rows, {(op.Steps == 1 ? "" : $"steps: {op.Steps}, ")}keep: {op.Keep}, layer: {op.Layer}, {op.Result.Name})";

    private static string Of(Turn op) =>
        $"Sequence.{(op.IsForward ? "Turn" : "TurnBack")}(rows, steps: {op.Length}, {op.Source.Name}, {op.Result.Name})";

    private static string Of(Lookup op) => $"Embedding.Forward(rows, {op.Tokens.Name}, {op.Table.Name}, vocabulary: {op.Table.Rows}, {op.Result.Name})";

    private static string Of(LookupGradient op) => $"Embedding.Gradient(rows, {op.Tokens.Name}, {op.Gradient.Name}, vocabulary: {op.Result.Rows}, {op.Result.Name}, share)";

    private static string Of(PositionSum op) => op.NeedsPlace
        ? $"Embedding.AddPositions(rows, {op.Source.Name}, {op.Table.Name}.From(place), steps: 1, {op.Result.Name})"
        : $"Embedding.AddPositions(rows, {op.Source.Name}, {op.Table.Name}, steps: {op.Table.Rows}, {op.Result.Name})";

    private static string Of(ClassCrossEntropy op) => $"SoftmaxCrossEntropy.LossOfClasses({RowLoops.Rows(op)}, scale, {op.Source.Name}, {op.Target.Name}, {op.Result.Name})";

    private static string Of(Reorder op)
    {
        string source = op.IsOfStates ? $"{op.Source.Name}.From(rows)" : op.Source.Name;
        return $"Sequence.{(op.ByStep ? "ByStep" : "BySample")}(rows, steps: {op.Length}, {source}, {op.Result.Name})";
    }

    private static string Of(LastState op) => $"Matrix.CopyRows(rows, {(op.Source.Steps == 1 ? op.Source.Name : $"{op.Source.Name}.From({op.Source.Steps - 1} * rows)")}, {op.Result.Name})";

    private static string Of(Flatten op) => $"Sequence.{(op.IsForward ? "Flatten" : "Unflatten")}(rows, steps: {op.Length}, {op.Source.Name}, {op.Result.Name})";
}
