using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace GenNet.Generator.Lowering;

/// <summary>What memory operations touch: the parameters of the method that holds them.</summary>
internal static class Operands
{
    /// <summary>One tensor for each memory, in the order of first use.</summary>
    public static IReadOnlyList<Tensor> Of(IEnumerable<Operation> operations, MemoryPlan memory) =>
        operations.SelectMany(operation => Of(operation, memory)).GroupBy(tensor => tensor.Memory).Select(group => group.First()).ToList();

    /// <summary>Whether an operation sums over the batch, as the gradients of parameters do.</summary>
    public static bool Accumulates(Operation operation) => operation is Product { Accumulate: true } or ColumnSum;

    /// <summary>Whether an operation draws random numbers.</summary>
    public static bool DrawIn(IEnumerable<Operation> operations) => operations.Any(operation => operation is DropoutMask);

    /// <summary>
    /// What a method calls each memory at its start: what it finds there. The memory of z2, which the loss has turned into
    /// dz2, is dz2 to the backward pass. The targets keep their own name, for d is one of them.
    /// </summary>
    public static Dictionary<string, string> LocalNames(IEnumerable<Operation> operations, MemoryPlan memory) =>
        Of(operations, memory).ToDictionary(
            tensor => tensor.Memory,
            tensor => tensor.Storage == Storage.Targets ? tensor.Memory : tensor.Name);

    /// <summary>The tensor that an operation writes.</summary>
    public static Tensor? Result(Operation operation) => operation switch
    {
        Product op => op.Result,
        ColumnSum op => op.Result,
        Map op => op.Result,
        Softmax op => op.Result,
        SoftmaxAdjoint op => op.Result,
        Maxout op => op.Result,
        MaxoutAdjoint op => op.Result,
        DropoutMask op => op.Result,
        ClearPadding op => op.Result,
        _ => null,
    };

    /// <summary>An operation with its memories under local names.</summary>
    public static Operation Renamed(Operation operation, Dictionary<string, string> names)
    {
        Tensor N(Tensor tensor) => tensor with { Memory = names[tensor.Memory] };
        Tensor? M(Tensor? tensor) => tensor is null ? null : N(tensor);
        ImmutableArray<Argument> A(ImmutableArray<Argument> arguments) => arguments.Select(a => a with { Tensor = N(a.Tensor) }).ToImmutableArray();
        return operation switch
        {
            Product op => op with { Result = N(op.Result), Left = N(op.Left), Right = N(op.Right), Start = M(op.Start), Panel = M(op.Panel) },
            ColumnSum op => op with { Result = N(op.Result), Source = N(op.Source) },
            Map op => op with { Result = N(op.Result), Arguments = A(op.Arguments) },
            Softmax op => op with { Result = N(op.Result), Source = N(op.Source) },
            SoftmaxAdjoint op => op with { Result = N(op.Result), Output = N(op.Output), OutputGradient = N(op.OutputGradient) },
            Maxout op => op with { Result = N(op.Result), Source = N(op.Source) },
            MaxoutAdjoint op => op with { Result = N(op.Result), Source = N(op.Source), OutputGradient = N(op.OutputGradient) },
            DropoutMask op => op with { Result = N(op.Result) },
            ClearPadding op => op with { Result = N(op.Result) },
            ElementwiseLoss op => op with { Arguments = A(op.Arguments), Result = M(op.Result) },
            SoftmaxCrossEntropy op => op with { Logits = N(op.Logits), Target = N(op.Target), Result = M(op.Result) },
            _ => operation,
        };
    }

    private static IEnumerable<Tensor> Of(Operation operation, MemoryPlan memory)
    {
        Tensor?[] tensors = operation switch
        {
            Product op => [op.Start is null ? memory.Zero : null, op.Accumulate ? memory.Sum : null, op.Left, op.Right, op.Panel, op.Start, op.Result],
            ColumnSum op => [memory.Zero, op.Source, op.Result],
            Map op => [.. op.Arguments.Select(argument => argument.Tensor), op.Result],
            Softmax op => [op.Source, op.Result],
            SoftmaxAdjoint op => [op.Output, op.OutputGradient, op.Result],
            Maxout op => [op.Source, op.Result],
            MaxoutAdjoint op => [op.Source, op.OutputGradient, op.Result],
            DropoutMask op => [op.Result],
            ClearPadding op => [op.Result],
            ElementwiseLoss op => [op.Source, op.Target, op.Result],
            SoftmaxCrossEntropy op => [op.Logits, op.Target, op.Result],
            _ => [],
        };
        return tensors.OfType<Tensor>();
    }
}
