using System;
using GenNet.Generator.Expressions;
using GenNet.Generator.Lowering;

namespace GenNet.Generator.Emission;

/// <summary>Softmax of rows, and its adjoint.</summary>
internal sealed class SoftmaxEmitter(CodeWriter w, Vocabulary v, ElementwiseEmitter elementwise)
{
    public void Emit(Softmax op)
    {
        int columns = op.Source.Columns;
        string z = ElementwiseEmitter.RowName(op.Source), y = ElementwiseEmitter.RowName(op.Result);
        w.Gap();
        w.Line($"// {op.Result.Name} = exp({op.Source.Name} - max) / sum of exp({op.Source.Name} - max): no exponential overflows, and the largest is 1.");
        using (w.Block("for (int row = 0; row < rows; row++)"))
        {
            elementwise.RowReferences([op.Source, op.Result]);
            elementwise.DeclareColumn(columns);
            if (IsShort(columns))
            {
                Max(z, columns);
                ExponentialsOfShortRow(z, columns);
                w.Line($"{v.Scalar} inverse = 1 / sum;");
                elementwise.Columns(columns, (style, index) =>
                    elementwise.Store(style, $"{elementwise.Read(style, z, index)} * inverse", y, index));
                return;
            }

            Exponentials(z, y, columns);
            w.Gap();
            elementwise.Columns(columns, (style, index) => elementwise.Store(
                style, $"{elementwise.Read(style, y, index)} / {(style is VectorStyle ? v.Spread("sum") : "sum")}", y, index));
        }
    }

    /// <summary>Whether a row is shorter than a cache line: then its exponentials are taken of the whole line, padding included.</summary>
    public bool IsShort(int columns) => columns > 1 && columns < v.LineLanes;

    /// <summary>Replaces a short row by exp(z - max) and declares their sum.</summary>
    public void ExponentialsOfShortRow(string z, int columns)
    {
        w.Gap();
        w.Line("// In whole vectors: what becomes of the padding is not read.");
        w.Line($"for (int j = 0; j < {v.LineLanes}; j += {v.Lanes})");
        using (w.Indent())
            w.Line(v.Store(v.Vectors.Call(Function.Exp, $"{v.Load(z, "j")} - {v.Spread("max")}"), z, "j"));
        w.Line($"{v.Scalar} sum = 0;");
        w.Line($"for (int j = 0; j < {columns}; j++)");
        using (w.Indent())
            w.Line($"sum += Unsafe.Add(ref {z}, j);");
    }

    /// <summary>Declares the largest number of a row.</summary>
    public void Max(string z, int columns)
    {
        w.Line($"{v.Scalar} max = {z};");
        if (columns == 1)
            return;
        w.Line($"for (int i = 1; i < {columns}; i++)");
        using (w.Indent())
            w.Line($"max = {v.Scalar}.Max(max, Unsafe.Add(ref {z}, i));");
    }

    public void Emit(SoftmaxAdjoint op)
    {
        int columns = op.Output.Columns;
        string y = ElementwiseEmitter.RowName(op.Output), dy = ElementwiseEmitter.RowName(op.OutputGradient);
        w.Gap();
        w.Line($"// {op.Result.Name} = {op.Output.Name} * ({op.OutputGradient.Name} - sum of {op.OutputGradient.Name} * {op.Output.Name}), over {op.OutputGradient.Name}.");
        using (w.Block("for (int row = 0; row < rows; row++)"))
        {
            elementwise.RowReferences([op.Output, op.OutputGradient]);
            elementwise.DeclareColumn(columns);
            DeclareSum("dot", columns);
            elementwise.Columns(columns, (style, index) =>
                w.Line($"{Sum(style, "dot")} += {elementwise.Read(style, dy, index)} * {elementwise.Read(style, y, index)};"));
            CollectSum("dot", columns);
            w.Gap();
            elementwise.Columns(columns, (style, index) => elementwise.Store(
                style,
                $"{elementwise.Read(style, y, index)} * ({elementwise.Read(style, dy, index)} - {(style is VectorStyle ? v.Spread("dot") : "dot")})",
                dy, index));
        }
    }

    /// <summary>Stores exp(z - max) of one row in e and declares max and sum; <paramref name="extra"/> sees each z - max as shifted.</summary>
    public void Exponentials(string z, string e, int columns, Action<ExpressionStyle, string>? extra = null, params string[] extraSums)
    {
        Max(z, columns);
        w.Gap();
        DeclareSum("sum", columns);
        foreach (string sum in extraSums)
            DeclareSum(sum, columns);
        elementwise.Columns(columns, (style, index) =>
        {
            string shifted = $"{elementwise.Read(style, z, index)} - {(style is VectorStyle ? v.Spread("max") : "max")}";
            w.Line($"{elementwise.Type(style)} shifted = {shifted};");
            extra?.Invoke(style, index);
            w.Line($"{elementwise.Type(style)} exp = {style.Call(Function.Exp, "shifted")};");
            w.Line($"{Sum(style, "sum")} += exp;");
            elementwise.Store(style, "exp", e, index);
        });
        CollectSum("sum", columns);
        foreach (string sum in extraSums)
            CollectSum(sum, columns);
    }

    /// <summary>Where a loop adds up: the vectors of a sum have its name in the plural.</summary>
    public static string Sum(ExpressionStyle style, string name) => style is VectorStyle ? name + (name == "cross" ? "es" : "s") : name;

    private void DeclareSum(string name, int columns)
    {
        w.Line($"{v.Scalar} {name} = 0;");
        if (columns >= v.LineLanes)
            w.Line($"{v.Vector} {Sum(v.Vectors, name)} = {v.Vector}.Zero;");
    }

    private void CollectSum(string name, int columns)
    {
        if (columns >= v.LineLanes)
            w.Line($"{name} += {v.VectorClass}.Sum({Sum(v.Vectors, name)});");
    }
}
