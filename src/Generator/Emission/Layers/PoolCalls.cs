using System;
using GenNet.Generator.Model;
using GenNet.Generator.Operations;

namespace GenNet.Generator.Emission.Layers;

/// <summary>The calls of pools, their adjoints, and what makes images larger.</summary>
internal static class PoolCalls
{
    public static string Of(MaximumPool op) => $"Pool.Maximum(rows, {op.Source.Name}, {op.Result.Name}, {Text(op.Windows)})";

    public static string Of(MaximumPoolAdjoint op) => $"Pool.MaximumGradient(rows, {op.Source.Name}, {op.Gradient.Name}, {op.Result.Name}, {Text(op.Windows)})";

    public static string Of(AveragePool op) => $"Pool.Average(rows, {op.Source.Name}, {op.Result.Name}, {Text(op.Windows)})";

    public static string Of(AveragePoolAdjoint op) => $"Pool.AverageGradient(rows, {op.Gradient.Name}, {op.Result.Name}, {Text(op.Windows)})";

    public static string Of(PlaneMeans op) => $"Pool.PlaneMeans(rows, {op.Source.Name}, {op.Result.Name})";

    public static string Of(PlaneMeansAdjoint op) => $"Pool.PlaneMeansGradient(rows, {op.Gradient.Name}, {op.Result.Name})";

    public static string Of(Upsample op) => $"Pool.Repeat(rows, {op.Source.Name}, {op.Result.Name}, {Text(op.Squares)})";

    public static string Of(UpsampleAdjoint op) => $"Pool.RepeatGradient(rows, {op.Gradient.Name}, {op.Result.Name}, {Text(op.Squares)})";

    private static string Text(PoolWindows windows) => FormattableString.Invariant(
        $"new PoolWindows({windows.Planes}, {windows.Rows}, {windows.Columns}, size: {Pair(windows.Size)}, stride: {Pair(windows.Stride)}, padding: {Pair(windows.Padding)})");

    private static string Pair((int Rows, int Columns) pair) => FormattableString.Invariant($"({pair.Rows}, {pair.Columns})");
}
