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
        else if (op.TransposedRight is { } transposed)
            InputGradient(op, transposed);
        else
            Forward(op);
    }

    /// <summary>Sums of rows, over all blocks of a batch.</summary>
    public void Emit(ColumnSum op)
    {
        kernels.Use(Kernels.ColumnSums);
        w.Gap();
        w.Line($"// {op.Result.Name} {Sign(op.Result)} the sum of {op.Source.Name} over the batch   [{op.Result.Columns}]");
        w.Line($"ColumnSums(rows, {memory.Padded(op.Result.Columns)}, ref {op.Source.Memory}, {op.Source.Stride}, "
            + $"ref (first ? ref zero : ref {op.Result.Memory}), ref {op.Result.Memory});");
    }

    private static string Sign(Tensor gradient) => gradient.Storage == Storage.Gradients ? "+=" : "=";

    private void Forward(Product op)
    {
        kernels.UseProduct(memory.Padded(op.Result.Columns));
        string bias = op.Start is null ? "" : $" + {op.Start.Name}";
        w.Line($"// {op.Result.Name} = {op.Left.Name} {op.Right.Name}{bias}   [rows x {op.Left.Columns}] [{op.Right.Rows} x {op.Right.Columns}]");
        Call(op, "rows", $"{op.Right.Rows}", $"ref {op.Right.Memory}, {op.Right.Stride}", op.Start is null ? "ref zero, 0" : $"ref {op.Start.Memory}, 0");
    }

    private void WeightGradient(Product op)
    {
        kernels.UseProduct(memory.Padded(op.Result.Columns));
        int m = op.Left.Columns;
        int whole = m < v.TileRows ? m : m / v.TileRows * v.TileRows;
        w.Line($"// {op.Result.Name} += {op.Left.Name}^T {op.Right.Name}   [{m} x rows] [rows x {op.Right.Columns}]");
        string right = $"ref {op.Right.Memory}, {op.Right.Stride}";
        Call(op, $"{whole}", "rows", right, $"ref (first ? ref zero : ref {op.Result.Memory}), first ? 0 : {op.Result.Stride}", transposed: true);
        if (whole == m)
            return;

        w.Line($"// The last {m - whole} rows one by one: a tile that ended with them would add some rows twice.");
        using (w.Block($"for (int i = {whole}; i < {m}; i++)"))
        {
            w.Line($"ref {v.Scalar} row = ref Unsafe.Add(ref {op.Result.Memory}, i * {op.Result.Stride});");
            w.Line($"RowProduct({memory.Padded(op.Result.Columns)}, rows, ref Unsafe.Add(ref {op.Left.Memory}, i), {op.Left.Stride}, {right}, ref (first ? ref zero : ref row), ref row);");
        }
    }

    private void InputGradient(Product op, Tensor transposed)
    {
        kernels.UseProduct(memory.Padded(op.Result.Columns));
        kernels.Use(Kernels.RowsTransposedProduct, Kernels.Transpose);
        w.Line($"// {op.Result.Name} = {op.Left.Name} {op.Right.Name}^T   [rows x {op.Left.Columns}] [{op.Right.Columns} x {op.Right.Rows}]");
        w.Line($"if (rows < {v.TileRows})");
        using (w.Indent())
        {
            w.Line($"RowsTransposedProduct(rows, {memory.Padded(op.Left.Columns)}, {op.Right.Rows}, {memory.Padded(op.Right.Rows)}, ref {op.Left.Memory}, {op.Left.Stride}, "
                + $"ref {op.Right.Memory}, {op.Right.Stride}, ref {op.Result.Memory}, {op.Result.Stride});");
        }

        w.Line("else");
        using (w.Indent())
            Call(op, "rows", $"{op.Right.Columns}", $"ref {transposed.Memory}, {transposed.Stride}", "ref zero, 0");
    }

    private void Call(Product op, string m, string depth, string right, string start, bool transposed = false)
    {
        string strides = transposed ? $"1, {op.Left.Stride}" : $"{op.Left.Stride}, 1";
        w.Line($"Product({m}, {memory.Padded(op.Result.Columns)}, {depth}, ref {op.Left.Memory}, {strides}, {right}, {start}, ref {op.Result.Memory}, {op.Result.Stride});");
    }
}
