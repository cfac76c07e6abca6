using System;
using System.Linq;
using GenNet.Generator.Graphs;
using GenNet.Generator.Operations;

namespace GenNet.Generator.Tests.Graphs;

/// <summary>Pools and what makes images larger, by their definition. Padding behind the columns is zero afterwards.</summary>
/// <param name="memory">Where the values stand.</param>
internal sealed class InterpretedPools(Memory memory)
{
    public void Run(MaximumPool op, int row) => Each(op.Result, row, WindowNumbers.Of(op.Windows), window => window.Max(at => memory[op.Source, row, at]));

    public void Run(AveragePool op, int row) =>
        Each(op.Result, row, WindowNumbers.Of(op.Windows), window => window.Sum(at => memory[op.Source, row, at]) / (op.Windows.Size.Rows * op.Windows.Size.Columns));

    /// <summary>To the first of the largest.</summary>
    public void Run(MaximumPoolAdjoint op, int row)
    {
        Clear(op.Result, row);
        foreach ((int[] window, int k) in WindowNumbers.Of(op.Windows).Select((window, k) => (window, k)))
            memory[op.Result, row, window.MaxBy(at => memory[op.Source, row, at])] += memory[op.Gradient, row, k];
    }

    public void Run(AveragePoolAdjoint op, int row)
    {
        Clear(op.Result, row);
        foreach ((int[] window, int k) in WindowNumbers.Of(op.Windows).Select((window, k) => (window, k)))
        {
            foreach (int at in window)
                memory[op.Result, row, at] += memory[op.Gradient, row, k] / (op.Windows.Size.Rows * op.Windows.Size.Columns);
        }
    }

    public void Run(PlaneMeans op, int row) => Each(op.Result, row, Planes(op.Result, op.Source), plane => plane.Average(at => memory[op.Source, row, at]));

    public void Run(PlaneMeansAdjoint op, int row) => Spread(op.Result, op.Gradient, row, Planes(op.Gradient, op.Result), op.Result.Columns / op.Gradient.Columns);

    public void Run(Upsample op, int row) => Spread(op.Result, op.Source, row, WindowNumbers.Of(op.Squares), 1);

    public void Run(UpsampleAdjoint op, int row) => Each(op.Result, row, WindowNumbers.Of(op.Squares), square => square.Sum(at => memory[op.Gradient, row, at]));

    private static int[][] Planes(Value planes, Value numbers)
    {
        int plane = numbers.Columns / planes.Columns;
        return [.. Enumerable.Range(0, planes.Columns).Select(p => Enumerable.Range(p * plane, plane).ToArray())];
    }

    private void Each(Value result, int row, int[][] windows, Func<int[], double> total)
    {
        Clear(result, row);
        for (int k = 0; k < windows.Length; k++)
            memory[result, row, k] = total(windows[k]);
    }

    /// <summary>Each number, divided, in all of its window.</summary>
    private void Spread(Value result, Value source, int row, int[][] windows, double divisor)
    {
        Clear(result, row);
        for (int k = 0; k < windows.Length; k++)
        {
            foreach (int at in windows[k])
                memory[result, row, at] = memory[source, row, k] / divisor;
        }
    }

    private void Clear(Value result, int row) => memory.Row(result, row)[..memory.Width(result)].Clear();
}
