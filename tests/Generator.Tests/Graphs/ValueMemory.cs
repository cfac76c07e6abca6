using System;
using System.Collections.Generic;
using System.Linq;
using GenNet.Generator.Graphs;
using GenNet.Generator.Planning;

namespace GenNet.Generator.Tests.Graphs;

/// <summary>Each value has an array of its own, without padding: there is no plan that could be wrong.</summary>
/// <param name="batch">What the caller gives.</param>
internal sealed class ValueMemory(Batch batch) : Memory(new RowFormat(sizeof(double), IsPadded: false), batch)
{
    private readonly Dictionary<Value, double[]> _arrays = [];
    private readonly int _rows = batch.Rows;

    /// <summary>Nothing is left of the samples before.</summary>
    public override void Begin(int firstRow)
    {
        base.Begin(firstRow);
        foreach (Value value in _arrays.Keys.Where(value => value.IsOfSamples || value.Kind == ValueKind.Block).ToArray())
            _arrays.Remove(value);
    }

    protected override Span<double> OwnRow(Value value, int row)
    {
        if (!_arrays.TryGetValue(value, out double[]? numbers))
            _arrays.Add(value, numbers = Numbers.Nan((value.IsOfSamples ? _rows * value.Steps : value.Rows) * value.Columns));
        return numbers.AsSpan(row * value.Columns, value.Columns);
    }
}
