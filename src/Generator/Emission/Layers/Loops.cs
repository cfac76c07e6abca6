using System;
using System.Collections.Generic;
using GenNet.Generator.Graphs;
using GenNet.Generator.Operations;

namespace GenNet.Generator.Emission.Layers;

/// <summary>The operations that are loops with literal sizes in the emitted file, one entry for each kind: they tell the derivation.</summary>
internal static class Loops
{
    private static readonly Dictionary<Type, Action<LoopWriter, Operation>> ByOperation = new()
    {
        [typeof(Map)] = (w, operation) => MapLoops.Emit(w, (Map)operation),
        [typeof(ElementwiseLoss)] = (w, operation) => LossLoops.Emit(w, (ElementwiseLoss)operation),
        [typeof(RowLoss)] = (w, operation) => LossLoops.Emit(w, (RowLoss)operation),
        [typeof(StepLosses)] = (w, operation) => LossLoops.Emit(w, (StepLosses)operation),
        [typeof(Recurrence)] = (w, operation) => RecurrenceLoops.Emit(w, (Recurrence)operation),
        [typeof(RecurrenceAdjoint)] = (w, operation) => RecurrenceLoops.Emit(w, (RecurrenceAdjoint)operation),
        [typeof(Maxout)] = (w, operation) => MaxoutLoops.Emit(w, (Maxout)operation),
        [typeof(MaxoutAdjoint)] = (w, operation) => MaxoutLoops.Emit(w, (MaxoutAdjoint)operation),
    };

    /// <summary>Writes the loop of an operation.</summary>
    public static void Emit(LoopWriter writer, Operation operation)
    {
        if (!ByOperation.TryGetValue(operation.GetType(), out Action<LoopWriter, Operation>? emit))
            throw new InvalidOperationException($"No code for {operation.GetType().Name}: it is neither a call nor a loop.");
        writer.Code.Gap();
        if (operation.Comment.Length > 0)
            writer.Code.Line($"// {operation.Comment}");
        emit(writer, operation);
    }
}
