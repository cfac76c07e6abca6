using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using GenNet.Generator.Graphs;
using GenNet.Generator.Operations;

namespace GenNet.Generator.Planning;

/// <summary>What padding asks for beside the operations of a graph: zeros where sums run into it, and copies to the caller's rows, which have none.</summary>
internal sealed class PaddingPass
{
    private readonly RowFormat _format;
    private readonly HashSet<Value> _summed = [];
    private readonly HashSet<Value> _dirty = [];

    /// <summary>The pass over the operations of a network.</summary>
    /// <param name="format">How rows stand in memory.</param>
    /// <param name="operations">All of them, each behind those that it reads from.</param>
    public PaddingPass(RowFormat format, IReadOnlyList<Operation> operations)
    {
        _format = format;
        foreach (Operation operation in operations)
        {
            _summed.UnionWith(operation.Reads.Where(operation.NeedsZeroPadding));
            if (LeavesAnything(operation))
                _dirty.Add(operation.Result);
        }
    }

    /// <summary>Some of the operations, with what they need.</summary>
    public ImmutableArray<Operation> Of(IEnumerable<Operation> operations) => operations.SelectMany(Of).ToImmutableArray();

    private IEnumerable<Operation> Of(Operation operation)
    {
        Value result = operation.Result;
        if (_format.IsPadded && operation is InputGradient product && result.IsCallers && _format.Padded(result.Columns) != result.Columns)
        {
            var padded = new Value(result.Name + "Padded", result.Shape, ValueKind.Intermediate);
            yield return new InputGradient(operation.Layer, padded, product.Gradient, product.Weight);
            yield return new CopyRows(operation.Layer, result, padded);
            yield break;
        }

        yield return operation;
        if (LeavesAnything(operation) && _summed.Contains(result) && _format.HasPadding(result))
            yield return new ClearPadding(operation.Layer, result);
    }

    private bool LeavesAnything(Operation operation) => operation.Padding switch
    {
        PaddingOf.Anything => true,
        PaddingOf.Reads => operation.Reads.Any(read => read.IsCallers || _dirty.Contains(read) || (_summed.Contains(read) && _dirty.Contains(read))),
        _ => false,
    };
}
