using System;
using System.Collections.Generic;
using System.Linq;
using GenNet.Generator.Expressions;
using GenNet.Generator.Lowering;

namespace GenNet.Generator.Emission;

/// <summary>Loops over the elements of matrices: in whole vectors where all rows are padded, with a scalar tail where the caller's are not.</summary>
internal sealed class ElementwiseEmitter(CodeWriter w, Vocabulary v, MemoryPlan memory)
{
    public void Emit(Map op)
    {
        w.Gap();
        w.Line($"// {op.Note}");
        Tensor[] tensors = op.Arguments.Select(argument => argument.Tensor).Append(op.Result).ToArray();
        if (tensors.Any(tensor => tensor.IsDense))
        {
            Rows(tensors, op.Result.Columns, (style, index) => Element(op, style, tensor => RowName(tensor), index));
            return;
        }

        int padded = memory.Padded(op.Result.Columns);
        if (tensors.All(tensor => tensor.Stride == padded))
        {
            using (w.Block($"for (int i = 0; i < rows * {padded}; i += {v.Lanes})"))
                Element(op, v.Vectors, tensor => tensor.Memory, "i");
            return;
        }

        using (w.Block("for (int row = 0; row < rows; row++)"))
        {
            RowReferences(tensors);
            using (w.Block($"for (int j = 0; j < {padded}; j += {v.Lanes})"))
                Element(op, v.Vectors, RowName, "j");
        }
    }

    /// <summary>
    /// A loop over rows of which some are the caller's: vectors as long as a whole one fits, then single numbers. Rows
    /// shorter than any vector get the scalar loop only, rows that every vector divides the vector loop only.
    /// </summary>
    public void Rows(IReadOnlyList<Tensor> tensors, int columns, Action<ExpressionStyle, string> element)
    {
        using (w.Block("for (int row = 0; row < rows; row++)"))
        {
            RowReferences(tensors);
            DeclareColumn(columns);
            Columns(columns, element);
        }
    }

    /// <summary>The loops over the columns of one row.</summary>
    public void Columns(int columns, Action<ExpressionStyle, string> element)
    {
        if (columns == 1)
        {
            element(v.Scalars, "");
            return;
        }

        bool hasVectors = columns >= v.LineLanes;
        bool hasTail = columns % v.LineLanes != 0;
        if (hasVectors && hasTail)
            w.Line("j = 0;");
        if (hasVectors)
        {
            using (w.Block(hasTail ? $"for (; j <= {columns} - {v.Lanes}; j += {v.Lanes})" : $"for (int j = 0; j < {columns}; j += {v.Lanes})"))
                element(v.Vectors, "j");
        }

        if (hasTail)
        {
            using (w.Block(hasVectors ? $"for (; j < {columns}; j++)" : $"for (int j = 0; j < {columns}; j++)"))
                element(v.Scalars, "j");
        }
    }

    /// <summary>Declares the running column index of rows that have both loops.</summary>
    public void DeclareColumn(int columns)
    {
        if (NeedsColumn(columns))
            w.Line("int j;");
    }

    private bool NeedsColumn(int columns) => columns >= v.LineLanes && columns % v.LineLanes != 0;

    /// <summary>One reference for each distinct memory, to the start of the current row.</summary>
    public void RowReferences(IEnumerable<Tensor> tensors)
    {
        foreach (Tensor tensor in tensors.GroupBy(tensor => tensor.Memory).Select(group => group.First()))
        {
            string offset = tensor.Stride == 1 ? "row" : $"row * {tensor.Stride}";
            w.Line($"ref {v.Scalar} {RowName(tensor)} = ref Unsafe.Add(ref {tensor.Memory}, {offset});");
        }
    }

    /// <summary>Zeros behind the columns of the current row: a gradient's padding is zero, whatever the parameters have in theirs.</summary>
    public void ClearRowPadding(Tensor tensor)
    {
        int padded = memory.Padded(tensor.Columns);
        if (!tensor.IsDense && padded != tensor.Columns)
            w.Line($"MemoryMarshal.CreateSpan(ref Unsafe.Add(ref {RowName(tensor)}, {tensor.Columns}), {padded - tensor.Columns}).Clear();");
    }

    public static string RowName(Tensor tensor) => tensor.Memory + "Row";

    /// <summary>Loads the arguments, computes, stores the result.</summary>
    private void Element(Map op, ExpressionStyle style, Func<Tensor, string> name, string index)
    {
        foreach (Argument argument in op.Arguments)
            Load(style, argument, name, index);
        (IReadOnlyList<(string Name, string Code)> locals, IReadOnlyList<string> results) = ExpressionPrinter.Print([op.Expression], style);
        foreach ((string local, string code) in locals)
            w.Line($"{Type(style)} {local} = {code};");
        Store(style, results[0], name(op.Result), index);
    }

    public void Load(ExpressionStyle style, Argument argument, Func<Tensor, string> name, string index) =>
        w.Line($"{Type(style)} {argument.Variable.Name} = {Read(style, name(argument.Tensor), index)};");

    public string Type(ExpressionStyle style) => style is VectorStyle ? v.Vector : v.Scalar;

    public string Read(ExpressionStyle style, string name, string index) =>
        style is VectorStyle ? v.Load(name, index) : index.Length == 0 ? name : $"Unsafe.Add(ref {name}, {index})";

    public void Store(ExpressionStyle style, string value, string name, string index) =>
        w.Line(style is VectorStyle ? v.Store(value, name, index) : $"{Read(style, name, index)} = {value};");
}
