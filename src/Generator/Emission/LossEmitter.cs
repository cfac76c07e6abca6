using System.Collections.Generic;
using System.Linq;
using GenNet.Generator.Expressions;
using GenNet.Generator.Lowering;

namespace GenNet.Generator.Emission;

/// <summary>The loss of a block of rows together with the gradient of the last layer's result.</summary>
internal sealed class LossEmitter(CodeWriter w, Vocabulary v, ElementwiseEmitter elementwise)
{
    private const string CrossEntropyNote = "// -sum of d log y, where log y = z - max - log(sum of exp(z - max)). The gradient is sum(d) y - d.";

    /// <summary>Names that the field has for parts of a loss.</summary>
    public static Dictionary<Expr, string> Names(ElementwiseLoss op)
    {
        var names = new Dictionary<Expr, string>();
        Expr y = op.Arguments[0].Variable;
        foreach ((string name, Expr expression) in op.Locals)
        {
            names[expression] = name;
            y = expression;
        }

        Expr e = y - LossFunction.D;
        names[e] = "e";
        names[Expr.Call(Function.Abs, e)] = "distance";
        return names;
    }

    public void Emit(ElementwiseLoss op)
    {
        int columns = op.Source.Columns;
        bool hasVectors = columns >= v.LineLanes;
        w.Gap();
        w.Line($"// The loss of each output, {MathPrinter.Print(op.Value)}, and {op.Result!.Name} = scale * ({MathPrinter.Print(op.Gradient!)}).");
        w.Line("double loss = 0;");
        if (hasVectors)
            w.Line($"{v.Vector} losses = {v.Vector}.Zero;");
        Tensor[] tensors = [op.Source, op.Target, op.Result];
        using (w.Block("for (int row = 0; row < rows; row++)"))
        {
            elementwise.RowReferences(tensors);
            elementwise.DeclareColumn(columns);
            elementwise.Columns(columns, (style, index) =>
            {
                foreach (Argument argument in op.Arguments)
                    elementwise.Load(style, argument, ElementwiseEmitter.RowName, index);
                Expr scaled = new Multiply(new Variable("scale"), op.Gradient!);
                (IReadOnlyList<(string Name, string Code)> locals, IReadOnlyList<string> results) =
                    ExpressionPrinter.Print([op.Value, scaled], style, Names(op));
                foreach ((string local, string code) in locals)
                    w.Line($"{elementwise.Type(style)} {local} = {code};");
                w.Line($"{(style is VectorStyle ? "losses" : "loss")} += {results[0]};");
                elementwise.Store(style, results[1], ElementwiseEmitter.RowName(op.Result), index);
            });
            elementwise.ClearRowPadding(op.Result);
        }

        w.Gap();
        w.Line(hasVectors ? $"return loss + {v.VectorClass}.Sum(losses);" : "return loss;");
    }

    /// <summary>-sum d log y, with log y = z - max - log(sum exp(z - max)); the gradient is sum(d) y - d, which is y - d for a distribution d.</summary>
    public void Emit(SoftmaxCrossEntropy op)
    {
        int columns = op.Logits.Columns;
        string z = ElementwiseEmitter.RowName(op.Logits), d = ElementwiseEmitter.RowName(op.Target);
        var softmax = new SoftmaxEmitter(w, v, elementwise);
        w.Gap();
        w.Line("double loss = 0;");
        using (w.Block("for (int row = 0; row < rows; row++)"))
        {
            elementwise.RowReferences([op.Logits, op.Target]);
            elementwise.DeclareColumn(columns);
            if (softmax.IsShort(columns))
                ShortCrossEntropy(softmax, z, d, columns);
            else
                LongCrossEntropy(softmax, z, d, columns);
            elementwise.ClearRowPadding(op.Logits);
        }

        w.Gap();
        w.Line("return loss;");
    }

    /// <summary>Rows shorter than a cache line, with their exponentials in whole vectors.</summary>
    private void ShortCrossEntropy(SoftmaxEmitter softmax, string z, string d, int columns)
    {
        softmax.Max(z, columns);
        w.Gap();
        w.Line("// A target of zero costs nothing, however far below the largest its logit is.");
        w.Line($"{v.Scalar} cross = 0, total = 0;");
        using (w.Block($"for (int j = 0; j < {columns}; j++)"))
        {
            w.Line($"{v.Scalar} dj = Unsafe.Add(ref {d}, j);");
            w.Line($"cross += dj == 0 ? 0 : dj * (Unsafe.Add(ref {z}, j) - max);");
            w.Line("total += dj;");
        }

        softmax.ExponentialsOfShortRow(z, columns);
        w.Gap();
        w.Line(CrossEntropyNote);
        w.Line("loss += total * Math.Log(sum) - cross;");
        w.Line($"{v.Scalar} weight = total / sum;");
        w.Line($"for (int j = 0; j < {columns}; j++)");
        using (w.Indent())
            w.Line($"Unsafe.Add(ref {z}, j) = scale * (Unsafe.Add(ref {z}, j) * weight - Unsafe.Add(ref {d}, j));");
    }

    private void LongCrossEntropy(SoftmaxEmitter softmax, string z, string d, int columns)
    {
        softmax.Exponentials(z, z, columns, extra: (style, index) =>
        {
            // A target of zero costs nothing, however far below the largest its logit is.
            w.Line($"{elementwise.Type(style)} dj = {elementwise.Read(style, d, index)};");
            w.Line($"{SoftmaxEmitter.Sum(style, "cross")} += {style.Select("dj", Comparison.Equal, style.Constant(0), style.Constant(0), "dj * shifted")};");
            w.Line($"{SoftmaxEmitter.Sum(style, "total")} += dj;");
        }, "cross", "total");
        w.Gap();
        w.Line(CrossEntropyNote);
        w.Line("loss += total * Math.Log(sum) - cross;");
        elementwise.Columns(columns, (style, index) => elementwise.Store(
            style,
            style is VectorStyle
                ? $"scale * (total * ({elementwise.Read(style, z, index)} / {v.Spread("sum")}) - {elementwise.Read(style, d, index)})"
                : $"scale * (total * ({elementwise.Read(style, z, index)} / sum) - {elementwise.Read(style, d, index)})",
            z, index));
    }
}
