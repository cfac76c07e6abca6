using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Numerics;

namespace GenNet;

/// <summary>Where a number that is not finite comes from.</summary>
/// <param name="Source">What has it.</param>
/// <param name="Tensor">The tensor that shows it first, if one does.</param>
/// <param name="Rows">The rows of the batch that are at fault; empty where that cannot be told.</param>
/// <param name="Number">The first such number of the data, with its column.</param>
internal sealed record Divergence(DivergenceSource Source, string? Tensor, IReadOnlyList<int> Rows, string? Number = null)
{
    /// <summary>Looks where the forward pass begins, then along it through the parameters, then along the backward pass through the gradients.</summary>
    /// <param name="network">The network.</param>
    /// <param name="stepTaken">Whether the parameters are those after the step: then they do not tell where it began.</param>
    /// <param name="inputs">The inputs of the batch.</param>
    /// <param name="targets">Its targets.</param>
    /// <param name="gradients">The gradients of the batch.</param>
    public static Divergence Find<TNet, T>(TNet network, bool stepTaken, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, ReadOnlySpan<T> gradients)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (InData(DivergenceSource.Inputs, inputs, TNet.InputSize) is { } input)
            return input;
        if (InData(DivergenceSource.Targets, targets, TNet.TargetSize) is { } target)
            return target;
        if (!stepTaken && First<T>(TNet.Layout, network.Parameters, backward: false) is { } parameter)
            return new Divergence(DivergenceSource.Parameters, parameter, []);
        IReadOnlyList<int> rows = stepTaken ? [] : RowsOfLoss(network, inputs, targets);
        return First(TNet.Layout, gradients, backward: true) is { } gradient
            ? new Divergence(DivergenceSource.Gradients, gradient, rows)
            : new Divergence(DivergenceSource.Loss, null, rows);
    }

    /// <summary>Parameters that the last step of an epoch has spoilt.</summary>
    public static Divergence InParameters<T>(Layout layout, ReadOnlySpan<T> parameters)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => new(DivergenceSource.Parameters, First(layout, parameters, backward: false), []);

    /// <summary>The place, for a message.</summary>
    /// <param name="rows">Of the data, those of <see cref="Rows"/> as <see cref="Listed"/> lists them; empty where there are none.</param>
    public string Describe(string rows) => Source switch
    {
        DivergenceSource.Inputs or DivergenceSource.Targets =>
            $"the {(Source == DivergenceSource.Inputs ? "inputs" : "targets")} of {rows} are not finite{(Rows.Count > 1 ? ", the first" : "")} with {Number} (rows and columns count from 0)",
        DivergenceSource.Parameters => $"it shows first in tensor {Tensor} of the parameters",
        DivergenceSource.Gradients => $"it shows first in the gradient of tensor {Tensor}",
        _ => $"no parameter and no gradient shows it{(rows.Length == 0 ? "" : $", but the loss of {rows}")}",
    };

    /// <summary>Rising row numbers for a message, at most the first few of them.</summary>
    public static string Listed(ImmutableArray<long> rows, string source)
    {
        const int Most = 5;
        if (rows.Length == 1)
            return ScheduleSettings.Text($"row {rows[0]} of the {source}");
        if (rows.Length > 2 && rows[^1] - rows[0] == rows.Length - 1)
            return ScheduleSettings.Text($"rows {rows[0]} to {rows[^1]} of the {source}");
        string listed = string.Join(", ", rows.Take(Most).Select(row => ScheduleSettings.Text($"{row}")));
        return $"rows {listed}{(rows.Length > Most ? ScheduleSettings.Text($" and {rows.Length - Most} more") : "")} of the {source}";
    }

    private static Divergence? InData<T>(DivergenceSource source, ReadOnlySpan<T> numbers, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        List<int> rows = NotFinite.Rows(numbers, size);
        return rows.Count == 0 ? null : new Divergence(source, null, rows, NotFinite.In(numbers.Slice(rows[0] * size, size)));
    }

    /// <summary>The rows whose own loss is not finite, without dropout.</summary>
    private static List<int> RowsOfLoss<TNet, T>(TNet network, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var rows = new List<int>();
        for (int row = 0; row < inputs.Length / TNet.InputSize; row++)
        {
            if (!T.IsFinite(network.Evaluate(inputs.Slice(row * TNet.InputSize, TNet.InputSize), targets.Slice(row * TNet.TargetSize, TNet.TargetSize))))
                rows.Add(row);
        }

        return rows;
    }

    /// <summary>Whether all numbers of the tensors are finite; what stands in the padding does not matter.</summary>
    public static bool IsNowhere<T>(Layout layout, ReadOnlySpan<T> buffer)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => WideSums.AllFinite(buffer) || First(layout, buffer, backward: false) is null;

    /// <summary>The first tensor of a buffer with a number that is not finite, in the order of the layers or against it.</summary>
    private static string? First<T>(Layout layout, ReadOnlySpan<T> buffer, bool backward)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (TensorInfo tensor in backward ? layout.Tensors.Reverse() : layout.Tensors)
        {
            if (!WideSums.AllFinite<T>(layout.Read(buffer, tensor.Name)))
                return tensor.Name;
        }

        return null;
    }
}
