using System;
using System.Collections.Generic;
using System.Linq;
using GenNet.Generator.Graphs;
using GenNet.Generator.Operations;
using GenNet.Generator.Planning;

namespace GenNet.Generator.Tests.Graphs;

/// <summary>
/// One workspace, one buffer of parameters and one of their gradients, laid out as a plan says. Whatever nobody has written is NaN, and so is the padding of
/// parameters, which is the user's: what reads it shows.
/// </summary>
internal sealed class PlannedMemory : Memory
{
    private readonly double[] _workspace, _parameters, _gradients;
    private readonly Dictionary<Value, Place> _places;
    private readonly Dictionary<string, Place> _tensors;

    /// <summary>The memory of some passes.</summary>
    /// <param name="format">How rows stand in it.</param>
    /// <param name="plan">The places of the samples' values.</param>
    /// <param name="parameters">The places of the parameters.</param>
    /// <param name="operations">The operations of the passes.</param>
    /// <param name="batch">What the caller gives.</param>
    public PlannedMemory(RowFormat format, WorkspacePlan plan, ParameterPlan parameters, IEnumerable<Operation> operations, Batch batch)
        : base(format, batch)
    {
        _workspace = Numbers.Nan(plan.Length);
        _parameters = Numbers.Nan(parameters.Length);
        _gradients = Numbers.Nan(parameters.Length);
        _places = plan.Places.ToDictionary(place => place.Value);
        _tensors = parameters.Places.ToDictionary(place => place.Value.Name);

        // A workspace is made of zeros: values that nobody writes the padding of rely on them, and on being alone in their place.
        foreach (Value value in operations.Where(operation => operation.Padding == PaddingOf.Untouched).Select(operation => operation.Result).Distinct())
        {
            for (int row = 0; row < plan.BlockRows * value.Steps; row++)
                OwnRow(value, row)[value.Columns..].Clear();
        }
    }

    protected override Span<double> OwnRow(Value value, int row)
    {
        (double[] buffer, Place place) = value.Kind switch
        {
            ValueKind.Parameter or ValueKind.State => (_parameters, _tensors[value.Name]),
            ValueKind.ParameterGradient => (_gradients, _tensors[value.Name[1..]]),
            _ => (_workspace, _places[value]),
        };
        return buffer.AsSpan(place.Offset + row * place.Stride, place.Stride);
    }
}
