using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using GenNet.Generator.Graphs;
using GenNet.Generator.Planning;

namespace GenNet.Generator.Tests.Graphs;

/// <summary>The sequences in which the emitted methods run the operations of a network.</summary>
internal static class Passes
{
    /// <summary>Inference, and where there is a loss evaluation and the trace of all layers.</summary>
    public static ImmutableArray<ImmutableArray<Operation>> Of(ForwardPasses passes)
    {
        Operation[] layers = [.. passes.Layers.SelectMany(layer => layer.Forward)];
        ImmutableArray<Operation> inference = [.. layers, .. passes.Output];
        if (passes.Loss.IsEmpty)
            return [inference];
        return passes.HasTrace ? [inference, [.. layers, .. passes.Loss], Trace(passes)] : [inference, [.. layers, .. passes.Loss]];
    }

    /// <summary>Inference where the result of each layer is asked for.</summary>
    public static ImmutableArray<Operation> Trace(ForwardPasses passes) => [.. passes.Traced.SelectMany(layer => layer.Forward), .. passes.Output];

    /// <summary>The backward pass from the loss and from the caller's gradient, each with and without the gradient of the inputs.</summary>
    public static ImmutableArray<ImmutableArray<Operation>> Of(TrainingPasses passes) =>
        [Of(passes, passes.Loss, true), Of(passes, passes.OutputAdjoint, true), Of(passes, passes.Loss, false), Of(passes, passes.OutputAdjoint, false)];

    private static ImmutableArray<Operation> Of(TrainingPasses passes, IEnumerable<Operation> start, bool withInputGradient)
    {
        LayerProgram[] back = [.. passes.Layers.Reverse()];
        return
        [
            .. passes.Layers.SelectMany(layer => layer.Forward), .. start, .. back.SelectMany(layer => layer.Backward),
            .. withInputGradient ? back.SelectMany(layer => layer.InputGradient) : [], .. back.SelectMany(layer => layer.Gradients),
        ];
    }
}
