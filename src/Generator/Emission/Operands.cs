using System.Collections.Generic;
using System.Linq;
using GenNet.Generator.Lowering;

namespace GenNet.Generator.Emission;

/// <summary>What memory operations touch: the parameters of the method that holds them.</summary>
internal static class Operands
{
    /// <summary>One tensor for each memory, in the order of first use.</summary>
    public static IReadOnlyList<Tensor> Of(IEnumerable<Operation> operations, MemoryPlan memory) =>
        operations.SelectMany(operation => Of(operation, memory)).GroupBy(tensor => tensor.Memory).Select(group => group.First()).ToList();

    /// <summary>Whether an operation sums over the blocks of a batch, so that it must know the first one.</summary>
    public static bool AccumulateIn(IEnumerable<Operation> operations) =>
        operations.Any(operation => operation is Product { Accumulate: true } or ColumnSum);

    private static IEnumerable<Tensor> Of(Operation operation, MemoryPlan memory)
    {
        Tensor?[] tensors = operation switch
        {
            Product op => [op.Start is null ? memory.Zero : null, op.Left, op.Right, op.TransposedRight, op.Start, op.Result],
            ColumnSum op => [memory.Zero, op.Source, op.Result],
            Map op => [.. op.Arguments.Select(argument => argument.Tensor), op.Result],
            Softmax op => [op.Source, op.Result],
            SoftmaxAdjoint op => [op.Output, op.OutputGradient, op.Result],
            ElementwiseLoss op => [op.Source, op.Target, op.Result],
            SoftmaxCrossEntropy op => [op.Logits, op.Target, op.Result],
            _ => [],
        };
        return tensors.OfType<Tensor>();
    }
}
