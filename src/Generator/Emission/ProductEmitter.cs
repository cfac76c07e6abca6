using System;
using GenNet.Generator.Lowering;

namespace GenNet.Generator.Emission;

/// <summary>The products of a layer as calls of the shared kernels, with literal sizes and strides.</summary>
internal sealed class ProductEmitter(CodeWriter w, Vocabulary v, MemoryPlan memory, KernelSet kernels)
{
    public void Emit(Product op)
    {
        w.Gap();
        if (op.TransposeLeft)
            WeightGradient(op);
        else if (op.Panel is { } panel)
            InputGradient(op, panel);
        else
            Forward(op);
    }

    /// <summary>Sums of rows, over all blocks of a batch.</summary>
    public void Emit(ColumnSum op)
    {
        kernels.Use(Kernels.ColumnSums);
        w.Gap();
        w.Line($"// {op.Result.Name} += the sum of {op.Source.Name} over the batch   [{op.Result.Columns}]");
        w.Single("if (part == 0)", $"ColumnSums(rows, {memory.Padded(op.Result.Columns)}, ref {op.Source.Memory}, {op.Source.Stride}, "
            + $"ref (first ? ref zero : ref {op.Result.Memory}), ref {op.Result.Memory});");
    }

    private void Forward(Product op)
    {
        kernels.UseProduct(memory.Padded(op.Result.Columns));
        string bias = op.Start is null ? "" : $" + {op.Start.Name}";
        w.Line($"// {op.Result.Name} = {op.Left.Name} {op.Right.Name}{bias}   [rows x {op.Left.Columns}] [{op.Right.Rows} x {op.Right.Columns}]");
        string start = op.Start is null ? "zero" : op.Start.Memory;
        w.Line($"Product(rows, {memory.Padded(op.Result.Columns)}, {op.Right.Rows}, ref {op.Left.Memory}, {op.Left.Stride}, 1, "
            + $"ref {op.Right.Memory}, {op.Right.Stride}, ref {start}, 0, ref {op.Result.Memory}, {op.Result.Stride}{kernels.Large(op.Right)});");
    }

    private void WeightGradient(Product op)
    {
        int n = memory.Padded(op.Result.Columns);
        kernels.UseProduct(n);
        kernels.UseWeightGradient();
        w.Line($"// {op.Result.Name} += {op.Left.Name}^T {op.Right.Name}   [{op.Left.Columns} x rows] [rows x {op.Right.Columns}]");
        w.Line($"WeightGradient(part, parts, first, {op.Left.Columns}, {n}, rows, ref {op.Left.Memory}, {op.Left.Stride}, ref {op.Right.Memory}, {op.Right.Stride}, "
            + $"ref zero, ref sum, ref {op.Result.Memory}, {op.Result.Stride}{kernels.Large(op.Result)});");
    }

    private void InputGradient(Product op, Tensor panel)
    {
        int n = memory.Padded(op.Result.Columns);
        for (int j = 0; j < n; j += panel.Columns)
            kernels.UseProduct(Math.Min(panel.Columns, n - j));
        (string kind, string pieces) = op.Right.Pieces is { IsPadded: true } p ? ("OfPieces", $"{p.Stride}, {p.Columns}, ") : ("", "");
        kernels.UseTransposedProduct(pieces.Length > 0);
        w.Line($"// {op.Result.Name} = {op.Left.Name} {op.Right.Name}^T   [rows x {op.Left.Columns}] [{op.Right.Columns} x {op.Right.Rows}]");
        w.Line($"if (rows < {v.TileRows})");
        using (w.Indent())
        {
            w.Line($"RowsTransposedProduct{kind}(rows, {op.Left.Columns}, {pieces}{op.Right.Rows}, {n}, ref {op.Left.Memory}, {op.Left.Stride}, "
                + $"ref {op.Right.Memory}, {op.Right.Stride}, ref {op.Result.Memory}, {op.Result.Stride});");
        }

        w.Line("else");
        using (w.Indent())
        {
            w.Line($"TransposedProduct{kind}(rows, {n}, {op.Right.Rows}, {op.Right.Columns}, {pieces}ref {op.Left.Memory}, {op.Left.Stride}, "
                + $"ref {op.Right.Memory}, {op.Right.Stride}, ref zero, ref {panel.Memory}, ref {op.Result.Memory}, {op.Result.Stride});");
        }
    }
}
